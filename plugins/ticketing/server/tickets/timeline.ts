import { can, QUIET_EVENTS, wordFacts, type TimelineEntry } from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection, rowsOf } from '../database/transaction';
import type { AuditRow } from '../audit/entries';
import { readableTicket } from './read';
import { toFacts } from './rows';
import type { Desk } from '../desk/desk';

interface Numbered extends AuditRow {
  readonly position: number;
}

/** Entries a reader may see, counted from the first: an internal note takes no number from those who must not know of it. */
const VISIBLE = `
  select id, event, at, actor_name, actor_role, payload::json as payload, row_number() over (order by id)::int as position
  from audit_entries
  where subject_type = 'ticket' and subject_id = ? and event <> all(string_to_array(?, ',')) and (? or not coalesce((payload ->> 'isInternal')::boolean, false))`;

/** The ticket's history as a conversation, oldest first: the newest entries, or those from a position on. */
export async function readTimeline(
  desk: Desk,
  caller: Caller,
  { number, from, limit }: Parsed<'getTimeline'>,
): Promise<TimelineEntry[]> {
  const row = await readableTicket(desk, caller, number);
  const seesInternal = can(caller.policy, caller.actor, 'ticket:readInternal', toFacts(row), caller.now).allowed;
  const [part, bindings] =
    from === undefined
      ? ['order by position desc limit ?', [limit]]
      : ['where position >= ? order by position limit ?', [from, limit]];
  const entries = await rowsOf<Numbered>(connection(desk.strapi), `select * from (${VISIBLE}) visible ${part}`, [
    number,
    QUIET_EVENTS.join(','),
    seesInternal,
    ...bindings,
  ]);
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
