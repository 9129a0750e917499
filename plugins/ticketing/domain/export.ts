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
export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A value as the ticket holds it: codes stay codes, instants are dates. Each format words it its own way. */
export type ExportValue = string | number | boolean | Date | null;
