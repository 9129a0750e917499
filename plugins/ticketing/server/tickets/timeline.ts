import { can, QUIET_EVENTS, wordFacts, type TimelineEntry } from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import type { AuditRow } from '../audit/entries';
import { readableTicket } from './read';
import { toFacts } from './rows';
import type { Desk } from '../desk/desk';
import { rowsOf, sql, type Sql } from '../database/sql';

interface Numbered extends AuditRow {
  readonly position: number;
}

/**
 * Entries a reader may see, counted from the first: an internal note takes no number from those who must not know of
 * it.
 */
const visible = (number: string, seesInternal: boolean): Sql => sql`
  select id, event, at, actor_name, actor_role, payload::json as payload, row_number() over (order by id)::int as
    position
  from audit_entries
  where subject_type = 'ticket' and subject_id = ${number} and event <> all(${QUIET_EVENTS}) and
    (${seesInternal}::boolean or not coalesce((payload ->> 'isInternal')::boolean, false))`;

/** The ticket's history as a conversation, oldest first: the newest entries, or those from a position on. */
export async function readTimeline(
  desk: Desk,
  caller: Caller,
  { number, from, limit }: Parsed<'getTimeline'>,
): Promise<TimelineEntry[]> {
  const row = await readableTicket(desk, caller, number);
  const seesInternal = can(caller.policy, caller.actor, 'ticket:readInternal', toFacts(row), caller.now).allowed;
  const part =
    from === undefined
      ? sql`order by position desc limit ${limit}`
      : sql`where position >= ${from} order by position limit ${limit}`;
  const entries = await rowsOf<Numbered>(
    connection(desk.strapi),
    sql`select * from (${visible(number, seesInternal)}) visible ${part}`,
  );
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
      facts: wordFacts(caller.language, payload.facts ?? {}),
    }));
}
