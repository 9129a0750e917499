import { PRIORITY_MATRIX, type PriorityMatrix } from './priority';
import { WAITING_STATUSES, type Status } from './status';

/**
 * What the city may set of lifecycle and clock. Days are working days of the service's calendar. Source: domain rules
 * 4.1, 5.2, 5.3.
 */
export interface DeskSettings {
  /** Working days after which a resolved ticket locks: no more reopening, no more words. */
  readonly lockAfterDays: number;
  /** Working days of silence after which a requester is reminded; none means never. */
  readonly remindAfterDays: readonly number[];
  /** Working days of silence after which a ticket may be closed; null means never. */
  readonly closeUnansweredAfterDays: number | null;
  /** Whether the system then closes it by itself, or leaves that to the officer. */
  readonly closesByItself: boolean;
  /** Statuses in which the SLA clock stands still. */
  readonly pausing: readonly Status[];
  /** Share of the target (0–1) after which a running clock is at risk. */
  readonly riskFraction: number;
  /** What the two plain questions of the form propose. */
  readonly priorityMatrix: PriorityMatrix;
}

/** Statuses that the city may let the clock stand still in. */
export const PAUSABLE = WAITING_STATUSES;
export const LONGEST_DAYS = 90;
export const MOST_REMINDERS = 5;

/** As it comes: a gentle desk that reminds twice and closes nothing unasked. */
export const DEFAULT_SETTINGS: DeskSettings = {
  lockAfterDays: 3,
  remindAfterDays: [2, 4],
  closeUnansweredAfterDays: null,
  closesByItself: false,
  pausing: ['WAITING_REQUESTER'],
  riskFraction: 0.75,
  priorityMatrix: PRIORITY_MATRIX,
};
export const SETTING_NAMES = Object.keys(DEFAULT_SETTINGS) as (keyof DeskSettings)[];
