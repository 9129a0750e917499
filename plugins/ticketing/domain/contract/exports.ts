import { z } from 'zod';
import { CSV_SEPARATORS } from '../csv';
import { EXPORT_COLUMNS, EXPORT_FORMATS, PROGRESS_KINDS, REPORT_FORMATS } from '../export';
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
} as const satisfies Endpoints;
