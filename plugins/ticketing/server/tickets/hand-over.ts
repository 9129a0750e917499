import { fill, statusList, words, WORKED_ON_STATUSES } from '../../domain';
import type { Caller } from '../database/caller';
import { rowsOf, sql, trusted } from '../database/sql';
import type { Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { actByItself, actInside } from './act';
import { lockTicket } from './rows';

interface Work {
  readonly number: string;
  readonly reason: string;
  /** They help somebody else with it. */
  readonly isHelp: boolean;
}

/**
 * What an officer who leaves is in charge of or helps with, in one order for everybody who locks it, and what is said
 * of it.
 */
async function workOf(trx: Trx, leaver: number): Promise<Work[]> {
  const rows = await rowsOf<{ number: string; name: string; is_help: boolean }>(
    trx,
    sql`select t.number, u.name, t.assignee_id is distinct from ${leaver} as is_help from tickets t
      join desk_staff() u on u.id = ${leaver}
      where (t.assignee_id = ${leaver} or t.id in (select h.ticket_id from desk_ticket_helpers() h where h.staff_id =
        ${leaver})) and t.status in (${trusted(statusList(WORKED_ON_STATUSES))}) order by t.id`,
  );
  // Read by the requester, so it is in their language.
  return rows.map(({ number, name, is_help }) => ({
    number,
    reason: fill(words('id').accountClosed, { name }),
    isHelp: is_help,
  }));
}

/** Gives everything to one colleague, by the caller's own authority to assign. Inside the caller's transaction. */
export async function handOver(desk: Desk, trx: Trx, caller: Caller, leaver: number, assignee: number): Promise<void> {
  for (const { number, reason, isHelp } of await workOf(trx, leaver))
    if (!isHelp) await actInside(desk, trx, caller, { number, action: 'assign', assignee, reason });
}

/**
 * What is left goes back to the queues of its teams, which are told, and whoever is gone helps nobody: nothing stays
 * with them.
 */
export async function releaseWork(desk: Desk, trx: Trx, caller: Caller, leaver: number): Promise<void> {
  for (const { number, reason, isHelp } of await workOf(trx, leaver)) {
    const ticket = await lockTicket(trx, number);
    const context = { desk, trx, caller, ticket };
    if (isHelp) await actByItself({ ...context, given: { reason, helper: leaver } }, 'removeHelper');
    else await actByItself({ ...context, given: { reason } }, 'release');
  }
}
