import type { Trx } from '../database/transaction';
import type { AuditRow } from '../audit/entries';
import type { TicketRow } from './rows';
import { slaColumns } from './sla-columns';
import { entriesOf } from '../audit/entries';
import type { Desk } from '../desk/desk';

type Column = keyof ReturnType<typeof slaColumns>;
const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : (value ?? null));

/** The derived columns in which a ticket's row and its history differ; null when they agree. */
export async function staleColumns(
  desk: Desk,
  row: object,
  entries: readonly AuditRow[],
  now: number,
): Promise<Partial<ReturnType<typeof slaColumns>> | null> {
  const [{ clock }, { settings }] = [await desk.masterData(), await desk.inForce()];
  const stale = Object.entries(slaColumns(entries, clock, settings, now)).filter(
    ([name, value]) => plain(value) !== plain((row as Partial<Record<Column, unknown>>)[name as Column]),
  );
  return stale.length > 0 ? Object.fromEntries(stale) : null;
}

/**
 * Brings a locked ticket's derived columns up to its history. No news of the ticket: no entry, and `updated_at`
 * stays.
 */
export async function refreshDerived(desk: Desk, trx: Trx, ticket: TicketRow, now: number): Promise<boolean> {
  const stale = await staleColumns(desk, ticket, await entriesOf(trx, ticket.number), now);
  if (stale) await trx('tickets').where({ id: ticket.id }).update(stale);
  return stale !== null;
}
