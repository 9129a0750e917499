import {
  isOverdue,
  isResolvedLate,
  statusList,
  timeLeft,
  WAITING_STATUSES,
  type Clock,
  type Standing,
  type TicketSummary,
} from '../../domain';
import { sql, trusted } from '../database/sql';
import type { TicketRow } from './rows';

/** What a line of a list is made of: no texts, answers or helpers, which nobody reads there. */
const SUMMARY = [
  'id',
  'number',
  'title',
  'status',
  'priority',
  'channel',
  'assignee_id',
  'is_confidential',
  'submitted_at',
  'updated_at',
  'response_due_at',
  'resolution_due_at',
  'resolved_at',
  'is_paused',
  'is_short_notice',
  'is_resolution_late',
  'approved_at',
] as const satisfies readonly (keyof TicketRow)[];
type SummaryNames =
  | 'category_code'
  | 'category_name'
  | 'skpd_code'
  | 'skpd_name'
  | 'team_code'
  | 'team_name'
  | 'assignee_name'
  | 'service_approver';
export type SummaryRow = Pick<TicketRow, (typeof SUMMARY)[number] | SummaryNames> & {
  /** Only in a list; who reads a whole ticket has its history. */
  readonly waiting_from?: Date | null;
};
/** When the stay began that a waiting ticket is in. */
const WAITING_FROM = sql`case when t.status in (${trusted(statusList(WAITING_STATUSES))}) then
  (select max(p.began_at) from ticket_spans p where p.ticket_id = t.id and p.ended_at is null) end as waiting_from`;
export const SUMMARY_COLUMNS = sql`${trusted(SUMMARY.map((column) => `t.${column}`).join(', '))}, c.code as
  category_code, c.name as category_name, s.code as skpd_code, s.name as skpd_name, g.code as team_code, g.name as
  team_name, a.name as assignee_name, c.approver as service_approver, ${WAITING_FROM}`;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What the row keeps of its resolution clock. */
export const standingOf = (row: SummaryRow): Standing => ({
  status: row.status,
  isPaused: row.is_paused,
  isShortNotice: row.is_short_notice,
  isResolutionLate: row.is_resolution_late === true,
  resolutionDueAt: row.resolution_due_at?.getTime() ?? null,
});
/** Past its due time and open, or resolved after it. */
export const latenessOf = (row: SummaryRow, now: number): Pick<TicketSummary, 'isOverdue' | 'isLate'> => ({
  isOverdue: isOverdue(standingOf(row), now),
  isLate: isResolvedLate(standingOf(row)),
});

/** `clock` is that of the ticket's promise, by which working time until its due time is counted. */
export const toSummary = (row: SummaryRow, clock: Clock | undefined, now: number): TicketSummary => ({
  number: row.number,
  title: row.title,
  status: row.status,
  priority: row.priority,
  category: { code: row.category_code, name: row.category_name },
  skpd: { code: row.skpd_code, name: row.skpd_name },
  team: row.team_code && row.team_name ? { code: row.team_code, name: row.team_name } : null,
  assignee: row.assignee_id && row.assignee_name ? { id: row.assignee_id, name: row.assignee_name } : null,
  channel: row.channel,
  isConfidential: row.is_confidential,
  isPaused: row.is_paused === true,
  ...latenessOf(row, now),
  submittedAt: row.submitted_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  responseDueAt: iso(row.response_due_at),
  resolutionDueAt: iso(row.resolution_due_at),
  resolvedAt: iso(row.resolved_at),
  waitingSince: iso(row.waiting_from ?? null),
  pendingApprover: row.approved_at ? null : row.service_approver,
  timeLeft: timeLeft(standingOf(row), clock, now),
});
