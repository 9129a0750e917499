import {
  answersFor,
  Refusal,
  wibYear,
  type Contact,
  type DeskSettings,
  type Priority,
  type SlaPromise,
} from '../../domain';
import { lastNewsOf, storyOf, verifiedAtOf, type ImportedTicket, type RetoldEntry } from '../../domain/imports';
import { beginningOf } from '../audit/append';
import { SYSTEM, type Author } from '../audit/author';
import { asKept, type TicketPayload } from '../audit/entries';
import type { Caller } from '../database/caller';
import { newDocumentId } from '../database/document-id';
import { rowOf, rowsByKey, sql } from '../database/sql';
import type { Trx } from '../database/transaction';
import type { MasterData, UnitRecord } from '../desk/catalogue';
import type { ServiceRecord } from '../desk/catalogue-rows';
import { requesterOf } from './choose';
import { slaColumns } from './sla-columns';

/** The system a ticket comes from: `code` is by what it is known again, `name` what people read. */
export interface Source {
  readonly code: string;
  readonly name: string;
}
/** What the use case stands on, read before its transaction. */
interface Ground {
  readonly master: MasterData;
  readonly settings: DeskSettings;
  readonly source: Source;
  /** The account of whoever handles it, by the name it was given there; null where nobody here has that name. */
  readonly officer: number | null;
}
/** The ticket in this desk's terms: what its columns and its entries share. */
interface Terms {
  readonly offered: ServiceRecord;
  readonly unit: UnitRecord;
  readonly priority: Priority;
  readonly contact: Contact;
}

const date = (at: number | null): Date | null => (at === null ? null : new Date(at));
const iso = (at: number | null): string | null => date(at)?.toISOString() ?? null;

function termsOf(ticket: ImportedTicket, { master }: Ground): Terms {
  const [offered, unit] = [master.services.get(ticket.service), master.skpd.get(ticket.unit)];
  if (!offered) throw new Refusal('unknownCategory', { category: ticket.service });
  if (!unit) throw new Refusal('unknownSkpd', { skpd: ticket.unit });
  return {
    offered,
    unit,
    priority: ticket.priority ?? offered.service.defaultPriority,
    contact: { ...ticket.contact, name: ticket.contact.name || unit.name },
  };
}

/** What the first entry keeps, as that of a request that was filed here does. */
const submitted = (ticket: ImportedTicket, { offered, unit, priority, contact }: Terms): TicketPayload => ({
  facts: ticket.channel === 'WEB' ? {} : { channel: ticket.channel },
  after: {
    title: ticket.title,
    description: ticket.description,
    category: offered.service.code,
    skpd: unit.code,
    priority,
    ...answersFor(priority),
    contact,
    form: ticket.extras,
    channel: ticket.channel,
  },
});

/** What the last entry keeps: where the ticket comes from, its times there, and what is promised from here on. */
function imported(ticket: ImportedTicket, { offered, priority }: Terms, { source, officer }: Ground): TicketPayload {
  const sla: SlaPromise = { target: offered.targetFor(priority) };
  const { status, submittedAt, updatedAt, resolvedAt, closedAt, assignee } = ticket;
  const times = { submittedAt: iso(submittedAt), updatedAt: iso(updatedAt), resolvedAt: iso(resolvedAt) };
  return {
    facts: {
      sourceSystem: source.name,
      sourceNumber: ticket.source.number,
      ...(assignee && { sourceAssignee: assignee }),
    },
    after: {
      source: { system: source.code, ...ticket.source },
      original: { status, ...times, closedAt: iso(closedAt) },
      sla,
      ...(officer !== null && { assignee_id: officer }),
    },
  };
}

export const payloadOf = ({ event, from, to, text, isInternal }: RetoldEntry, more: TicketPayload): TicketPayload => ({
  ...(to && { from: from ?? null, to }),
  ...(text && { text }),
  ...(isInternal !== undefined && { isInternal }),
  ...((event === 'submit' || event === 'import') && more),
});

/** Who an entry names: the other system, and of a message who said it there, where it is told again; this one where the ticket was taken over. */
export const authorOf = ({ event, author }: RetoldEntry, ticket: ImportedTicket, source: Source): Author => ({
  ...SYSTEM,
  ...(event !== 'import' && { name: author === undefined ? source.name : `${author} (${source.name})` }),
  requestId: `import:${source.code}:${ticket.source.id}`,
});

/** Columns that are not derived from the history. */
const columnsOf = (
  ticket: ImportedTicket,
  { offered, unit, priority, contact }: Terms,
  { master, source, officer }: Ground,
  now: number,
) => ({
  document_id: newDocumentId(),
  title: ticket.title,
  description: ticket.description,
  status: ticket.status,
  priority,
  ...answersFor(priority),
  channel: ticket.channel,
  category_id: offered.id,
  skpd_id: unit.id,
  team_id: master.teams.get(offered.service.team.code)?.id ?? null,
  assignee_id: officer,
  contact_name: contact.name,
  contact_phone: contact.phone,
  contact_email: contact.email,
  form: JSON.stringify(ticket.extras),
  is_confidential: offered.service.isConfidential,
  submitted_at: date(ticket.submittedAt),
  verified_at: date(verifiedAtOf(ticket, now)),
  resolution_summary: ticket.status === 'RESOLVED' && ticket.solution ? ticket.solution : null,
  reopen_count: 0,
  source_system: source.code,
  source_name: source.name,
  source_id: ticket.source.id,
  source_number: ticket.source.number,
  imported_at: date(now),
  created_at: date(now),
  published_at: date(now),
  updated_at: date(lastNewsOf(ticket)),
});

/**
 * Writes a ticket of another system with its history, as far as that tells it: number, row and entries, in the
 * transaction of whoever calls. Its number is one of this desk in the year it was filed; the one it had is kept beside it
 * and found by search. Nobody is told. Answers with the number.
 */
export async function takeOver(trx: Trx, caller: Caller, ticket: ImportedTicket, ground: Ground): Promise<string> {
  const { master, settings, source } = ground;
  const terms = termsOf(ticket, ground);
  const more = { submit: submitted(ticket, terms), import: imported(ticket, terms, ground) };
  const story = storyOf(ticket, caller.now).map((retold) => ({
    retold,
    payload: payloadOf(retold, retold.event === 'submit' ? more.submit : more.import),
  }));
  const history = story.map(({ retold: { event, at }, payload }) => ({
    event,
    at: new Date(at),
    actor_kind: SYSTEM.kind,
    payload: asKept(payload),
  }));
  const [requester] = await rowsByKey<{ id: number | null }>(
    trx,
    sql`select ${requesterOf(master, caller, terms.unit, terms.contact.email)} as id`,
  );
  const requesterId = requester?.id ?? null;
  const [next] = await rowsByKey<{ number: string }>(
    trx,
    sql`select next_ticket_number(${wibYear(ticket.submittedAt)}) as number`,
  );
  if (!next) throw new Error('no number for an imported ticket');
  const row = {
    ...columnsOf(ticket, terms, ground, caller.now),
    number: next.number,
    requester_id: requesterId,
    ...slaColumns(history, master.clock, settings, caller.now),
  };
  // The row comes first: what is kept beside a ticket is kept by triggers of its entries.
  await rowsByKey(trx, sql`insert into tickets ${rowOf(row)}`);
  const links = story.map(({ retold, payload }) => ({
    author: authorOf(retold, ticket, source),
    at: retold.at,
    entry: { subjectType: 'ticket', subjectId: next.number, event: retold.event, payload },
  }));
  for (const statement of beginningOf(links)) await rowsByKey(trx, statement);
  return next.number;
}

/** Of these ids of a source, those whose tickets are here already, each with its number here. */
export async function takenOver(
  trx: Trx,
  source: Source,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsByKey<{ source_id: string; number: string }>(
    trx,
    sql`select source_id, number from tickets where source_system = ${source.code} and source_id = any(${ids})`,
  );
  return new Map(rows.map(({ source_id, number }) => [source_id, number]));
}
