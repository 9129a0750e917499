import type { Core } from '@strapi/strapi';
import type { Trx } from '../database/transaction';
import { service } from '../services';
import type { AuditRow } from '../audit/entries';
import type { TicketRow } from './rows';
import { slaColumns } from './sla-columns';

type Column = keyof ReturnType<typeof slaColumns>;
const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : (value ?? null));

/** The derived columns in which a ticket's row and its history differ; null when they agree. */
export async function staleColumns(
  strapi: Core.Strapi,
  row: object,
  entries: readonly AuditRow[],
  now: number,
): Promise<Partial<ReturnType<typeof slaColumns>> | null> {
  const [{ clock }, { settings }] = [
    await service(strapi, 'master').load(),
    await service(strapi, 'settings').inForce(),
  ];
  const stale = Object.entries(slaColumns(entries, clock, settings, now)).filter(
    ([name, value]) => plain(value) !== plain((row as Partial<Record<Column, unknown>>)[name as Column]),
  );
  return stale.length > 0 ? Object.fromEntries(stale) : null;
}

/** Brings a locked ticket's derived columns up to its history. No news of the ticket: no entry, and `updated_at` stays. */
export async function resettle(strapi: Core.Strapi, trx: Trx, ticket: TicketRow, now: number): Promise<boolean> {
  const stale = await staleColumns(strapi, ticket, await service(strapi, 'audit').of(trx, ticket.number), now);
  if (stale) await trx('tickets').where({ id: ticket.id }).update(stale);
  return stale !== null;
}
