import type { TicketEvent } from './events';
import type { Status } from './status';

/** Columns a list of tickets may be taken away with; nothing else leaves. */
export const EXPORT_COLUMNS = [
  'number',
  'title',
  'status',
  'priority',
  'category',
  'skpd',
  'team',
  'assignee',
  'requester',
  'channel',
  'submittedAt',
  'updatedAt',
  'responseDueAt',
  'firstResponseAt',
  'resolutionDueAt',
  'resolvedAt',
  'isOverdue',
  'resolution',
  'isConfidential',
  'reopenCount',
  'rating',
  'effortMinutes',
  'description',
  'resolutionSummary',
  'contactName',
  'contactPhone',
  'contactEmail',
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

/** What the list on the screen shows, and what an export holds when nobody chose. */
export const SHOWN_COLUMNS: readonly ExportColumn[] = [
  'number',
  'title',
  'status',
  'priority',
  'category',
  'skpd',
  'assignee',
  'submittedAt',
  'resolutionDueAt',
  'resolvedAt',
  'isOverdue',
];

/** Files a list is taken away as: for people in a spreadsheet, for programs line by line. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
/** Files a report is taken away as. */
export const REPORT_FORMATS = ['csv', 'xlsx', 'pdf'] as const;
/** Files somebody's own month is taken away as. */
export const PERFORMANCE_FORMATS = ['pdf', 'xlsx'] as const;

/**
 * What of a ticket's history may be taken along. An entry is of every kind that fits it: an answer that lets work go on
 * is a comment and a change of status.
 */
export const PROGRESS_KINDS = ['status', 'comment', 'note', 'assignment', 'file'] as const;
export type ProgressKind = (typeof PROGRESS_KINDS)[number];
/** The events of the kinds that are told by their event alone. */
export const PROGRESS_EVENTS = {
  assignment: ['claim', 'assign', 'release', 'addHelper', 'removeHelper'],
  file: ['attach', 'detach', 'showFile'],
} as const satisfies Partial<Record<ProgressKind, readonly TicketEvent[]>>;

/** An entry as it leaves: `at` in epoch ms, `from` and `to` where it moved the ticket, `text` what somebody wrote. */
export interface ProgressEntry {
  readonly at: number;
  readonly event: TicketEvent;
  readonly by: string;
  readonly from: Status | null;
  readonly to: Status | null;
  readonly text: string | null;
  readonly isInternal: boolean;
}

/** A value as the ticket holds it: codes stay codes, instants are dates. Each format words it its own way. */
export type ExportValue = string | number | boolean | Date | null;

/** Columns of the audit log as a file, in their order. */
export const AUDIT_COLUMNS = [
  'id',
  'at',
  'event',
  'type',
  'subject',
  'person',
  'role',
  'address',
  'facts',
  'changes',
] as const;
export type AuditColumn = (typeof AUDIT_COLUMNS)[number];
