import { z } from 'zod';
import { LIMITS } from '../limits';
import { PRIORITIES } from '../priority';
import { STATUSES } from '../status';
import { codes, day, list, pages, period, whole } from './shapes';

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

const truth = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Filters of a ticket list, from an address or a caller; lists and exports take the same. */
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
  /** Open and past its due time, whoever is waited for. */
  overdue: truth.optional(),
  /** Resolved after its due time. */
  late: truth.optional(),
  /** Asked for with less notice than its service needs. */
  shortNotice: truth.optional(),
  q: z.string().trim().max(LIMITS.search).optional(),
  ...period,
  resolvedFrom: day.optional(),
  resolvedTo: day.optional(),
  sort: z.enum(SORTS).default('-submittedAt'),
  ...pages,
});
