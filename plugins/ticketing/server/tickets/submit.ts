import { newDocumentId } from '../database/document-id';
import {
  can,
  checkForm,
  DAY_MS,
  proposePriority,
  Refusal,
  wibInstant,
  wibYear,
  type FormAnswer,
  type FormValue,
  type SlaPromise,
  type TicketFacts,
  type TicketReceipt,
} from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { inTransaction, type Trx } from '../database/transaction';
import { entryOf } from '../audit/append';
import { authorOf, type AuditRow } from '../audit/entries';
import { attachmentsOf, findTicket, toAttachment, toSummary } from './rows';
import { tell } from './tell';
import type { MasterData, UnitRecord } from '../desk/catalogue';
import type { ServiceRecord } from '../desk/catalogue-rows';
import { slaColumns } from './sla-columns';
import type { Desk } from '../desk/desk';
import { rowOf, rowsByKey, sql } from '../database/sql';
import { once } from './once';

type Submission = Parsed<'submitTicket'>;

/** A form's local minute is a minute in WIB. */
const instantIn = (value: FormValue | undefined): number | null => {
  if (typeof value !== 'string') return null;
  const at = wibInstant(value);
  return Number.isNaN(at) ? null : at;
};

function chooseService(master: MasterData, code: string): ServiceRecord {
  const offered = master.services.get(code);
  if (!offered) throw new Refusal('unknownCategory', { category: code });
  if (!offered.isActive) throw new Refusal('inactiveCategory', { category: code });
  return offered;
}

/** A clerk files for the own unit; staff say for whom, and how the request came in. */
function chooseUnit(master: MasterData, { actor }: Caller, given: string | undefined, onBehalf: boolean): UnitRecord {
  const code = onBehalf ? given : actor.skpdCode;
  if (onBehalf && !code) throw new Refusal('missingFields', { issues: [{ field: 'skpd', code: 'required' }] });
  if (!code) throw new Refusal('accountWithoutSkpd');
  const unit = master.skpd.get(code);
  if (!unit) throw new Refusal('unknownSkpd', { skpd: code });
  if (!unit.isActive) throw new Refusal('inactiveSkpd', { skpd: unit.name });
  return unit;
}

/** An event farther away than this is a typing error, and the clock has no calendar for it. */
const FARTHEST_EVENT_MS = 5 * 366 * DAY_MS;

function eventOf(
  { eventFields }: ServiceRecord,
  values: Readonly<Record<string, FormValue>>,
  now: number,
): SlaPromise['event'] {
  const start = eventFields && instantIn(values[eventFields.start]);
  const end = eventFields && instantIn(values[eventFields.end]);
  if (!eventFields || start === null || end === null) return undefined;
  const strange = [
    [eventFields.start, start],
    [eventFields.end, end],
  ].filter(([, at]) => Math.abs(Number(at) - now) > FARTHEST_EVENT_MS);
  if (strange.length)
    throw new Refusal('invalidForm', {
      issues: strange.map(([field]) => ({ field: `form.${field}`, code: 'wrongFormat' })),
    });
  if (end < start)
    throw new Refusal('invalidForm', {
      issues: [{ field: `form.${eventFields.end}`, code: 'tooSmall', limit: String(values[eventFields.start]) }],
    });
  return { start, end };
}

/**
 * A clerk's own account; for a caller, the account of that unit with the contact's e-mail, so that the person can
 * follow the ticket.
 */
async function requesterOf(
  trx: Trx,
  { actor }: Caller,
  unit: UnitRecord,
  email: string | null,
): Promise<number | null> {
  if (actor.kind === 'portal') return actor.id;
  if (!email) return null;
  const [account] = await rowsByKey<{ id: number }>(
    trx,
    sql`select id from desk_accounts() where lower(email) = lower(${email}) and skpd_id = ${unit.id} and not blocked`,
  );
  return account?.id ?? null;
}

/** What the policy asks of a ticket that was just filed. */
const factsOfNew = (
  { service }: ServiceRecord,
  unit: UnitRecord,
  teamCode: string | null,
  requesterId: number | null,
): TicketFacts => ({
  status: 'NEW',
  skpdCode: unit.code,
  requesterId,
  assigneeId: null,
  teamCode,
  isConfidential: service.isConfidential,
  isCancelRequested: false,
  isOwnFile: null,
  isRated: false,
  hasRatingWords: false,
  ratingChangesUntil: null,
  helperIds: [],
  isVerified: false,
  pendingApprover: service.approver,
  lacksDisposition: service.requiresDisposition,
  lacksLetter: service.requiresAssignmentLetter,
  missingDocuments: [],
  awaitsReadiness: false,
  unansweredAt: null,
  locksAt: null,
});

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

/** Files a request: one transaction for the number, the ticket, its audit entry and the idempotency key. */
export async function submit(desk: Desk, caller: Caller, request: Submission): Promise<TicketReceipt> {
  const policy = caller.policy;
  const onBehalf = can(policy, caller.actor, 'ticket:createOnBehalf').allowed;
  if (!onBehalf && (request.skpd !== undefined || request.channel !== undefined || request.priority !== undefined)) {
    throw new Refusal('notAllowed', {
      permission: 'ticket:createOnBehalf',
      fields: ['skpd', 'channel', 'priority'].filter((field) => field in request),
    });
  }
  const [master, { settings }] = await Promise.all([desk.masterData(), desk.inForce()]);

  let receipt: TicketReceipt | undefined;
  const write = async (trx: Trx): Promise<string> => {
    const offered = chooseService(master, request.category);
    const unit = chooseUnit(master, caller, request.skpd, onBehalf);
    const { values, issues } = checkForm(offered.service.fields, request.form, caller.now);
    if (issues.length)
      throw new Refusal('invalidForm', {
        issues,
        labels: Object.fromEntries(offered.service.fields.map(({ key, label }) => [`form.${key}`, label])),
      });

    const event = eventOf(offered, values, caller.now);
    const [next] = await rowsByKey<{ number: string }>(
      trx,
      sql`select next_ticket_number(${wibYear(caller.now)}) as number`,
    );
    const number = next?.number ?? '';
    const form: FormAnswer[] = offered.service.fields.flatMap(({ key, label }) => {
      const value = values[key];
      return value === undefined ? [] : [{ key, label, value }];
    });
    const priority = request.priority ?? proposePriority(request.impact, request.urgency, settings.priorityMatrix);
    const sla: SlaPromise = { target: offered.targetFor(priority), ...(event && { event }) };
    const channel = request.channel ?? 'WEB';
    const team = master.teams.get(offered.service.team.code);
    const at = new Date(caller.now);
    const entry: Pick<AuditRow, 'event' | 'at' | 'actor_kind' | 'payload'> = {
      event: 'submit',
      at,
      actor_kind: caller.actor.kind,
      payload: {
        from: null,
        to: 'NEW',
        facts: channel === 'WEB' ? {} : { channel },
        after: {
          title: request.title,
          description: request.description,
          category: offered.service.code,
          skpd: unit.code,
          priority,
          impact: request.impact,
          urgency: request.urgency,
          contact: request.contact,
          form,
          channel,
          sla,
        },
      },
    };

    const requesterId = await requesterOf(trx, caller, unit, request.contact.email);
    const derived = slaColumns([entry], master.clock, settings, caller.now);
    const row = rowOf({
      document_id: newDocumentId(),
      number,
      title: request.title,
      description: request.description,
      status: 'NEW',
      priority,
      impact: request.impact,
      urgency: request.urgency,
      channel,
      category_id: offered.id,
      skpd_id: unit.id,
      team_id: team?.id ?? null,
      requester_id: requesterId,
      contact_name: request.contact.name,
      contact_phone: request.contact.phone,
      contact_email: request.contact.email,
      form: JSON.stringify(form),
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
    const told = { subjectType: 'ticket', subjectId: number, event: 'submit', payload: entry.payload };
    // Nobody else can know this number yet: its chain begins here, and there is none to hold.
    await rowsByKey(
      trx,
      sql`with told as (${entryOf(authorOf(caller), caller.now, told, null)}) insert into tickets ${row}`,
    );
    await tell(desk, trx, caller, {
      number,
      event: 'submit',
      payload: entry.payload,
      facts: factsOfNew(offered, unit, team?.code ?? null, requesterId),
    });
    receipt = {
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
    return number;
  };
  return inTransaction(desk.strapi, async (trx) => {
    const number = await once(trx, caller, 'submitTicket', request, () => write(trx));
    return receipt ?? receiptOf(trx, caller, number);
  });
}
