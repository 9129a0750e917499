import { z } from 'zod';
import { CSV_SEPARATORS } from '../csv';
import { EXPORT_COLUMNS, EXPORT_FORMATS, PROGRESS_KINDS } from '../export';
import { list, reply, type Endpoints } from './shapes';
import { ticketFilters } from './ticket-list';

/** Tickets to take away: filters as for the list, every row that fits, columns from an allow-list. */
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
} as const satisfies Endpoints;
