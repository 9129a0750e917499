import { can, MINUTE_MS, Refusal, type Person } from '../../domain';
import type { Caller } from '../database/caller';
import { rowsOf, run, sql } from '../database/sql';
import { inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { readableTicket } from '../tickets/read';
import { toFacts } from '../tickets/rows';

/** Pages say so every twenty seconds; whoever has been silent longer has gone. */
const PRESENT_MS = 50_000;
const FORGOTTEN_MS = 2 * MINUTE_MS;
/** As many names as anybody reads. */
const MOST_NAMES = 5;

/** Writes down that this officer has the ticket open, and tells who else has. Nothing of it lasts. */
export async function lookAtTicket(desk: Desk, caller: Caller, number: string): Promise<Person[]> {
  const { policy, actor, now } = caller;
  const ticket = await readableTicket(desk, caller, number);
  if (actor.kind !== 'staff' || !can(policy, actor, 'ticket:readInternal', toFacts(ticket), now).allowed)
    throw new Refusal('notAllowed');
  return inTransaction(desk.strapi, async (trx) => {
    // Only rows nobody else is writing, so that no two pages wait for each other.
    await run(
      trx,
      sql`delete from ticket_presence where (ticket_id, staff_id) in (select ticket_id, staff_id from ticket_presence
        where seen_at < ${new Date(now - FORGOTTEN_MS)} limit 100 for update skip locked)`,
    );
    await run(
      trx,
      sql`insert into ticket_presence (ticket_id, staff_id, seen_at) values (${ticket.id}, ${actor.id}, ${new Date(now)})
        on conflict (ticket_id, staff_id) do update set seen_at = excluded.seen_at`,
    );
    return rowsOf<Person>(
      trx,
      sql`select u.id, u.name from ticket_presence p join desk_staff() u on u.id = p.staff_id and u.is_in_use
        where p.ticket_id = ${ticket.id} and p.staff_id <> ${actor.id} and p.seen_at >= ${new Date(now - PRESENT_MS)}
        order by u.name limit ${MOST_NAMES}`,
    );
  });
}
