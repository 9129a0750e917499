import type { Rule, TicketEvent } from '../../domain';
import type { Caller } from '../database/caller';
import type { Trx } from '../database/transaction';
import { entriesOf, record, type TicketPayload } from '../audit/entries';
import type { TicketRow } from './rows';
import { slaColumns } from './sla-columns';
import type { Desk } from '../desk/desk';

/** Columns of `tickets` a use case may set. */
export type Changes = Readonly<Record<string, string | number | boolean | Date | null>>;

/**
 * What the clock notes is not news of the ticket: it moves no list that is sorted by the latest change. Nor does an
 * internal note, of which requesters would learn by it.
 */
const QUIETLY: readonly TicketEvent[] = [
  'slaAtRisk',
  'slaBreach',
  'download',
  'revealContact',
  'printDocument',
  'issueDocument',
];

/**
 * Writes what happened to a locked ticket: the audit entry first, then the columns, with deadlines derived from the
 * history that now includes it. The only place where a ticket changes.
 */
export async function recordEvent(
  desk: Desk,
  trx: Trx,
  caller: Caller,
  ticket: TicketRow,
  event: TicketEvent,
  role: Rule['role'] | undefined,
  payload: TicketPayload,
  changes: Changes = {},
): Promise<void> {
  await record(trx, caller, {
    subjectType: 'ticket',
    subjectId: ticket.number,
    event,
    ...(role && { role }),
    payload,
  });
  const [master, { settings }, entries] = [
    await desk.masterData(),
    await desk.inForce(),
    await entriesOf(trx, ticket.number),
  ];
  await trx('tickets')
    .where({ id: ticket.id })
    .update({
      ...slaColumns(entries, master.clock, settings, caller.now),
      ...(QUIETLY.includes(event) || payload.isInternal ? {} : { updated_at: new Date(caller.now) }),
      ...changes,
      ...(payload.to && { status: payload.to }),
    });
}
