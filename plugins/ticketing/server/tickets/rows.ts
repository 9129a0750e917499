import type { Knex } from 'knex';
import {
  OPEN_STATUSES,
  RATING_CHANGE_MS,
  Refusal,
  statusList,
  type Channel,
  type DispositionLevel,
  type FormAnswer,
  type Impact,
  type Priority,
  type Status,
  type TicketFacts,
  type Urgency,
} from '../../domain';
import type { Trx } from '../database/transaction';
import { rowsByKey, sql, trusted, type Sql } from '../database/sql';

/**
 * A ticket's row with the names its relations lead to. The columns Strapi declares optional are trusted here, nowhere
 * else.
 */
export interface TicketRow {
  id: number;
  number: string;
  title: string;
  description: string;
  status: Status;
  priority: Priority;
  impact: Impact;
  urgency: Urgency;
  channel: Channel;
  category_code: string;
  category_name: string;
  skpd_code: string;
  skpd_name: string;
  team_code: string | null;
  team_name: string | null;
  requester_id: number | null;
  requester_name: string | null;
  assignee_id: number | null;
  assignee_name: string | null;
  contact_name: string;
  contact_phone: string;
  contact_email: string | null;
  form: FormAnswer[] | null;
  is_confidential: boolean;
  submitted_at: Date;
  updated_at: Date;
  verified_at: Date | null;
  first_response_at: Date | null;
  resolved_at: Date | null;
  locks_at: Date | null;
  response_due_at: Date | null;
  readiness_due_at: Date | null;
  resolution_due_at: Date | null;
  paused_minutes: number;
  is_paused: boolean;
  is_short_notice: boolean;
  is_response_late: boolean | null;
  is_resolution_late: boolean | null;
  event_starts_at: Date | null;
  event_ends_at: Date | null;
  ready_at: Date | null;
  helpers: { id: number; name: string }[];
  missing_documents: string[];
  service_approver: string | null;
  requires_disposition: boolean | null;
  requires_assignment_letter: boolean | null;
  approved_at: Date | null;
  disposed_at: Date | null;
  disposition_level: DispositionLevel | null;
  lettered_at: Date | null;
  waiting_since: Date | null;
  unanswered_at: Date | null;
  cancel_requested_at: Date | null;
  reopen_count: number;
  resolution_summary: string | null;
  work_done: string | null;
  effort_minutes: number | null;
  rating: number | null;
  rating_comment: string | null;
  rated_at: Date | null;
  source_name: string | null;
  source_number: string | null;
  imported_at: Date | null;
}

/** Tables a ticket is read with, under the names that filters use. */
export const TICKET_FROM = sql`
  from tickets t
    join categories c on c.id = t.category_id
    join skpd s on s.id = t.skpd_id
    left join teams g on g.id = t.team_id
    left join desk_staff() a on a.id = t.assignee_id
    left join desk_accounts() r on r.id = t.requester_id
    left join ticket_search w on w.ticket_id = t.id`;

/** The same for counting: a ticket leads to one of each, so that PostgreSQL leaves out those no filter asks for. */
export const COUNTED_FROM = trusted(TICKET_FROM.text.replaceAll(/(?<!left )join/g, 'left join'));

export const TICKET_COLUMNS = sql`
  t.*, t.form::json as form, c.code as category_code, c.name as category_name, s.code as skpd_code, s.name as
    skpd_name, g.code as team_code, g.name as team_name,
  a.name as assignee_name, r.name as requester_name,
  c.approver as service_approver, c.requires_disposition, c.requires_assignment_letter,
  coalesce((select json_agg(json_build_object('id', h.id, 'name', h.name) order by l.place)
    from desk_ticket_helpers() l join desk_staff() h on h.id = l.staff_id where l.ticket_id = t.id), '[]') as helpers,
  case when t.status in (${trusted(statusList(OPEN_STATUSES))}) then array(select d.label from desk_required_documents() d
    where d.category_id = t.category_id and not exists (select 1 from attachments x where x.ticket_id = t.id and x.field =
      d.key and x.deleted_at is null) order by d.place) else '{}' end as missing_documents`;

export const ticketNumbered = (number: string): Sql =>
  sql`select ${TICKET_COLUMNS} ${TICKET_FROM} where t.number = ${number}`;

export async function findTicket(on: Knex, number: string): Promise<TicketRow> {
  const [row] = await rowsByKey<TicketRow>(on, ticketNumbered(number));
  if (!row) throw new Refusal('notFound', { number });
  return row;
}

/** Which ticket an entry is about. */
export type TicketKey = Pick<TicketRow, 'id' | 'number'>;

/** Locks a ticket's row until the transaction ends. */
export async function holdTicket(trx: Trx, number: string): Promise<TicketKey> {
  const [row] = await rowsByKey<TicketKey>(
    trx,
    sql`select id, number from tickets where number = ${number} for update`,
  );
  if (!row) throw new Refusal('notFound', { number });
  return row;
}

/** The ticket, with its row locked: whoever comes second sees what the first one did. */
export async function lockTicket(trx: Trx, number: string): Promise<TicketRow> {
  await holdTicket(trx, number);
  return findTicket(trx, number);
}

export const toFacts = (row: TicketRow): TicketFacts => ({
  status: row.status,
  skpdCode: row.skpd_code,
  requesterId: row.requester_id,
  assigneeId: row.assignee_id,
  teamCode: row.team_code,
  isConfidential: row.is_confidential,
  isCancelRequested: row.cancel_requested_at !== null,
  isOwnFile: null,
  isRated: row.rating !== null,
  hasRatingWords: row.rating_comment !== null,
  isServedHere: row.imported_at === null || row.status !== 'RESOLVED' || row.resolution_due_at !== null,
  ratingChangesUntil: row.rated_at === null ? null : row.rated_at.getTime() + RATING_CHANGE_MS,
  locksAt: row.locks_at?.getTime() ?? null,
  helperIds: row.helpers.map(({ id }) => id),
  isVerified: row.verified_at !== null,
  pendingApprover: row.service_approver && !row.approved_at ? row.service_approver : null,
  lacksDisposition: row.requires_disposition === true && row.disposed_at === null,
  lacksLetter: row.requires_assignment_letter === true && row.lettered_at === null,
  missingDocuments: row.missing_documents,
  awaitsReadiness: row.readiness_due_at !== null && row.ready_at === null,
  unansweredAt: row.unanswered_at?.getTime() ?? null,
});
