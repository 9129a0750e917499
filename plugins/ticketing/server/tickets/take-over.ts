import { answersFor, Refusal, wibYear, type SlaPromise } from '../../domain';
import { lastNewsOf, storyOf, verifiedAtOf, type ImportedTicket, type RetoldEntry } from '../../domain/imports';
import { beginningOf } from '../audit/append';
import { SYSTEM, type Author } from '../audit/author';
import { asKept, type AuditRow, type TicketPayload } from '../audit/entries';
import type { Caller } from '../database/caller';
import { newDocumentId } from '../database/document-id';
import { rowOf, rowsByKey, sql } from '../database/sql';
import type { Trx } from '../database/transaction';
import type { MasterData } from '../desk/catalogue';
import type { DeskSettings } from '../../domain';
import { requesterOf } from './choose';
import { slaColumns } from './sla-columns';

/** The system a ticket comes from: `code` is by what it is known again, `name` what people read. */
export interface Source {
  readonly code: string;
  readonly name: string;
}
/** What the other system's words became here, which the ticket's history keeps. */
interface Ground {
  readonly master: MasterData;
  readonly settings: DeskSettings;
  readonly source: Source;
  /** The account of whoever handles it, by the name it was given there; null where nobody here has that name. */
  readonly officer: number | null;
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Who an entry names: the other system where it tells again, this one where the ticket was taken over. */
const authorOf = ({ event }: RetoldEntry, ticket: ImportedTicket, source: Source): Author => ({
  ...SYSTEM,
  ...(event !== 'import' && { name: source.name }),
  requestId: `import:${source.code}:${ticket.source.id}`,
});

/**
 * Writes a ticket of another system with its history, as far as that tells it: number, row and entries. Its number is
 * one of this desk in the year it was filed; the one it had is kept beside it and found by search. Nobody is told.
 *
 * A ticket is only ever written so, by `submit` and by `record-event`.
 */
export async function takeOver(
  trx: Trx,
  caller: Caller,
  ticket: ImportedTicket,
  { master, settings, source, officer }: Ground,
): Promise<string> {
  const [offered, unit] = [master.services.get(ticket.service), master.skpd.get(ticket.unit)];
  if (!offered) throw new Refusal('unknownCategory', { category: ticket.service });
  if (!unit) throw new Refusal('unknownSkpd', { skpd: ticket.unit });
  const { service } = offered;
  const priority = ticket.priority ?? service.defaultPriority;
  const { impact, urgency } = answersFor(priority);
  const team = master.teams.get(service.team.code);
  const contact = { ...ticket.contact, name: ticket.contact.name || unit.name };
  const sla: SlaPromise = { target: offered.targetFor(priority) };
  const submitted = {
    title: ticket.title,
    description: ticket.description,
    category: service.code,
    skpd: unit.code,
    priority,
    impact,
    urgency,
    contact,
    form: ticket.extras,
    channel: ticket.channel,
  };
  const imported = {
    source: { system: source.code, ...ticket.source },
    original: {
      status: ticket.status,
      submittedAt: iso(ticket.submittedAt),
      updatedAt: iso(ticket.updatedAt),
      resolvedAt: iso(ticket.resolvedAt),
      closedAt: iso(ticket.closedAt),
    },
    sla,
    ...(officer !== null && { assignee_id: officer }),
  };
  const payloadOf = ({ event, from, to, text }: RetoldEntry): TicketPayload => ({
    ...(to && { from: from ?? null, to }),
    ...(text && { text }),
    ...(event === 'submit' && {
      facts: ticket.channel === 'WEB' ? {} : { channel: ticket.channel },
      after: submitted,
    }),
    ...(event === 'import' && {
      facts: {
        sourceSystem: source.name,
        sourceNumber: ticket.source.number,
        ...(ticket.assignee && { sourceAssignee: ticket.assignee }),
      },
      after: imported,
    }),
  });
  const story = storyOf(ticket, caller.now).map((retold) => ({ ...retold, payload: payloadOf(retold) }));
  const history: Pick<AuditRow, 'event' | 'at' | 'actor_kind' | 'payload'>[] = story.map(({ event, at, payload }) => ({
    event,
    at: new Date(at),
    actor_kind: SYSTEM.kind,
    payload: asKept(payload),
  }));
  const requesterId = await requesterOf(trx, master, caller, unit, contact.email);
  const [next] = await rowsByKey<{ number: string }>(
    trx,
    sql`select next_ticket_number(${wibYear(ticket.submittedAt)}) as number`,
  );
  if (!next) throw new Error('no number for an imported ticket');
  const { number } = next;
  const date = (at: number | null): Date | null => (at === null ? null : new Date(at));
  await rowsByKey(
    trx,
    sql`insert into tickets ${rowOf({
      document_id: newDocumentId(),
      number,
      title: ticket.title,
      description: ticket.description,
      status: ticket.status,
      priority,
      impact,
      urgency,
      channel: ticket.channel,
      category_id: offered.id,
      skpd_id: unit.id,
      team_id: team?.id ?? null,
      requester_id: requesterId,
      assignee_id: officer,
      contact_name: contact.name,
      contact_phone: contact.phone,
      contact_email: contact.email,
      form: JSON.stringify(ticket.extras),
      is_confidential: service.isConfidential,
      submitted_at: date(ticket.submittedAt),
      verified_at: date(verifiedAtOf(ticket, caller.now)),
      resolution_summary: ticket.status === 'RESOLVED' && ticket.solution ? ticket.solution : null,
      reopen_count: 0,
      source_system: source.code,
      source_name: source.name,
      source_id: ticket.source.id,
      source_number: ticket.source.number,
      imported_at: date(caller.now),
      created_at: date(caller.now),
      published_at: date(caller.now),
      updated_at: date(lastNewsOf(ticket)),
      ...slaColumns(history, master.clock, settings, caller.now),
    })}`,
  );
  const links = story.map(({ payload, ...retold }) => ({
    author: authorOf(retold, ticket, source),
    at: retold.at,
    entry: { subjectType: 'ticket', subjectId: number, event: retold.event, payload },
  }));
  for (const statement of beginningOf(links)) await rowsByKey(trx, statement);
  return number;
}

/** Of these, the ids this source's tickets have here already. */
export async function takenOver(trx: Trx, source: Source, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await rowsByKey<{ source_id: string }>(
    trx,
    sql`select source_id from tickets where source_system = ${source.code} and source_id = any(${ids})`,
  );
  return new Set(rows.map(({ source_id }) => source_id));
}
