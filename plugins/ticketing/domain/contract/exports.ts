import { z } from 'zod';
import { EXPORT_COLUMNS, EXPORT_FORMATS } from '../export';
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
    query: ticketFilters.omit({ page: true, pageSize: true }).extend({ columns: list(EXPORT_COLUMNS).optional() }),
    reply: reply<Response>(),
  },
} as const satisfies Endpoints;
