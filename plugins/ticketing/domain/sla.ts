import type { Clock } from './calendar';
import type { SlaVerdict, Status } from './ticket';

/** What a service promises. Durations are working minutes on its calendar. */
export interface SlaTarget {
  readonly calendar: string;
  readonly responseMinutes: number;
  readonly resolutionMinutes: number;
  /** `EVENT`: ready when the event starts, resolved so many minutes after it ends. */
  readonly mode: 'DURATION' | 'EVENT';
  /** Working days' notice an event needs; less is accepted, marked, and never a breach. */
  readonly minimumNoticeDays: number | null;
  readonly scope?: string;
}

/** What the clock must know of a ticket's history. Instants are epoch ms, oldest first. */
export type SlaEvent =
  | { readonly at: number; readonly kind: 'status'; readonly status: Status }
  /** An officer's first answer: verification or a public word. */
  | { readonly at: number; readonly kind: 'response' }
  /** The promise in force from here on; the first comes with the ticket itself. */
  | { readonly at: number; readonly kind: 'target'; readonly target: SlaTarget; readonly event?: { readonly start: number; readonly end: number } }
  /** Event mode: everything is in place. */
  | { readonly at: number; readonly kind: 'ready' };

export interface SlaSettings {
  /** Statuses in which the clock stands still. */
  readonly pausing: readonly Status[];
  /** Share of the target after which a running clock is at risk. */
  readonly riskFraction?: number;
}
export const DEFAULT_SLA_SETTINGS: SlaSettings = { pausing: ['WAITING_REQUESTER'], riskFraction: 0.75 };

export interface Pause { readonly from: number; readonly to: number | null; readonly status: Status; readonly minutes: number }

export interface SlaState {
  readonly responseDueAt: number;
  readonly readinessDueAt: number | null;
  readonly resolutionDueAt: number;
  readonly respondedAt: number | null;
  readonly readyAt: number | null;
  readonly resolvedAt: number | null;
  /** Working minutes of all pauses that have ended. */
  readonly pausedMinutes: number;
  readonly pauses: readonly Pause[];
  readonly paused: boolean;
  readonly shortNotice: boolean;
  readonly response: SlaVerdict;
  readonly resolution: SlaVerdict;
  /** Share of the resolution target used up; above 1 is late. Null in event mode. */
  readonly fraction: number | null;
  readonly atRisk: boolean;
}

const ENDED: readonly Status[] = ['RESOLVED', 'REJECTED', 'CANCELLED'];
const last = <T>(items: readonly T[]): T | undefined => items[items.length - 1];

/** The stretches in which the clock stood still, measured in working minutes of the calendar now in force. */
function pausesOf(statuses: readonly { at: number; status: Status }[], clock: Clock, { pausing }: SlaSettings, now: number): Pause[] {
  return statuses.flatMap(({ at, status }, index) => {
    if (!pausing.includes(status)) return [];
    const to = statuses[index + 1]?.at ?? null;
    return [{ from: at, to, status, minutes: clock.measure(at, to ?? Math.max(at, now)) }];
  });
}

const judge = (doneAt: number | null, dueAt: number, isPaused: boolean, now: number): SlaVerdict =>
  doneAt !== null ? (doneAt <= dueAt ? 'ON_TIME' : 'LATE') : isPaused ? 'PAUSED' : now > dueAt ? 'LATE' : 'RUNNING';

/**
 * Where a ticket stands against its promise, derived from its whole history at the instant `now` (epoch ms). Changing
 * target or calendar measures every pause anew, so none is lost. While paused, the due time shown is the one at the
 * pause's beginning. A reopened ticket goes on with the clock it had: the time it lay resolved is no pause.
 */
export function deriveSla(history: readonly SlaEvent[], clocks: (code: string) => Clock, settings: SlaSettings = DEFAULT_SLA_SETTINGS, now: number): SlaState {
  const statuses = history.filter((event) => event.kind === 'status');
  const promise = last(history.filter((event) => event.kind === 'target'));
  const createdAt = history[0]?.at;
  if (!promise || createdAt === undefined) throw new RangeError('a history begins with its target');
  const { target, event } = promise;
  const clock = clocks(target.calendar);

  const status = last(statuses)?.status ?? 'NEW';
  const pauses = pausesOf(statuses, clock, settings, now);
  const paused = pauses.some(({ to }) => to === null);
  const ended = pauses.filter(({ to }) => to !== null);
  const pausedMinutes = ended.reduce((sum, { minutes }) => sum + minutes, 0);
  const respondedAt = history.find(({ kind }) => kind === 'response')?.at ?? null;
  const readyAt = history.find(({ kind }) => kind === 'ready')?.at ?? null;
  const resolvedAt = status === 'RESOLVED' ? (last(statuses)?.at ?? null) : null;

  const pausedBeforeResponse = ended.filter(({ from }) => respondedAt === null || from < respondedAt).reduce((sum, { minutes }) => sum + minutes, 0);
  const responseDueAt = clock.add(createdAt, target.responseMinutes + pausedBeforeResponse);
  const isEvent = target.mode === 'EVENT' && event !== undefined;
  const resolutionDueAt = isEvent ? clock.add(event.end, target.resolutionMinutes) : clock.add(createdAt, target.resolutionMinutes + pausedMinutes);
  const shortNotice = isEvent && target.minimumNoticeDays !== null && clock.workingDaysBetween(createdAt, event.start) < target.minimumNoticeDays;

  const hasEnded = ENDED.includes(status);
  const resolution = status === 'REJECTED' || status === 'CANCELLED' ? 'NOT_COUNTED' : judge(resolvedAt, resolutionDueAt, paused, now);
  const response = respondedAt === null && hasEnded ? 'NOT_COUNTED' : judge(respondedAt, responseDueAt, paused, now);
  const used = clock.measure(createdAt, resolvedAt ?? Math.max(createdAt, now)) - pauses.reduce((sum, { minutes }) => sum + minutes, 0);
  const fraction = isEvent || target.resolutionMinutes === 0 ? null : used / target.resolutionMinutes;
  return {
    responseDueAt, readinessDueAt: isEvent ? event.start : null, resolutionDueAt, respondedAt, readyAt, resolvedAt, pausedMinutes, pauses, paused, shortNotice, response,
    resolution: shortNotice && resolution === 'LATE' ? 'NOT_COUNTED' : resolution,
    fraction, atRisk: !hasEnded && !paused && fraction !== null && fraction >= (settings.riskFraction ?? 0.75) && fraction <= 1,
  };
}
