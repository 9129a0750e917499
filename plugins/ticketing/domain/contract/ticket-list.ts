import { z } from 'zod';
import { LIMITS } from '../limits';
import { PRIORITIES } from '../priority';
import { CHANNELS } from '../request';
import { OPEN_STATUSES, STATUSES, WAITED_FOR, type WaitedFor } from '../status';
import { codes, day, id, list, pages, period, whole } from './shapes';

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

export const staffId = id;
/** What tickets are narrowed to by lists, exports and reports alike. */
export const dimensionFilters = {
  status: list(STATUSES).optional(),
  skpd: codes.optional(),
  category: codes.optional(),
  /** Services by their own codes; a category stands for all below it. */
  service: codes.optional(),
  priority: list(PRIORITIES).optional(),
  channel: list(CHANNELS).optional(),
  team: z.union([z.literal('none'), codes]).optional(),
};

/** Filters of a ticket list, from an address or a caller; lists and exports take the same. */
export const ticketFilters = z.strictObject({
  ...dimensionFilters,
  /** A staff user id, `me`, or `none`. */
  assignee: z.union([z.literal('me'), z.literal('none'), staffId]).optional(),
  /** Filed by whoever asks. */
  requester: z.literal('me').optional(),
  /** Open and past its due time, whoever is waited for. */
  overdue: truth.optional(),
  /** Open, its clock running, and its due time still to come today (WIB). */
  dueToday: truth.optional(),
  /** Resolved after its due time. */
  late: truth.optional(),
  /** Asked for with less notice than its service needs. */
  shortNotice: truth.optional(),
  /** `false`: asked for at short notice, or ended in another system before anything was promised; in no share on time. */
  measured: truth.optional(),
  q: z.string().trim().max(LIMITS.search).optional(),
  ...period,
  resolvedFrom: day.optional(),
  resolvedTo: day.optional(),
  /** By the day of an officer's first response. */
  answeredFrom: day.optional(),
  answeredTo: day.optional(),
  /** First responded to after its due time. */
  answeredLate: truth.optional(),
  rated: truth.optional(),
  /** Rated 3 or 4; `false`: rated 1 or 2. */
  satisfied: truth.optional(),
  /** Reopened at least once. */
  reopened: truth.optional(),
  /** Promised on a clock that never stops. */
  roundTheClock: truth.optional(),
  /** Not ended at the end of that day, by its history; `openAs` in one of these statuses. */
  openOn: day.optional(),
  openAs: list(OPEN_STATUSES).optional(),
  /** Work began: filed, reopened or restored. */
  openedFrom: day.optional(),
  openedTo: day.optional(),
  /** Work ended: resolved, rejected or cancelled. */
  closedFrom: day.optional(),
  closedTo: day.optional(),
  reopenedFrom: day.optional(),
  reopenedTo: day.optional(),
  /** It no longer waited for its requester. */
  repliedFrom: day.optional(),
  repliedTo: day.optional(),
  /** Working time was recorded, by `worker` (a staff user id, or `none`) where said. */
  workedFrom: day.optional(),
  workedTo: day.optional(),
  worker: z.union([z.literal('none'), staffId]).optional(),
  /** Somebody else is waited for now: whom, and for at least so many days by the calendar of WIB. */
  waitingFor: z.enum(Object.keys(WAITED_FOR) as [WaitedFor, ...WaitedFor[]]).optional(),
  waitingDays: whole(1, 3650).optional(),
  sort: z.enum(SORTS).default('-submittedAt'),
  ...pages,
});
