import {
  maskedContact,
  resolutionVerdict,
  words,
  type Contact,
  type ExportColumn,
  type ExportValue,
  type Language,
  type ProgressEntry,
} from '../../domain';
import { contactOf } from '../tickets/contact';
import { latenessOf, standingOf } from '../tickets/summary-rows';
import type { TicketRow } from '../tickets/rows';
import type { SheetColumn } from '../sheets/workbook';

/** A row that leaves the house, with whether its contact may, and what of its history was asked for. */
export type ExportRow = TicketRow & { readonly may_read_contact: boolean; readonly progress?: ProgressEntry[] };
const shownContact = (row: ExportRow): Contact =>
  row.may_read_contact ? contactOf(row) : maskedContact(contactOf(row));

/** Each column of the allow-list, from the row. */
export const VALUES: Readonly<Record<ExportColumn, (row: ExportRow, now: number) => ExportValue>> = {
  number: ({ number }) => number,
  title: ({ title }) => title,
  status: ({ status }) => status,
  priority: ({ priority }) => priority,
  category: ({ category_name }) => category_name,
  skpd: ({ skpd_name }) => skpd_name,
  team: ({ team_name }) => team_name,
  assignee: ({ assignee_name }) => assignee_name,
  requester: ({ requester_name }) => requester_name,
  channel: ({ channel }) => channel,
  submittedAt: ({ submitted_at }) => submitted_at,
  updatedAt: ({ updated_at }) => updated_at,
  responseDueAt: ({ response_due_at }) => response_due_at,
  firstResponseAt: ({ first_response_at }) => first_response_at,
  resolutionDueAt: ({ resolution_due_at }) => resolution_due_at,
  resolvedAt: ({ resolved_at }) => resolved_at,
  // Who reads a file asks whether a ticket was late; when it ended stands beside it.
  isOverdue: (row, now) => Object.values(latenessOf(row, now)).includes(true),
  resolution: (row, now) => resolutionVerdict(standingOf(row), row.resolved_at?.getTime() ?? null, now),
  isConfidential: ({ is_confidential }) => is_confidential,
  reopenCount: ({ reopen_count }) => reopen_count,
  rating: ({ rating }) => rating,
  effortMinutes: ({ effort_minutes }) => effort_minutes,
  description: ({ description }) => description,
  resolutionSummary: ({ resolution_summary }) => resolution_summary,
  contactName: ({ contact_name }) => contact_name,
  contactPhone: (row) => shownContact(row).phone,
  contactEmail: (row) => shownContact(row).email,
};

/** How a column stands in a sheet; those that are not named are texts of usual width. */
const LOOKS: Partial<Record<ExportColumn, Omit<SheetColumn, 'header'>>> = {
  number: { width: 17 },
  title: { width: 44 },
  category: { width: 30 },
  skpd: { width: 34 },
  assignee: { width: 24 },
  requester: { width: 24 },
  submittedAt: { format: 'moment', width: 17 },
  updatedAt: { format: 'moment', width: 17 },
  responseDueAt: { format: 'moment', width: 17 },
  firstResponseAt: { format: 'moment', width: 17 },
  resolutionDueAt: { format: 'moment', width: 17 },
  resolvedAt: { format: 'moment', width: 17 },
  reopenCount: { format: 'whole' },
  rating: { format: 'whole' },
  effortMinutes: { format: 'whole' },
  description: { width: 60 },
  resolutionSummary: { width: 60 },
};
export const sheetColumns = (columns: readonly ExportColumn[], language: Language): SheetColumn[] =>
  columns.map((column) => ({ header: words(language).exportColumn[column], ...LOOKS[column] }));

/** A value as a person reads it: codes in words, instants and numbers as they are. */
export function wordedValue(
  column: ExportColumn,
  row: ExportRow,
  language: Language,
  now: number,
): string | number | Date | null {
  const { status, priority, channel, truth, verdict } = words(language);
  const coded: Partial<Record<ExportColumn, Readonly<Record<string, string>>>> = {
    status,
    priority,
    channel,
    resolution: verdict,
  };
  const value = VALUES[column](row, now);
  if (typeof value === 'boolean') return truth[value ? 'true' : 'false'];
  return typeof value === 'string' ? (coded[column]?.[value] ?? value) : value;
}
