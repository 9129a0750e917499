import { z } from 'zod';
import { ACTIONS, type Explanation } from '../lifecycle';
import { LIMITS } from '../limits';
import { MOST_MENTIONS, type Colleague } from '../mentions';
import type { Contact } from '../named';
import type { Attachment, TicketDetail, TicketReceipt, TicketSummary, TimelineEntry } from '../views';
import { number, reply, text, whole, type Endpoints } from './shapes';
import { actionBody, newTicket } from './ticket-bodies';
import { ticketFilters } from './ticket-list';

const ticketParams = z.strictObject({ number });
/** Ids of colleagues whom the text names as `@Name`. */
const mentions = z.array(z.number().int().positive()).max(MOST_MENTIONS).optional();
/** Most entries of a history one answer holds. */
export const MOST_ENTRIES = 500;

/** Without `from` the newest entries, else those from that position on; oldest first either way. */
const historyPart = z.strictObject({
  from: whole(1, 1_000_000).optional(),
  limit: whole(1, MOST_ENTRIES).default(MOST_ENTRIES),
});

/** Filing a request, following it, and everything people do to it. */
export const tickets = {
  submitTicket: {
    method: 'POST',
    path: '/tickets',
    permission: 'ticket:create',
    status: 201,
    idempotent: true,
    body: newTicket,
    reply: reply<TicketReceipt>(),
  },
  listTickets: {
    method: 'GET',
    path: '/tickets',
    permission: 'ticket:read',
    query: ticketFilters,
    paged: true,
    reply: reply<TicketSummary[]>(),
  },
  getTicket: {
    method: 'GET',
    path: '/tickets/:number',
    permission: 'ticket:read',
    params: ticketParams,
    reply: reply<TicketDetail>(),
  },
  getTimeline: {
    method: 'GET',
    path: '/tickets/:number/timeline',
    permission: 'ticket:read',
    params: ticketParams,
    query: historyPart,
    reply: reply<TimelineEntry[]>(),
  },
  actOnTicket: {
    method: 'POST',
    path: '/tickets/:number/actions/:action',
    permission: 'ticket:read',
    idempotent: true,
    params: z.strictObject({ number, action: z.enum(ACTIONS) }),
    body: actionBody.extend({ mentions }),
    reply: reply<TicketDetail>(),
  },
  /** Whom a colleague may name on a ticket: everybody who works here and may read it. */
  listColleagues: {
    method: 'GET',
    path: '/tickets/:number/colleagues',
    permission: 'officer:list',
    params: ticketParams,
    reply: reply<Colleague[]>(),
  },
  explainTicket: {
    method: 'GET',
    path: '/tickets/:number/authority',
    permission: 'ticket:read',
    params: ticketParams,
    reply: reply<Explanation[]>(),
  },
  /** The whole contact, for whoever sees it masked; written down. */
  revealContact: {
    method: 'POST',
    path: '/tickets/:number/contact',
    permission: 'ticket:revealContact',
    limit: 30,
    params: ticketParams,
    reply: reply<Contact>(),
  },
  commentOnTicket: {
    method: 'POST',
    path: '/tickets/:number/comments',
    permission: 'ticket:comment',
    status: 201,
    idempotent: true,
    params: ticketParams,
    body: z.strictObject({ body: text(LIMITS.comment), internal: z.boolean().default(false), mentions }),
    reply: reply<TicketDetail>(),
  },
  addAttachment: {
    method: 'POST',
    path: '/tickets/:number/attachments',
    permission: 'ticket:read',
    status: 201,
    upload: true,
    params: ticketParams,
    /** `internal`: for officers alone. What answers a field of the form is for all who read the ticket. */
    body: z.strictObject({
      field: z.string().max(LIMITS.fieldKey).optional(),
      internal: z
        .enum(['true', 'false'])
        .transform((value) => value === 'true')
        .optional(),
    }),
    reply: reply<Attachment>(),
  },
  listAttachments: {
    method: 'GET',
    path: '/tickets/:number/attachments',
    permission: 'ticket:read',
    params: ticketParams,
    reply: reply<Attachment[]>(),
  },
  readAttachment: {
    method: 'GET',
    path: '/tickets/:number/attachments/:id',
    permission: 'ticket:read',
    stream: true,
    params: z.strictObject({ number, id: z.uuid() }),
    reply: reply<Response>(),
  },
  deleteAttachment: {
    method: 'DELETE',
    path: '/tickets/:number/attachments/:id',
    permission: 'attachment:delete',
    params: z.strictObject({ number, id: z.uuid() }),
    reply: reply<Attachment[]>(),
  },
  /** Lets the requester’s side see a file that was for officers alone. There is no way back: they have been told. */
  showAttachment: {
    method: 'POST',
    path: '/tickets/:number/attachments/:id/show',
    permission: 'attachment:show',
    params: z.strictObject({ number, id: z.uuid() }),
    reply: reply<Attachment[]>(),
  },
} as const satisfies Endpoints;
