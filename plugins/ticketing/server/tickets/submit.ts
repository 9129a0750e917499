import {
  can,
  proposePriority,
  Refusal,
  wibYear,
  type Channel,
  type Priority,
  type SlaPromise,
  type TicketReceipt,
} from '../../domain';
import type { Parsed } from '../../domain/contract';
import { entryOf } from '../audit/append';
import { authorOf, type AuditRow } from '../audit/entries';
import type { Caller } from '../database/caller';
import { newDocumentId } from '../database/document-id';
import { joined, listOf, rowOf, rowsByKey, sql } from '../database/sql';
import { inTransaction, type Trx } from '../database/transaction';
import type { MasterData } from '../desk/catalogue';
import type { Desk } from '../desk/desk';
import type { InForce } from '../desk/in-force';
import { choose, factsOfNew, requesterOf, type Choice } from './choose';
import { attachmentsOf, toAttachment } from './files';
import { aboutToBe, listenersOf, type ListenerRow } from './listeners';
import { once } from './once';
import { findTicket } from './rows';
import { slaColumns } from './sla-columns';
import { toSummary } from './summary-rows';
import { hatsHearing, post, toldOf, type Leaving } from './tell';

type Submission = Parsed<'submitTicket'>;
interface Ground {
  readonly master: MasterData;
  readonly settings: InForce['settings'];
  readonly choice: Choice;
}

/** What was answered the first time, as the ticket stands now. */
async function receiptOf(trx: Trx, caller: Caller, number: string): Promise<TicketReceipt> {
  const row = await findTicket(trx, number);
  const files = await attachmentsOf(trx, row.id);
  const { status, priority, submittedAt, responseDueAt, resolutionDueAt } = toSummary(row, undefined, caller.now);
  const attachments = files.map((file) => toAttachment(file, row, caller));
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

/** What the first entry says, by which the deadlines are derived. */
function entryOfNew(
  { actor, now }: Caller,
  request: Submission,
  { offered, unit, event, answers }: Choice,
  { priority, channel }: { readonly priority: Priority; readonly channel: Channel },
): Pick<AuditRow, 'event' | 'at' | 'actor_kind' | 'payload'> {
  const { title, description, impact, urgency, contact } = request;
  const sla: SlaPromise = { target: offered.targetFor(priority), ...(event && { event }) };
  return {
    event: 'submit',
    at: new Date(now),
    actor_kind: actor.kind,
    payload: {
      from: null,
      to: 'NEW',
      facts: channel === 'WEB' ? {} : { channel },
      after: {
        title,
        description,
        category: offered.service.code,
        skpd: unit.code,
        priority,
        impact,
        urgency,
        contact,
        form: answers,
        channel,
        sla,
      },
    },
  };
}

/** Writes number, ticket, entry and what is to be told of it; answers what the person gets in hand. */
async function write(
  desk: Desk,
  trx: Trx,
  caller: Caller,
  request: Submission,
  ground: Ground,
): Promise<TicketReceipt> {
  const { master, settings, choice } = ground;
  const { offered, unit, event, answers } = choice;
  const priority = request.priority ?? proposePriority(request.impact, request.urgency, settings.priorityMatrix);
  const channel = request.channel ?? 'WEB';
  const entry = entryOfNew(caller, request, choice, { priority, channel });
  const team = master.teams.get(offered.service.team.code);
  const requesterId = await requesterOf(trx, master, caller, unit, request.contact.email);
  const hats = hatsHearing(caller, entry);
  const wearing = {
    requester_id: requesterId,
    assignee_id: null,
    team_id: team?.id ?? null,
    category_id: offered.id,
    contact_name: request.contact.name,
    contact_email: request.contact.email,
    approved_at: null,
  };
  // The number, and who is to be told under it, in one look.
  const [next] = await rowsByKey<{ id: number; number: string; listeners: ListenerRow[] | null }>(
    trx,
    sql`with n as materialized (select next_ticket_number(${wibYear(caller.now)}) as number, nextval('tickets_id_seq')::int
        as id) select n.id, n.number, ${hats.length ? listOf(listenersOf(aboutToBe(wearing), hats, [])) : sql`null::json`}
        as listeners from n`,
  );
  if (!next) throw new Error('no number for a new ticket');
  const { id, number } = next;
  const derived = slaColumns([entry], master.clock, settings, caller.now);
  const at = new Date(caller.now);
  const row = rowOf({
    ...wearing,
    id,
    document_id: newDocumentId(),
    number,
    title: request.title,
    description: request.description,
    status: 'NEW',
    priority,
    impact: request.impact,
    urgency: request.urgency,
    channel,
    skpd_id: unit.id,
    contact_phone: request.contact.phone,
    form: JSON.stringify(answers),
    is_confidential: offered.service.isConfidential,
    submitted_at: at,
    created_at: at,
    published_at: at,
    reopen_count: 0,
    event_starts_at: event ? new Date(event.start) : null,
    event_ends_at: event ? new Date(event.end) : null,
    updated_at: at,
    ...derived,
  });
  const told = await toldOf(
    desk,
    caller,
    {
      number,
      event: 'submit',
      payload: entry.payload,
      facts: factsOfNew(offered, unit, team?.code ?? null, requesterId),
    },
    next.listeners ?? [],
  );
  const first = { subjectType: 'ticket', subjectId: number, event: 'submit', payload: entry.payload };
  // Nobody else can know this number yet: its chain begins here, and there is none to hold.
  const parts = [sql`told as (${entryOf(authorOf(caller), caller.now, first, null)})`, ...(told ? told.parts : [])];
  const [written] = await rowsByKey<{ leaving: Leaving | null }>(
    trx,
    sql`with ${joined(parts, ', ')} insert into tickets ${row} returning ${told ? told.leaving : sql`null`} as leaving`,
  );
  await post(desk, trx, written?.leaving ?? null);
  return {
    number,
    status: 'NEW',
    priority,
    submittedAt: at.toISOString(),
    responseDueAt: derived.response_due_at?.toISOString() ?? null,
    resolutionDueAt: derived.resolution_due_at?.toISOString() ?? null,
    attachments: [],
    missingDocuments: offered.service.fields
      .filter(({ type, required }) => type === 'file' && required)
      .map(({ label }) => label),
  };
}

/** Files a request: one transaction for the number, the ticket, its audit entry and the idempotency key. */
export async function submit(desk: Desk, caller: Caller, request: Submission): Promise<TicketReceipt> {
  const onBehalf = can(caller.policy, caller.actor, 'ticket:createOnBehalf').allowed;
  if (!onBehalf) demandOwn(request);
  const [master, { settings }] = await Promise.all([desk.masterData(), desk.inForce()]);
  return inTransaction(desk.strapi, async (trx) => {
    let receipt: TicketReceipt | undefined;
    const number = await once(trx, caller, 'submitTicket', request, async () => {
      const choice = choose(master, caller, request, onBehalf);
      receipt = await write(desk, trx, caller, request, { master, settings, choice });
      return receipt.number;
    });
    return receipt ?? receiptOf(trx, caller, number);
  });
}
