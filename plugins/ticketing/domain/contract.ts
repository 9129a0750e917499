import { z } from 'zod';
import type { Actor, Permission, Role } from './access';
import type { Catalog } from './catalog';
import { ACTIONS } from './lifecycle';
import { IMPACTS, PRIORITIES, URGENCIES } from './priority';
import { REPORTS, type Report } from './report';
import { CHANNELS, STATUSES, type Attachment, type Person, type TicketDetail, type TicketSummary, type TimelineEntry } from './ticket';

/**
 * One row per endpoint. From this table come the routes of both doors, the handlers' types, the client, the OpenAPI
 * document and the deny tests. `permission` is what the policy must be able to grant before anything is parsed.
 * An endpoint without `query` takes no parameters. `reply` is a type only. A `stream` endpoint answers with a file instead of JSON.
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly permission: Permission;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly upload?: true;
  readonly stream?: true;
  readonly paged?: true;
  readonly status?: 201;
  readonly reply: unknown;
}

/** Exists for its type; the value is never read. */
const reply = <T>(): T => undefined as T;

const text = (longest: number) => z.string().trim().min(1).max(longest);
const number = z.string().regex(/^TIK-\d{4}-\d{5,}$/);
const day = z.iso.date();
const list = <T extends string>(values: readonly [T, ...T[]]) =>
  z.string().transform((value) => value.split(',')).pipe(z.array(z.enum(values)).min(1).max(values.length));
const codes = z.string().transform((value) => value.split(',')).pipe(z.array(z.string().regex(/^[A-Z0-9-]{1,40}$/)).min(1).max(100));
const whole = (from: number, to: number) => z.coerce.number().int().min(from).max(to);

const ticketParams = z.strictObject({ number });
const period = { from: day.optional(), to: day.optional() };

/** Columns a list may be sorted by; a leading minus means descending. */
export const SORTS = ['submittedAt', '-submittedAt', 'updatedAt', '-updatedAt', 'resolutionDueAt', '-resolutionDueAt', 'priority', '-priority', 'number', '-number'] as const;

const ticketFilters = z.strictObject({
  status: list(STATUSES).optional(),
  skpd: codes.optional(),
  category: codes.optional(),
  priority: list(PRIORITIES).optional(),
  team: codes.optional(),
  /** A staff user id, `me`, or `none`. */
  assignee: z.union([z.literal('me'), z.literal('none'), whole(1, 2_147_483_647)]).optional(),
  overdue: z.enum(['true', 'false']).transform((value) => value === 'true').optional(),
  q: z.string().trim().max(200).optional(),
  ...period,
  resolvedFrom: day.optional(),
  resolvedTo: day.optional(),
  sort: z.enum(SORTS).default('-submittedAt'),
  page: whole(1, 100_000).default(1),
  pageSize: whole(1, 100).default(25),
});

const contact = z.strictObject({ name: text(120), phone: z.string().trim().regex(/^\+?[\d][\d\s().-]{5,18}$/), email: z.union([z.literal('').transform(() => null), z.email().max(254), z.null()]).default(null) });

const newTicket = z.strictObject({
  title: z.string().trim().min(5).max(200),
  description: z.string().trim().min(10).max(10_000),
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
});

/** Who is signed in, and what each screen needs to know of them. */
export interface Me { readonly actor: Actor; readonly skpdName: string | null; readonly roleNames: readonly Role[] }
/** An officer a ticket may be given to, with how much lies on the desk already. */
export interface Officer extends Person { readonly teams: readonly string[]; readonly openTickets: number }
/** Makes `openapi` a plain JSON document. */
export type JsonDocument = Readonly<Record<string, unknown>>;

export const contract = {
  getMe: { method: 'GET', path: '/me', permission: 'profile:read', reply: reply<Me>() },
  getCatalog: { method: 'GET', path: '/catalog', permission: 'catalog:read', reply: reply<Catalog>() },
  listOfficers: { method: 'GET', path: '/officers', permission: 'officer:list', reply: reply<Officer[]>() },
  submitTicket: { method: 'POST', path: '/tickets', permission: 'ticket:create', status: 201, body: newTicket, reply: reply<TicketDetail>() },
  listTickets: { method: 'GET', path: '/tickets', permission: 'ticket:read', query: ticketFilters, paged: true, reply: reply<TicketSummary[]>() },
  getTicket: { method: 'GET', path: '/tickets/:number', permission: 'ticket:read', params: ticketParams, reply: reply<TicketDetail>() },
  getTimeline: { method: 'GET', path: '/tickets/:number/timeline', permission: 'ticket:read', params: ticketParams, reply: reply<TimelineEntry[]>() },
  actOnTicket: { method: 'POST', path: '/tickets/:number/actions/:action', permission: 'ticket:read', params: z.strictObject({ number, action: z.enum(ACTIONS) }), body: actionBody, reply: reply<TicketDetail>() },
  commentOnTicket: { method: 'POST', path: '/tickets/:number/comments', permission: 'ticket:comment', status: 201, params: ticketParams, body: z.strictObject({ body: text(10_000), internal: z.boolean().default(false) }), reply: reply<TicketDetail>() },
  addAttachment: { method: 'POST', path: '/tickets/:number/attachments', permission: 'ticket:attach', status: 201, upload: true, params: ticketParams, body: z.strictObject({ field: z.string().max(80).optional() }), reply: reply<Attachment>() },
  listAttachments: { method: 'GET', path: '/tickets/:number/attachments', permission: 'ticket:read', params: ticketParams, reply: reply<Attachment[]>() },
  readAttachment: { method: 'GET', path: '/tickets/:number/attachments/:id', permission: 'ticket:read', stream: true, params: z.strictObject({ number, id: z.uuid() }), reply: reply<Response>() },
  deleteAttachment: { method: 'DELETE', path: '/tickets/:number/attachments/:id', permission: 'attachment:delete', params: z.strictObject({ number, id: z.uuid() }), reply: reply<Attachment[]>() },
  getReport: { method: 'GET', path: '/reports/:report', permission: 'report:read', params: z.strictObject({ report: z.enum(REPORTS) }), query: z.strictObject({ ...period, skpd: codes.optional(), category: codes.optional() }), reply: reply<Report>() },
  getOpenApi: { method: 'GET', path: '/openapi.json', permission: 'profile:read', reply: reply<JsonDocument>() },
} as const satisfies Record<string, Endpoint>;

export type Contract = typeof contract;
export type EndpointName = keyof Contract;
export const ENDPOINT_NAMES = Object.keys(contract) as EndpointName[];
export const endpointOf = (name: EndpointName): Endpoint => contract[name];

type Part<E, K extends string> = E extends { readonly [P in K]: infer S extends z.ZodType } ? S : never;
type In<S> = [S] extends [never] ? unknown : S extends z.ZodType ? z.input<S> : unknown;
type Out<S> = [S] extends [never] ? unknown : S extends z.ZodType ? z.output<S> : unknown;
type Join<T> = { [K in keyof T]: T[K] };
/** A file to send: its name, and its bytes. */
export interface Upload { readonly file: { readonly name: string; readonly blob: Blob } }
type Sent<E> = E extends { readonly upload: true } ? Upload : unknown;

/** What a caller sends: path parameters, query and body as one flat object. */
export type Request<N extends EndpointName> = Join<In<Part<Contract[N], 'params'>> & In<Part<Contract[N], 'query'>> & In<Part<Contract[N], 'body'>> & Sent<Contract[N]>>;
/** What a handler receives: the same, checked and completed with defaults. */
export type Parsed<N extends EndpointName> = Join<Out<Part<Contract[N], 'params'>> & Out<Part<Contract[N], 'query'>> & Out<Part<Contract[N], 'body'>>>;
export type Reply<N extends EndpointName> = Contract[N]['reply'];
/** How many tickets match a list, beside the page that was asked for. */
export interface Pagination { readonly page: number; readonly pageSize: number; readonly pageCount: number; readonly total: number }
/** A paged endpoint answers with its rows and where they stand among all. */
export type Answer<N extends EndpointName> = Contract[N] extends { readonly paged: true } ? { readonly rows: Reply<N>; readonly pagination: Pagination } : Reply<N>;
