import { z } from 'zod';
import { CSV_SEPARATORS } from '../csv';
import { EXPORT_COLUMNS, EXPORT_FORMATS, PERFORMANCE_FORMATS, PROGRESS_KINDS, REPORT_FORMATS } from '../export';
import { reports } from './reports';
import { list, reply, type Endpoints } from './shapes';
import { ticketFilters } from './ticket-list';

/** Tickets and reports to take away: filters as on the pages, every row that fits, columns from an allow-list. */
export const exporting = {
  exportTickets: {
    method: 'GET',
    path: '/exports/tickets.:format',
    permission: 'ticket:export',
    stream: true,
    params: z.strictObject({ format: z.enum(EXPORT_FORMATS) }),
    query: ticketFilters.omit({ page: true, pageSize: true }).extend({
      columns: list(EXPORT_COLUMNS).optional(),
      /** Kinds of entries of the history that come along in a last column; none unless asked for. */
      progress: list(PROGRESS_KINDS).optional(),
      /** Of CSV alone. */
      separator: z.enum(CSV_SEPARATORS).optional(),
    }),
    reply: reply<Response>(),
  },
  /** A report to take away: the same object as the page. Stands before `getReport`, whose name takes any letters. */
  getReportFile: {
    method: 'GET',
    path: '/reports/:report.:format',
    permission: 'report:read',
    stream: true,
    limit: 60,
    params: reports.getReport.params.extend({ format: z.enum(REPORT_FORMATS) }),
    query: reports.getReport.query.extend({ separator: z.enum(CSV_SEPARATORS).optional() }),
    reply: reply<Response>(),
  },
  /** Bukti kinerja of whoever asks: a month's figures, activities and completed tickets. */
  getPerformanceFile: {
    method: 'GET',
    path: '/performance.:format',
    permission: 'report:read',
    stream: true,
    limit: 20,
    params: z.strictObject({ format: z.enum(PERFORMANCE_FORMATS) }),
    query: z.strictObject({ month: z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/) }),
    reply: reply<Response>(),
  },
} as const satisfies Endpoints;
