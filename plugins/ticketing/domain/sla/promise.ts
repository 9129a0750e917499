import type { Status } from '../status';

/**
 * What a service promises. Durations are working minutes on its calendar. Source: service catalogue, domain rules 2 and
 * 4.1.
 */
export interface SlaTarget {
  readonly calendar: string;
  readonly responseMinutes: number;
  readonly resolutionMinutes: number;
  /**
   * `EVENT`: ready when the event starts, resolved so many minutes after it ends. Without event times it counts as
   * `DURATION`.
   */
  readonly mode: 'DURATION' | 'EVENT';
  /** Working days' notice an event needs; less is accepted, marked ("mendadak"), and never a breach. */
  readonly minimumNoticeDays: number | null;
  readonly scope?: string;
}

/** What was promised for one ticket. Left out, the event (instants in epoch ms) stays the one known before. */
export interface SlaPromise {
  readonly target: SlaTarget;
  readonly event?: { readonly start: number; readonly end: number };
}

/** What the clock must know of a ticket's history, in the order in which it happened. Instants are epoch ms. */
export type SlaEvent =
  | { readonly at: number; readonly kind: 'status'; readonly status: Status }
  /** An officer's first answer: verification or a public word. */
  | { readonly at: number; readonly kind: 'response' }
  /** The promise in force from here on; the first comes with the ticket itself. */
  | ({ readonly at: number; readonly kind: 'target' } & SlaPromise)
  /** Event mode: everything is in place. */
  | { readonly at: number; readonly kind: 'ready' };
