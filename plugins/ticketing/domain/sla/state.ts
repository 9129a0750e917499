import type { Status } from '../status';

/** The clocks of a ticket: until the first response, until all is ready for an event, until the resolution. */
export const SLA_CLOCKS = ['RESPONSE', 'READINESS', 'RESOLUTION'] as const;
export type SlaClock = (typeof SLA_CLOCKS)[number];

/** Where one clock of a ticket stands, as a person reads it. */
export type SlaVerdict = 'ON_TIME' | 'LATE' | 'RUNNING' | 'PAUSED' | 'NOT_COUNTED';

/** What the city set of the SLA clock. */
export interface SlaSettings {
  /** Statuses in which the clock stands still. */
  readonly pausing: readonly Status[];
  /** Share of the target (0–1) after which a running clock is at risk; 0.75 unless told. */
  readonly riskFraction?: number;
}
export const DEFAULT_SLA_SETTINGS: SlaSettings = { pausing: ['WAITING_REQUESTER'], riskFraction: 0.75 };

/**
 * A stretch in which the clock stood still, in working minutes of the calendar now in force; so far, while `to` is
 * null.
 */
export interface Pause {
  readonly from: number;
  readonly to: number | null;
  readonly status: Status;
  readonly minutes: number;
}

/** Where a ticket stands against its promise. Instants are epoch ms. */
export interface SlaState {
  /** False where the ticket had ended before anything was promised, in another system: nothing of it is on time or late. */
  readonly isPromised: boolean;
  /** When its clocks began. */
  readonly promisedAt: number;
  readonly responseDueAt: number;
  /** Start of the event; null in duration mode. */
  readonly readinessDueAt: number | null;
  readonly resolutionDueAt: number;
  /** When a running clock becomes at risk. */
  readonly responseRiskAt: number;
  readonly resolutionRiskAt: number;
  readonly respondedAt: number | null;
  readonly readyAt: number | null;
  readonly resolvedAt: number | null;
  /** Working minutes of all pauses that have ended. */
  readonly pausedMinutes: number;
  readonly pauses: readonly Pause[];
  readonly paused: boolean;
  readonly shortNotice: boolean;
  readonly response: SlaVerdict;
  /** Confirmed (or resolved) before the event starts? Never paused, as events do not wait; null in duration mode. */
  readonly readiness: SlaVerdict | null;
  readonly resolution: SlaVerdict;
  /**
   * Share of the resolution target used up; above 1 is late. In event mode it counts from the event's end. Null for a
   * target of 0.
   */
  readonly fraction: number | null;
  /** The resolution clock runs and has used up the risk fraction. */
  readonly atRisk: boolean;
}
