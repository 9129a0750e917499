import {
  CSV_START,
  csvRow,
  maskedContact,
  wibMinute,
  words,
  type Contact,
  type ExportColumn,
  type ExportFormat,
  type ExportValue,
  type Language,
} from '../../domain';
import { contactOf } from '../tickets/contact';
import { latenessOf, type TicketRow } from '../tickets/rows';

/** A row that leaves the house, with whether its contact may. */
export type ExportRow = TicketRow & { readonly may_read_contact: boolean };
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

/** `2026-11-23 09:15` in WIB: a date to Excel in any language, and in order as text. */
const inWib = (at: Date): string => wibMinute(at.getTime()).replace('T', ' ');

/** Lines of a file, head first, in the reader's language. */
export interface Lines {
  readonly mime: string;
  readonly head: string;
  readonly line: (row: ExportRow) => string;
}

function csv(columns: readonly ExportColumn[], language: Language, now: number): Lines {
  const { exportColumn, status, priority, channel, truth } = words(language);
  const coded: Partial<Record<ExportColumn, Readonly<Record<string, string>>>> = { status, priority, channel };
  const cell = (column: ExportColumn, row: ExportRow): string | number | null => {
    const value = VALUES[column](row, now);
    if (value instanceof Date) return inWib(value);
    if (typeof value === 'boolean') return truth[value ? 'true' : 'false'];
    return typeof value === 'string' ? (coded[column]?.[value] ?? value) : value;
  };
  return {
    mime: 'text/csv; charset=utf-8',
    head: CSV_START + csvRow(columns.map((column) => exportColumn[column])),
    line: (row) => csvRow(columns.map((column) => cell(column, row))),
  };
}

const jsonl = (columns: readonly ExportColumn[], now: number): Lines => ({
  mime: 'application/x-ndjson; charset=utf-8',
  head: '',
  line: (row) => `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, VALUES[column](row, now)])))}\n`,
});

export const linesOf = (
  format: ExportFormat,
  columns: readonly ExportColumn[],
  language: Language,
  now: number,
): Lines => (format === 'csv' ? csv(columns, language, now) : jsonl(columns, now));
