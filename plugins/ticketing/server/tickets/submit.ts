import type { Knex } from 'knex';
import { can, Refusal, type TicketReceipt } from '../../domain';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { choose } from './choose';
import { attachmentsOf, toAttachments } from './files';
import { isKeptAlready, sendingOf, writtenUnder } from './once';
import { findTicket } from './rows';
import { writeNew, type Submission } from './new-ticket';
import { toSummary } from './summary-rows';

/** What was answered the first time, as the ticket stands now. */
async function receiptOf(on: Knex, caller: Caller, number: string): Promise<TicketReceipt> {
  const row = await findTicket(on, number);
  const files = await attachmentsOf(on, row.id);
  const { status, priority, submittedAt, responseDueAt, resolutionDueAt } = toSummary(row, undefined, caller.now);
  const attachments = toAttachments(files, row, caller);
  return {
    number,
    status,
    priority,
    submittedAt,
    responseDueAt,
    resolutionDueAt,
    attachments,
    missingDocuments: row.missing_documents,
  };
}

/** Staff alone say for whom a request is, how it came in, and how urgent it is to us. */
function demandOwn(request: Submission): void {
  const fields = (['skpd', 'channel', 'priority'] as const).filter((field) => request[field] !== undefined);
  if (fields.length) throw new Refusal('notAllowed', { permission: 'ticket:createOnBehalf', fields });
}

/**
 * Files a request: one statement, and so one transaction, writes the ticket with its audit entry, its idempotency key and
 * what leaves. (2026-11-29: it was a transaction around nine statements. What is only looked up before, the number and who
 * is to be told, is safe outside: numbers come from a sequence, and nobody can hold a ticket that is not there yet. Two
 * sendings of one key at once meet at the key's own row.)
 */
export async function submit(desk: Desk, caller: Caller, request: Submission): Promise<TicketReceipt> {
  const onBehalf = can(caller.policy, caller.actor, 'ticket:createOnBehalf').allowed;
  if (!onBehalf) demandOwn(request);
  const on = connection(desk.strapi);
  const sending = sendingOf(caller, 'submitTicket', request);
  const kept = sending && (await writtenUnder(on, sending));
  if (kept) return receiptOf(on, caller, kept);
  const [master, { settings }] = await Promise.all([desk.masterData(), desk.inForce()]);
  const choice = choose(master, caller, request, onBehalf);
  try {
    return await writeNew(desk, caller, request, { master, settings, choice }, sending);
  } catch (error) {
    const first = sending && isKeptAlready(error) ? await writtenUnder(on, sending) : null;
    if (!first) throw error;
    return receiptOf(on, caller, first);
  }
}
