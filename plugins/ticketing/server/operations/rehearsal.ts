import type { Permission, Policy } from '../../domain';
import { systemCaller } from '../database/caller';
import { rowsOf, sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { readTicket } from '../tickets/detail';
import { readTimeline } from '../tickets/timeline';

const MOST = 20;
const ENTRIES = 100;

/** Whatever the city allows whom: a trial opens every ticket, and shows it to nobody. */
const OPENS: Policy = (['ticket:read', 'ticket:readConfidential', 'ticket:readInternal'] satisfies Permission[]).map(
  (may) => ({ role: 'ADMIN', may, when: [] }),
);

/**
 * Opens the newest tickets and their histories as a person would, on a database that was restored; answers how many.
 * Throws at the first that cannot be opened.
 */
export async function openNewest(desk: Desk, now: number): Promise<number> {
  const itself = systemCaller(OPENS, now);
  const caller = { ...itself, actor: { ...itself.actor, roles: ['ADMIN' as const] } };
  const rows = await rowsOf<{ number: string }>(
    connection(desk.strapi),
    sql`select number from tickets order by id desc limit ${MOST}`,
  );
  for (const { number } of rows) {
    await readTicket(desk, caller, number);
    await readTimeline(desk, caller, { number, from: undefined, limit: ENTRIES });
  }
  return rows.length;
}
