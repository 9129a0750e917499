import { OPEN_STATUSES, statusesOfGroup, statusFilter } from '../status';
import type { CohortId } from './cohorts';
import type { Filters } from './filters';

/**
 * How numbers read: `minutes` are working minutes, `wholeMinutes` those of a clock that never stops, `percent` 0–100 with
 * one decimal, `day` a day in WIB.
 */
export type Unit = 'text' | 'count' | 'percent' | 'minutes' | 'wholeMinutes' | 'rating' | 'month' | 'day';

/** Durations and marks that are averaged or added, each kept in one column of the facts. */
export type Quantity = 'response' | 'resolution' | 'reply' | 'rating' | 'effort';

/** Tickets of a cohort that also fit `only`; these filters are the very ones that list them. */
interface CountOf {
  readonly is: 'count';
  readonly cohort: CohortId;
  readonly only: Filters;
  /** Of so many working days of age up to so many, both included; without an end where it is the oldest class. */
  readonly age?: readonly [least: number, most: number | null];
}
/** The day of the oldest: of filing, or since which it waits. It leads to all it is the oldest of. */
interface OldestOf {
  readonly is: 'oldest';
  readonly of: 'submitted' | 'waiting';
  readonly missed: CountId;
}
/** Of `whole`, less `apart` which is in no share, those that are not `missed`. It leads to the missed ones. */
interface ShareOf {
  readonly is: 'share';
  readonly whole: CountId;
  readonly apart?: CountId;
  readonly missed: CountId;
}
/** It leads to the tickets of `missed`, for an average by itself is no list. */
interface AmountOf {
  readonly is: 'average' | 'median' | 'p90' | 'sum';
  readonly cohort: CohortId;
  readonly only: Filters;
  readonly of: Quantity;
  readonly missed?: CountId;
}
/** Working minutes one person has in the period, and the share of them that was worked. */
interface CapacityOf {
  readonly is: 'capacity' | 'used';
}
export type Measure = { readonly version: number; readonly unit: Unit } & (
  CountOf | ShareOf | AmountOf | OldestOf | CapacityOf
);

const count = <C extends CohortId>(cohort: C, only: Filters = {}) =>
  ({ version: 1, unit: 'count', is: 'count', cohort, only }) as const;
const OPEN = { status: statusFilter(OPEN_STATUSES) };
const aged = (least: number, most: number | null) => ({ ...count('OPEN', OPEN), age: [least, most] }) as const;
const NEW = { status: statusFilter(statusesOfGroup('NEW')) };
const IN_PROGRESS = { status: statusFilter(statusesOfGroup('IN_PROGRESS')) };
/** Short notice is neither on time nor late; nor is what had ended in another system before anything was promised. */
const LATE = { late: 'true', shortNotice: 'false' };
const UNMEASURED = { measured: 'false' };

/** Everything that is counted, by id. Whoever changes what one means raises its version, and its explanation with it. */
export const COUNTS = {
  received: count('SUBMITTED'),
  receivedNew: count('SUBMITTED', NEW),
  receivedInProgress: count('SUBMITTED', IN_PROGRESS),
  receivedResolved: count('SUBMITTED', { status: 'RESOLVED' }),
  receivedRejected: count('SUBMITTED', { status: 'REJECTED' }),
  receivedCancelled: count('SUBMITTED', { status: 'CANCELLED' }),
  receivedOverdue: count('SUBMITTED', { overdue: 'true' }),
  receivedUnmeasured: { ...count('SUBMITTED', { status: 'RESOLVED', ...UNMEASURED }), version: 2 },
  receivedLate: count('SUBMITTED', LATE),
  answered: count('ANSWERED'),
  answeredLate: count('ANSWERED', { answeredLate: 'true' }),
  resolved: count('RESOLVED'),
  resolvedUnmeasured: { ...count('RESOLVED', UNMEASURED), version: 2 },
  resolvedLate: count('RESOLVED', LATE),
  resolvedAgain: count('RESOLVED', { reopened: 'true' }),
  rated: count('RESOLVED', { rated: 'true' }),
  dissatisfied: count('RESOLVED', { satisfied: 'false' }),
  opened: count('OPENED'),
  closed: count('CLOSED'),
  reopened: count('REOPENED'),
  replies: count('REPLIED'),
  effortEntries: count('WORKED'),
  open: count('OPEN', OPEN),
  openNew: count('OPEN', NEW),
  openInProgress: count('OPEN', IN_PROGRESS),
  inHand: count('OPEN', { status: 'IN_PROGRESS' }),
  waitingRequester: count('OPEN', { status: 'WAITING_REQUESTER' }),
  waitingThirdParty: count('OPEN', { status: 'WAITING_THIRD_PARTY' }),
  overdue: count('OPEN', { overdue: 'true' }),
  dueToday: count('OPEN', { dueToday: 'true' }),
  unassigned: count('OPEN', { ...OPEN, assignee: 'none' }),
  openOneDay: aged(0, 1),
  openFiveDays: aged(2, 5),
  openTwentyDays: aged(6, 20),
  openLonger: aged(21, null),
} as const satisfies Record<string, Measure & CountOf>;
export type CountId = keyof typeof COUNTS;

const share = (whole: CountId, missed: CountId, apart?: CountId) =>
  ({ version: 1, unit: 'percent', is: 'share', whole, missed, ...(apart && { apart }) }) as const;
type Statistic = AmountOf['is'];
/** Averages stay within one clock: 24 hours round the clock and 24 working hours are three days apart. */
const working = (is: Statistic, of: Quantity, cohort: CohortId, missed: CountId) =>
  ({ version: 1, unit: 'minutes', is, cohort, of, only: { roundTheClock: 'false' }, missed }) as const;
const always = (is: Statistic, of: Quantity, cohort: CohortId, missed: CountId) =>
  ({ version: 1, unit: 'wholeMinutes', is, cohort, of, only: { roundTheClock: 'true' }, missed }) as const;
const reply = (is: Statistic) =>
  ({ version: 1, unit: 'wholeMinutes', is, cohort: 'REPLIED', of: 'reply', only: {}, missed: 'replies' }) as const;

export const MEASURES = {
  ...COUNTS,
  receivedOnTime: share('receivedResolved', 'receivedLate', 'receivedUnmeasured'),
  answeredOnTime: share('answered', 'answeredLate'),
  resolvedOnTime: share('resolved', 'resolvedLate', 'resolvedUnmeasured'),
  satisfied: share('rated', 'dissatisfied'),
  rating: {
    version: 1,
    unit: 'rating',
    is: 'average',
    cohort: 'RESOLVED',
    only: {},
    of: 'rating',
    missed: 'dissatisfied',
  },
  responseMinutes: working('average', 'response', 'ANSWERED', 'answeredLate'),
  responseMedian: working('median', 'response', 'ANSWERED', 'answeredLate'),
  responseP90: working('p90', 'response', 'ANSWERED', 'answeredLate'),
  responseMinutesAlways: always('average', 'response', 'ANSWERED', 'answeredLate'),
  responseMedianAlways: always('median', 'response', 'ANSWERED', 'answeredLate'),
  responseP90Always: always('p90', 'response', 'ANSWERED', 'answeredLate'),
  resolutionMinutes: working('average', 'resolution', 'RESOLVED', 'resolvedLate'),
  resolutionMedian: working('median', 'resolution', 'RESOLVED', 'resolvedLate'),
  resolutionP90: working('p90', 'resolution', 'RESOLVED', 'resolvedLate'),
  resolutionMinutesAlways: always('average', 'resolution', 'RESOLVED', 'resolvedLate'),
  resolutionMedianAlways: always('median', 'resolution', 'RESOLVED', 'resolvedLate'),
  resolutionP90Always: always('p90', 'resolution', 'RESOLVED', 'resolvedLate'),
  replyMinutes: reply('average'),
  replyMedian: reply('median'),
  replyP90: reply('p90'),
  effortMinutes: {
    ...{ version: 2, unit: 'minutes', is: 'sum', cohort: 'WORKED', of: 'effort' },
    only: {},
    missed: 'effortEntries',
  },
  oldest: { version: 1, unit: 'day', is: 'oldest', of: 'submitted', missed: 'open' },
  oldestForRequester: { version: 1, unit: 'day', is: 'oldest', of: 'waiting', missed: 'waitingRequester' },
  oldestForThirdParty: { version: 1, unit: 'day', is: 'oldest', of: 'waiting', missed: 'waitingThirdParty' },
  capacityMinutes: { version: 2, unit: 'minutes', is: 'capacity' },
  capacityUsed: { version: 2, unit: 'percent', is: 'used' },
} as const satisfies Record<string, Measure>;
export type MeasureId = keyof typeof MEASURES;
export const MEASURE_IDS = Object.keys(MEASURES) as MeasureId[];
export const measureOf = (id: MeasureId): Measure => MEASURES[id];
