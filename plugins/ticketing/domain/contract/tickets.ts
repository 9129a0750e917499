import { z } from 'zod';
import { ACTIONS, type Explanation } from '../lifecycle';
import { IMPACTS, PRIORITIES, URGENCIES } from '../priority';
import { REQUEST_LIMITS } from '../request';
import {
  CHANNELS,
  DISPOSITION_LEVELS,
  SAID_RELATIONS,
  STATUSES,
  type Attachment,
  type TicketDetail,
  type TicketSummary,
  type TimelineEntry,
} from '../ticket';
import {
  codes,
  day,
  list,
  number,
  optionalEmail,
  pages,
  period,
  PHONE,
  reply,
  text,
  whole,
  type Endpoints,
} from './shapes';

const ticketParams = z.strictObject({ number });
/** Columns a list may be sorted by; a leading minus means descending. `relevance` puts what fits `q` best first. */
export const SORTS = [
  'submittedAt',
  '-submittedAt',
  'updatedAt',
  '-updatedAt',
  'resolutionDueAt',
  '-resolutionDueAt',
  'priority',
  '-priority',
  'number',
  '-number',
  'relevance',
] as const;
/** Most entries of a history one answer holds. */
export const MOST_ENTRIES = 500;

export const ticketFilters = z.strictObject({
  status: list(STATUSES).optional(),
  skpd: codes.optional(),
  category: codes.optional(),
  priority: list(PRIORITIES).optional(),
  team: codes.optional(),
  /** A staff user id, `me`, or `none`. */
  assignee: z.union([z.literal('me'), z.literal('none'), whole(1, 2_147_483_647)]).optional(),
  /** Filed by whoever asks. */
  requester: z.literal('me').optional(),
  overdue: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  q: z.string().trim().max(200).optional(),
  ...period,
  resolvedFrom: day.optional(),
  resolvedTo: day.optional(),
  sort: z.enum(SORTS).default('-submittedAt'),
  ...pages,
});

/** Without `from` the newest entries, else those from that position on; oldest first either way. */
const historyPart = z.strictObject({
  from: whole(1, 1_000_000).optional(),
  limit: whole(1, MOST_ENTRIES).default(MOST_ENTRIES),
});

const between = ([shortest, longest]: readonly [number, number]) => z.string().trim().min(shortest).max(longest);
const contact = z.strictObject({ name: text(REQUEST_LIMITS['contact.name'][1]), phone: PHONE, email: optionalEmail });

const newTicket = z.strictObject({
  title: between(REQUEST_LIMITS.title),
  description: between(REQUEST_LIMITS.description),
  category: z.string().trim().min(1).max(40),
  impact: z.enum(IMPACTS),
  urgency: z.enum(URGENCIES),
  contact,
  form: z.record(z.string().max(80), z.unknown()).default({}),
  skpd: z.string().trim().min(1).max(40).optional(),
  channel: z.enum(CHANNELS).optional(),
  priority: z.enum(PRIORITIES).optional(),
});

const actionBody = z.strictObject({
  reason: text(2000).optional(),
  question: text(4000).optional(),
  party: text(200).optional(),
  resolutionSummary: text(10_000).optional(),
  workDone: text(10_000).optional(),
  assignee: z.number().int().positive().optional(),
  team: text(40).optional(),
  priority: z.enum(PRIORITIES).optional(),
  effortMinutes: z.number().int().min(0).max(60_000).optional(),
  rating: z.number().int().min(1).max(4).optional(),
  ratingComment: text(2000).optional(),
  category: text(40).optional(),
  helper: z.number().int().positive().optional(),
  ticket: number.optional(),
  relation: z.enum(SAID_RELATIONS).optional(),
  duplicateOf: number.optional(),
  level: z.enum(DISPOSITION_LEVELS).optional(),
  recipient: text(200).optional(),
  instruction: text(4000).optional(),
  /** As the office's own register has it. */
  letterNumber: text(100).optional(),
  letterDate: day.optional(),
  /** Id of an attachment of this ticket. */
  document: z.uuid().optional(),
});

/** Filing a request, following it, and everything people do to it. */
export const tickets = {
  submitTicket: {
    method: 'POST',
    path: '/tickets',
    permission: 'ticket:create',
    status: 201,
    body: newTicket,
    reply: reply<TicketDetail>(),
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
    params: z.strictObject({ number, action: z.enum(ACTIONS) }),
    body: actionBody,
    reply: reply<TicketDetail>(),
  },
  explainTicket: {
    method: 'GET',
    path: '/tickets/:number/authority',
    permission: 'ticket:read',
    params: ticketParams,
    reply: reply<Explanation[]>(),
  },
  commentOnTicket: {
    method: 'POST',
    path: '/tickets/:number/comments',
    permission: 'ticket:comment',
    status: 201,
    params: ticketParams,
    body: z.strictObject({ body: text(10_000), internal: z.boolean().default(false) }),
    reply: reply<TicketDetail>(),
  },
  addAttachment: {
    method: 'POST',
    path: '/tickets/:number/attachments',
    permission: 'ticket:read',
    status: 201,
    upload: true,
    params: ticketParams,
    body: z.strictObject({ field: z.string().max(80).optional() }),
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
} as const satisfies Endpoints;
