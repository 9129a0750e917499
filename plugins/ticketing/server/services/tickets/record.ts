import type { Core } from '@strapi/strapi';
import type { Role, TicketEvent } from '../../../domain';
import type { Caller } from '../../caller';
import type { Trx } from '../../database';
import { service } from '..';
import type { TicketPayload } from '../audit';
import type { TicketRow } from './rows';
import { slaColumns } from './settle';

/** Columns of `tickets` a use case may set. */
export type Changes = Readonly<Record<string, string | number | boolean | Date | null>>;

/**
 * Writes what happened to a locked ticket: the audit entry first, then the columns, with deadlines derived from the
 * history that now includes it. The only place where a ticket changes.
 */
export async function record(strapi: Core.Strapi, trx: Trx, caller: Caller, ticket: TicketRow, event: TicketEvent, role: Role | undefined, payload: TicketPayload, changes: Changes = {}): Promise<void> {
  const audit = service(strapi, 'audit');
  await audit.append(trx, caller, { subjectType: 'ticket', subjectId: ticket.number, event, ...(role && { role }), payload });
  const master = await service(strapi, 'master').load();
  const calendar = master.services.get(ticket.category_code)?.target.calendar ?? 'JAM_KERJA';
  const entries = await audit.of(trx, ticket.number);
  await trx('tickets').where({ id: ticket.id }).update({ ...slaColumns(entries, master.clock, calendar, caller.now), ...changes, ...(payload.to && { status: payload.to }) });
}
