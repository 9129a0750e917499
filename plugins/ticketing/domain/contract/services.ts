import { z } from 'zod';
import { WORK_KINDS } from '../catalog';
import { ACCEPTED_EXTENSIONS } from '../files';
import { FIELD_TYPES } from '../form';
import {
  CATEGORY_ICONS,
  FIELD_KEY,
  FIELD_MOMENTS,
  SERVICE_CODE,
  SERVICE_LIMITS,
  type KeptService,
  type ServiceBook,
} from '../kept-services';
import { PRIORITIES } from '../priority';
import { byId, type Endpoints, maybe, nothing, reply, text, whole } from './shapes';

const code = z.string().trim().regex(SERVICE_CODE);
/** Of what somebody saw when they began; see `KeptService`. */
const version = z.string().regex(/^[0-9a-f]{16}$/);
const minutes = whole(1, SERVICE_LIMITS.minutes);
const kinds = z.array(z.enum(ACCEPTED_EXTENSIONS as [string, ...string[]])).max(ACCEPTED_EXTENSIONS.length);
/** A number that may be left out; nothing is not nought. */
const bound = z
  .union([z.null(), nothing, z.coerce.number()])
  .refine((value) => value === null || Math.abs(value) <= SERVICE_LIMITS.value)
  .default(null);

const field = z.strictObject({
  key: maybe(z.string().regex(FIELD_KEY)),
  label: text(SERVICE_LIMITS.label),
  type: z.enum(FIELD_TYPES),
  required: z.boolean().default(false),
  help: maybe(text(SERVICE_LIMITS.help)),
  options: z.array(text(SERVICE_LIMITS.option)).max(SERVICE_LIMITS.options).default([]),
  accept: kinds.default([]),
  min: bound,
  max: bound,
  pattern: maybe(text(SERVICE_LIMITS.pattern)),
  suffix: maybe(text(SERVICE_LIMITS.suffix)),
  moment: z.enum(FIELD_MOMENTS).nullable().default(null),
  englishLabel: maybe(text(SERVICE_LIMITS.label)),
  englishHelp: maybe(text(SERVICE_LIMITS.help)),
  englishOptions: z.array(text(SERVICE_LIMITS.option)).max(SERVICE_LIMITS.options).default([]),
});
const target = z.strictObject({
  calendar: text(60),
  responseMinutes: minutes,
  resolutionMinutes: minutes,
  mode: z.enum(['DURATION', 'EVENT']).default('DURATION'),
  minimumNoticeDays: z.union([z.null(), nothing, whole(0, SERVICE_LIMITS.noticeDays)]).default(null),
  scope: maybe(text(SERVICE_LIMITS.scope)),
});
const saidOfService = {
  group: code,
  name: text(SERVICE_LIMITS.name),
  kind: z.enum(WORK_KINDS),
  team: code,
  defaultPriority: z.enum(PRIORITIES),
  approver: maybe(text(60)),
  requiresLetter: z.boolean().default(false),
  requiresDisposition: z.boolean().default(false),
  requiresAssignmentLetter: z.boolean().default(false),
  isConfidential: z.boolean().default(false),
  hasSensitiveAttachments: z.boolean().default(false),
  attachmentKinds: kinds.default([]),
  keywords: z.array(text(SERVICE_LIMITS.keyword)).max(SERVICE_LIMITS.keywords).default([]),
  reference: maybe(text(SERVICE_LIMITS.reference)),
  englishName: maybe(text(SERVICE_LIMITS.name)),
  englishScope: maybe(text(SERVICE_LIMITS.scope)),
  sla: target.nullable().default(null),
  fields: z.array(field).max(SERVICE_LIMITS.fields).default([]),
};
const saidOfCategory = {
  name: text(SERVICE_LIMITS.name),
  description: maybe(text(SERVICE_LIMITS.description)),
  icon: maybe(z.enum(CATEGORY_ICONS)),
  englishName: maybe(text(SERVICE_LIMITS.name)),
  englishDescription: maybe(text(SERVICE_LIMITS.description)),
};
const MOST_SIBLINGS = 500;

/** The service catalogue, as administrators keep it: categories, their services, and the forms of these. */
export const services = {
  listServices: { method: 'GET', path: '/services', permission: 'settings:read', reply: reply<ServiceBook>() },
  getService: {
    method: 'GET',
    path: '/services/:id',
    permission: 'settings:read',
    params: byId,
    reply: reply<KeptService>(),
  },
  createService: {
    method: 'POST',
    path: '/services',
    permission: 'settings:manage',
    status: 201,
    body: z.strictObject({ code, ...saidOfService }),
    reply: reply<KeptService>(),
  },
  changeService: {
    method: 'PUT',
    path: '/services/:id',
    permission: 'settings:manage',
    params: byId,
    body: z.strictObject({ version, ...saidOfService }),
    reply: reply<KeptService>(),
  },
  createCategory: {
    method: 'POST',
    path: '/service-categories',
    permission: 'settings:manage',
    status: 201,
    body: z.strictObject({ code, ...saidOfCategory }),
    reply: reply<ServiceBook>(),
  },
  changeCategory: {
    method: 'PUT',
    path: '/service-categories/:id',
    permission: 'settings:manage',
    params: byId,
    body: z.strictObject({ version, ...saidOfCategory }),
    reply: reply<ServiceBook>(),
  },
  /** Takes a service, or a whole category, out of use or back into it. Tickets it has go on. */
  setServiceStanding: {
    method: 'PUT',
    path: '/services/:id/standing',
    permission: 'settings:manage',
    params: byId,
    body: z.strictObject({ isActive: z.boolean() }),
    reply: reply<ServiceBook>(),
  },
  /** The order of one category's services, or, without `group`, of the categories: all of them by code. */
  orderServices: {
    method: 'PUT',
    path: '/services-order',
    permission: 'settings:manage',
    body: z.strictObject({ group: maybe(code), codes: z.array(code).min(1).max(MOST_SIBLINGS) }),
    reply: reply<ServiceBook>(),
  },
} as const satisfies Endpoints;
