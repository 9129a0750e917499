import type { Knex } from 'knex';
import {
  actionsFor,
  can,
  demand,
  effortIn,
  maskedContact,
  mayJoin,
  promiseOf,
  Refusal,
  stateOf,
  wibDay,
  type Permission,
  type TicketDetail,
  type TicketFacts,
} from '../../domain';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import { historyOf, type AuditRow } from '../audit/entries';
import { linksOf, toLink, type LinkRow } from './ticket-links';
import { contactOf } from './contact';
import { filesOf, toAttachments, type AttachmentRow } from './files';
import { ticketNumbered, toFacts, type TicketRow } from './rows';
import { approvalOf, directivesOf, dispositionsOf, lettersOf, waitOf } from './from-entries';
import { toSummary } from './summary-rows';
import type { Desk } from '../desk/desk';
import { listOf, rowsByKey, sql } from '../database/sql';

const sourceOf = ({ source_name: name, source_number: number, imported_at: at }: TicketRow): TicketDetail['source'] =>
  name && number && at ? { name, number, importedAt: at.toISOString() } : null;

/** Instants in lists inside a row are epoch ms. */
type At<Row, Column extends keyof Row> = Omit<Row, Column> & Readonly<Record<Column, number>>;
type DetailRow = TicketRow & {
  readonly entries: readonly At<AuditRow, 'at'>[];
  readonly files: readonly At<AttachmentRow, 'uploaded_at'>[];
  readonly links: readonly LinkRow[];
};

/** A ticket with its history, files and links in one statement: all of it hangs on the number. */
async function findDetail(on: Knex, caller: Caller, number: string) {
  const [row] = await rowsByKey<DetailRow>(
    on,
    sql`select d.*, ${listOf(historyOf(sql`d.number`))} as entries, ${listOf(filesOf(sql`d.id`))} as files,
      ${listOf(linksOf(sql`d.id`, caller))} as links
    from (${ticketNumbered(number)}) d`,
  );
  if (!row) throw new Refusal('notFound', { number });
  return {
    row,
    entries: row.entries.map((entry): AuditRow => ({ ...entry, at: new Date(entry.at) })),
    files: row.files.map((file): AttachmentRow => ({ ...file, uploaded_at: new Date(file.uploaded_at) })),
    links: row.links.map(toLink),
  };
}

/** What papers are made from: what the caller may see of a ticket, what rules know of it, and its history as it is kept. */
export interface WholeTicket {
  readonly ticket: TicketDetail;
  readonly facts: TicketFacts;
  readonly entries: readonly AuditRow[];
}

/** The ticket, if this caller may read it. Refuses with `notFound` otherwise, so that numbers reveal nothing. */
export async function readWhole(desk: Desk, caller: Caller, number: string): Promise<WholeTicket> {
  const found = await findDetail(connection(desk.strapi), caller, number);
  const facts = toFacts(found.row);
  demand(caller.policy, caller.actor, 'ticket:read', facts, caller.now);
  return { ticket: await detailOf(desk, caller, found), facts, entries: found.entries };
}

/** A ticket with everything the caller may see of it, and what they may do now. */
export const readTicket = async (desk: Desk, caller: Caller, number: string): Promise<TicketDetail> =>
  (await readWhole(desk, caller, number)).ticket;

/**
 * The same after the caller has changed it: what one has just done is told once more even when it took the ticket out
 * of one's sight, as another category may.
 */
export const readOwnWork = async (desk: Desk, caller: Caller, number: string): Promise<TicketDetail> =>
  detailOf(desk, caller, await findDetail(connection(desk.strapi), caller, number));

async function detailOf(
  desk: Desk,
  caller: Caller,
  { row, entries, files, links }: Awaited<ReturnType<typeof findDetail>>,
): Promise<TicketDetail> {
  const facts = toFacts(row);
  const may = (permission: Permission) => can(caller.policy, caller.actor, permission, facts, caller.now).allowed;
  const [master, { settings }] = [await desk.masterData(), await desk.inForce()];
  const sla = stateOf(entries, master.clock, settings, caller.now);
  const joins = entries.filter(({ event }) => event === 'join');
  const isJoined = joins.some(
    ({ actor_kind, actor_id }) => actor_kind === caller.actor.kind && actor_id === caller.actor.id,
  );
  const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    ...toSummary(row, master.clocks.get(promiseOf(entries)?.target.calendar ?? ''), caller.now),
    description: row.description,
    impact: row.impact,
    urgency: row.urgency,
    requester: row.requester_id && row.requester_name ? { id: row.requester_id, name: row.requester_name } : null,
    helpers: row.helpers,
    contact: may('ticket:readContact') ? contactOf(row) : maskedContact(contactOf(row)),
    isContactMasked: !may('ticket:readContact'),
    form: row.form ?? [],
    actions: actionsFor(caller.policy, facts, caller.actor, caller.now),
    may: {
      comment: may('ticket:comment'),
      commentInternally: may('ticket:commentInternally'),
      attach: may('ticket:attach'),
      attachInternally: may('ticket:attach') && may('ticket:commentInternally'),
      revealContact: may('ticket:revealContact'),
      join: mayJoin(caller.policy, caller.actor, facts, isJoined, caller.now),
    },
    affected: joins.length,
    isJoined,
    sla: {
      response: sla.response,
      readiness: sla.readiness,
      resolution: sla.resolution,
      pausedMinutes: Math.round(sla.pausedMinutes),
      pauses: sla.pauses.map(({ from, to, status, minutes }) => ({
        from: new Date(from).toISOString(),
        to: to === null ? null : new Date(to).toISOString(),
        status,
        minutes: Math.round(minutes),
      })),
      isShortNotice: sla.shortNotice,
      readinessDueAt: iso(row.readiness_due_at),
    },
    verifiedAt: iso(row.verified_at),
    firstResponseAt: iso(row.first_response_at),
    readyAt: iso(row.ready_at),
    locksAt: iso(row.locks_at),
    ...waitOf(row, entries),
    unansweredAt: iso(row.unanswered_at),
    closesUnansweredAt: settings.closesByItself ? iso(row.unanswered_at) : null,
    isCancelRequested: facts.isCancelRequested,
    isReturned: row.status === 'WAITING_REQUESTER' && !facts.isVerified,
    reopenCount: row.reopen_count,
    approval: approvalOf(row, entries),
    lacksDisposition: facts.lacksDisposition,
    lacksLetter: facts.lacksLetter,
    dispositions: dispositionsOf(entries),
    assignmentLetters: lettersOf(entries),
    directives: may('ticket:readInternal') || may('ticket:direct') ? directivesOf(entries) : [],
    links,
    resolutionSummary: row.resolution_summary,
    workDone: row.work_done,
    effortMinutes: row.effort_minutes,
    effort: may('ticket:readInternal') ? effortIn(entries, wibDay) : [],
    rating: row.rating,
    ratingComment: row.rating_comment,
    source: sourceOf(row),
    attachments: toAttachments(files, row, caller),
    missingDocuments: row.missing_documents,
  };
}
