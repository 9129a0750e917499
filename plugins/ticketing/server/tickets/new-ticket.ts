import {
  proposePriority,
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
import { connection } from '../database/transaction';
import type { MasterData } from '../desk/catalogue';
import type { Desk } from '../desk/desk';
import type { InForce } from '../desk/in-force';
import { factsOfNew, requesterOf, type Choice } from './choose';
import { aboutToBe, listenersOf, type ListenerRow } from './listeners';
import { keeping, type Sending } from './once';
import { slaColumns } from './sla-columns';
import { hatsHearing, toldOf } from './tell';

export type Submission = Parsed<'submitTicket'>;
/** What a new ticket is written by. */
interface Ground {
  readonly master: MasterData;
  readonly settings: InForce['settings'];
  readonly choice: Choice;
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

/**
 * Writes ticket, entry, the key it was sent under and what is to be told of it, all in one statement; answers what the
 * person gets in hand.
 */
export async function writeNew(
  desk: Desk,
  caller: Caller,
  request: Submission,
  ground: Ground,
  sending: Sending | null,
): Promise<TicketReceipt> {
  const on = connection(desk.strapi);
  const { master, settings, choice } = ground;
  const { offered, unit, event, answers } = choice;
  const priority = request.priority ?? proposePriority(request.impact, request.urgency, settings.priorityMatrix);
  const channel = request.channel ?? 'WEB';
  const entry = entryOfNew(caller, request, choice, { priority, channel });
  const team = master.teams.get(offered.service.team.code);
  const requester = requesterOf(master, caller, unit, request.contact.email);
  const hats = hatsHearing(caller, entry);
  const wearing = {
    assignee_id: null,
    team_id: team?.id ?? null,
    category_id: offered.id,
    contact_name: request.contact.name,
    contact_email: request.contact.email,
    approved_at: null,
  };
  // The number, whose ticket it is, and who is to be told under it, in one look.
  const [next] = await rowsByKey<{
    id: number;
    number: string;
    requester_id: number | null;
    listeners: ListenerRow[] | null;
  }>(
    on,
    sql`with n as materialized (select next_ticket_number(${wibYear(caller.now)}) as number, nextval('tickets_id_seq')::int
        as id, ${requester} as requester_id) select n.id, n.number, n.requester_id, ${hats.length ? listOf(listenersOf(aboutToBe(wearing), hats, [])) : sql`null::json`}
        as listeners from n`,
  );
  if (!next) throw new Error('no number for a new ticket');
  const { id, number, requester_id: requesterId } = next;
  const derived = slaColumns([entry], master.clock, settings, caller.now);
  const at = new Date(caller.now);
  const row = rowOf({
    ...wearing,
    requester_id: requesterId,
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
  const parts = [
    sql`told as (${entryOf(authorOf(caller), caller.now, first, null)})`,
    ...(sending ? [sql`kept as (${keeping(sending, number, caller.now)})`] : []),
    ...told,
  ];
  await rowsByKey(on, sql`with ${joined(parts, ', ')} insert into tickets ${row}`);
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
