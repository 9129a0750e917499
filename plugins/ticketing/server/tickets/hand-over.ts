import { fill, statusList, words, WORKED_ON_STATUSES } from '../../domain';
import type { Caller } from '../database/caller';
import { rowsOf, sql, trusted } from '../database/sql';
import type { Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { actByItself, actInside } from './act';
import { lockTicket } from './rows';

/** What an officer who leaves is in charge of, in one order for everybody who locks it, and what is said of it. */
async function workOf(trx: Trx, leaver: number): Promise<{ readonly number: string; readonly reason: string }[]> {
  const rows = await rowsOf<{ number: string; name: string }>(
    trx,
    sql`select t.number, u.name from tickets t join desk_staff() u on u.id = t.assignee_id where t.assignee_id = ${leaver}
      and t.status in (${trusted(statusList(WORKED_ON_STATUSES))}) order by t.id`,
  );
  // Read by the requester, so it is in their language.
  return rows.map(({ number, name }) => ({ number, reason: fill(words('id').accountClosed, { name }) }));
}

/** Gives everything to one colleague, by the caller's own authority to assign. Inside the caller's transaction. */
export async function handOver(desk: Desk, trx: Trx, caller: Caller, leaver: number, assignee: number): Promise<void> {
  for (const { number, reason } of await workOf(trx, leaver))
    await actInside(desk, trx, caller, { number, action: 'assign', assignee, reason });
}

/** What is left goes back to the queues of its teams, which are told: nothing stays with somebody who is gone. */
export async function releaseWork(desk: Desk, trx: Trx, caller: Caller, leaver: number): Promise<void> {
  for (const { number, reason } of await workOf(trx, leaver)) {
    const ticket = await lockTicket(trx, number);
    await actByItself({ desk, trx, caller, ticket, given: { reason } }, 'release');
  }
}
