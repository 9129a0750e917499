import { can, QUIET_EVENTS, wordFacts, type Permission, type TimelineEntry } from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import type { AuditRow } from '../audit/entries';
import { readableTicket } from './read';
import { TICKET_FROM, toFacts } from './rows';
import { scopeClause } from './scope';
import type { Desk } from '../desk/desk';
import { rowsOf, sql, type Sql } from '../database/sql';

interface Numbered extends AuditRow {
  readonly position: number;
}

/** Of a ticket's entries those a reader may see; the two permissions as conditions on the ticket. */
export const mayBeSeen = (seesInternal: Sql, seesDirectives: Sql): Sql => sql`
  event <> all(${QUIET_EVENTS}) and (${seesInternal} or (${seesDirectives} and event = 'direct') or
    not coalesce((payload ->> 'isInternal')::boolean, false))`;

/**
 * Entries a reader may see, counted from the first: an internal note takes no number from those who must not know of
 * it.
 */
const visible = (number: string, seesInternal: boolean, seesDirectives: boolean): Sql => sql`
  select id, event, at, actor_name, actor_role, payload::json as payload, row_number() over (order by id)::int as
    position
  from audit_entries
  where subject_type = 'ticket' and subject_id = ${number} and
    ${mayBeSeen(sql`${seesInternal}::boolean`, sql`${seesDirectives}::boolean`)}`;

/** Facts that name another ticket. */
const TICKET_FACTS = ['ticket', 'duplicateOf', 'parent'] as const;
type Facts = Readonly<Record<string, string>>;
const ticketsIn = (facts: Facts): string[] => TICKET_FACTS.flatMap((name) => facts[name] ?? []);

/** Of these numbers those whose ticket this reader may see: a history must not tell of another that is confidential. */
async function readableAmong(desk: Desk, caller: Caller, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await rowsOf<{ number: string }>(
    connection(desk.strapi),
    sql`select t.number ${TICKET_FROM} where t.number = any(${numbers}) and ${scopeClause(
      caller.policy,
      caller.actor,
      'ticket:read',
      caller.now,
    )}`,
  );
  return new Set(rows.map(({ number }) => number));
}
const withoutHidden = (facts: Facts, readable: ReadonlySet<string>): Facts =>
  Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => !TICKET_FACTS.some((each) => each === name) || readable.has(value)),
  );

/** The ticket's history as a conversation, oldest first: the newest entries, or those from a position on. */
export async function readTimeline(
  desk: Desk,
  caller: Caller,
  { number, from, limit }: Parsed<'getTimeline'>,
): Promise<TimelineEntry[]> {
  const row = await readableTicket(desk, caller, number);
  const may = (permission: Permission) =>
    can(caller.policy, caller.actor, permission, toFacts(row), caller.now).allowed;
  const seen = visible(number, may('ticket:readInternal'), may('ticket:direct'));
  const part =
    from === undefined
      ? sql`order by position desc limit ${limit}`
      : sql`where position >= ${from} order by position limit ${limit}`;
  const entries = await rowsOf<Numbered>(connection(desk.strapi), sql`select * from (${seen}) visible ${part}`);
  const named = entries.flatMap(({ payload }) => ticketsIn(payload.facts ?? {}));
  const readable = await readableAmong(desk, caller, [...new Set(named)]);
  return entries
    .sort((a, b) => a.position - b.position)
    .map(({ id, position, event, at, actor_name, actor_role, payload }) => ({
      id,
      position,
      at: at.toISOString(),
      event,
      by: { name: actor_name, role: actor_role },
      isInternal: payload.isInternal === true,
      status: payload.to && payload.to !== payload.from ? { from: payload.from ?? null, to: payload.to } : null,
      text: payload.text ?? null,
      mentions: (payload.mentions ?? []).map(({ name }) => name),
      facts: wordFacts(caller.language, withoutHidden(payload.facts ?? {}, readable)),
    }));
}
