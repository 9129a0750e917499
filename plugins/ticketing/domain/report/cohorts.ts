import type { Filters } from './filters';

/**
 * Which date decides whether a ticket is counted. A period is of days in WIB, both included; `days` are the filters of
 * `/tickets` that list the tickets of a period, `base` what else they have in common. A stock has no days: it is of an
 * instant, the end of the period's last day, or now where that has not come.
 */
export interface Cohort {
  readonly kind: 'period' | 'instant';
  readonly days: readonly [from: string, to: string] | null;
  readonly base: Filters;
  /** `times` counts what happened, and a ticket to which it happened twice counts twice. */
  readonly counts: 'tickets' | 'times';
}

export const COHORTS = {
  /** By the day of filing, whatever became of it. */
  SUBMITTED: { kind: 'period', days: ['from', 'to'], base: {}, counts: 'tickets' },
  /** By the day of an officer's first response. */
  ANSWERED: { kind: 'period', days: ['answeredFrom', 'answeredTo'], base: {}, counts: 'tickets' },
  /** By the day of the last result; whoever reopens takes the ticket out until there is another result. */
  RESOLVED: { kind: 'period', days: ['resolvedFrom', 'resolvedTo'], base: { status: 'RESOLVED' }, counts: 'tickets' },
  /** By the day on which there was work to do again or for the first time: filed, reopened, restored. */
  OPENED: { kind: 'period', days: ['openedFrom', 'openedTo'], base: {}, counts: 'times' },
  /** By the day on which it ended: Selesai, Ditolak, Dibatalkan. */
  CLOSED: { kind: 'period', days: ['closedFrom', 'closedTo'], base: {}, counts: 'times' },
  /** By the day on which a result was sent back. */
  REOPENED: { kind: 'period', days: ['reopenedFrom', 'reopenedTo'], base: {}, counts: 'times' },
  /** By the day on which waiting for the requester ended. */
  REPLIED: { kind: 'period', days: ['repliedFrom', 'repliedTo'], base: {}, counts: 'times' },
  /** By the day of the work. */
  WORKED: { kind: 'period', days: ['workedFrom', 'workedTo'], base: {}, counts: 'times' },
  OPEN: { kind: 'instant', days: null, base: {}, counts: 'tickets' },
} as const satisfies Record<string, Cohort>;
export type CohortId = keyof typeof COHORTS;
