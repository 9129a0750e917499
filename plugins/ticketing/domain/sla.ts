import type { Clock } from './calendar';
import type { SlaVerdict, Status } from './ticket';

/** What a service promises. Durations are working minutes on its calendar. Source: service catalogue, domain rules 2 and 4.1. */
export interface SlaTarget {
  readonly calendar: string;
  readonly responseMinutes: number;
  readonly resolutionMinutes: number;
  /** `EVENT`: ready when the event starts, resolved so many minutes after it ends. Without event times it counts as `DURATION`. */
  readonly mode: 'DURATION' | 'EVENT';
  /** Working days' notice an event needs; less is accepted, marked ("mendadak"), and never a breach. */
  readonly minimumNoticeDays: number | null;
  readonly scope?: string;
}

/** What the clock must know of a ticket's history, in the order in which it happened. Instants are epoch ms. */
export type SlaEvent =
  | { readonly at: number; readonly kind: 'status'; readonly status: Status }
  /** An officer's first answer: verification or a public word. */
  | { readonly at: number; readonly kind: 'response' }
  /** The promise in force from here on; the first comes with the ticket itself. Left out, the event stays the one known before. */
  | {
      readonly at: number;
      readonly kind: 'target';
      readonly target: SlaTarget;
      readonly event?: { readonly start: number; readonly end: number };
    }
  /** Event mode: everything is in place. */
  | { readonly at: number; readonly kind: 'ready' };

export interface SlaSettings {
  /** Statuses in which the clock stands still. */
  readonly pausing: readonly Status[];
  /** Share of the target (0–1) after which a running clock is at risk; 0.75 unless told. */
  readonly riskFraction?: number;
}
export const DEFAULT_SLA_SETTINGS: SlaSettings = { pausing: ['WAITING_REQUESTER'], riskFraction: 0.75 };

/** A stretch in which the clock stood still, in working minutes of the calendar now in force; so far, while `to` is null. */
export interface Pause {
  readonly from: number;
  readonly to: number | null;
  readonly status: Status;
  readonly minutes: number;
}

/** Where a ticket stands against its promise. Instants are epoch ms. */
export interface SlaState {
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
  /** Share of the resolution target used up; above 1 is late. In event mode it counts from the event's end. Null for a target of 0. */
  readonly fraction: number | null;
  /** The resolution clock runs and has used up the risk fraction. */
  readonly atRisk: boolean;
}

const ENDED: readonly Status[] = ['RESOLVED', 'REJECTED', 'CANCELLED'];
const isA =
  <K extends SlaEvent['kind']>(kind: K) =>
  (event: SlaEvent): event is Extract<SlaEvent, { kind: K }> =>
    event.kind === kind;

interface AskedEvent {
  readonly start: number;
  readonly end: number;
  readonly askedAt: number;
}
/** The promise in force, the event it is about, and when that event was asked for. */
function promiseOf(history: readonly SlaEvent[]) {
  const targets = history.filter(isA('target'));
  const target = targets.at(-1)?.target;
  if (!target) throw new RangeError('a history holds the target it is measured by');
  // Notice is given for a date: moving the event asks anew, a new priority does not.
  const event = targets.reduce<AskedEvent | null>(
    (known, { at, event: asked }) =>
      asked ? { ...asked, askedAt: known?.start === asked.start ? known.askedAt : at } : known,
    null,
  );
  return { target, event: target.mode === 'EVENT' ? event : null };
}

function pausesOf(
  statuses: readonly { readonly at: number; readonly status: Status }[],
  clock: Clock,
  pausing: readonly Status[],
  now: number,
): Pause[] {
  return statuses.flatMap(({ at, status }, index) => {
    if (!pausing.includes(status)) return [];
    const to = statuses[index + 1]?.at ?? null;
    // Two servers' clocks may differ by a moment; a pause never gives time back.
    return [{ from: at, to, status, minutes: clock.measure(at, Math.max(at, to ?? now)) }];
  });
}

/** Working minutes of these pauses between two instants; a pause that goes on lasts until the later one. */
const pausedBetween = (pauses: readonly Pause[], clock: Clock, from: number, to: number): number =>
  pauses.reduce((sum, pause) => {
    const [start, end] = [Math.max(pause.from, from), Math.min(pause.to ?? to, to)];
    return end > start ? sum + clock.measure(start, end) : sum;
  }, 0);

/** Waiting hides no breach: only a clock that stopped in time is paused. */
function judge(doneAt: number | null, dueAt: number, standingSince: number | null, now: number): SlaVerdict {
  if (doneAt !== null) return doneAt <= dueAt ? 'ON_TIME' : 'LATE';
  if (standingSince !== null && standingSince <= dueAt) return 'PAUSED';
  return now > dueAt ? 'LATE' : 'RUNNING';
}

/**
 * Where a ticket stands against its promise at the instant `now`, derived from its whole history. `clocks` gives the clock
 * of a calendar's code. Throws a `RangeError` for a history without a target.
 *
 * The resolution clock starts with the ticket, in event mode with the event's end, and stands still in the pausing statuses;
 * the response clock likewise, until the first answer. Changing target or calendar recomputes from the start and measures
 * every pause anew, so none is lost. While paused, the due time shown is the one at the pause's beginning. A reopened (or
 * restored) ticket goes on with the clock it had: the time it lay ended is no pause, and the last `RESOLVED` counts.
 */
export function deriveSla(
  history: readonly SlaEvent[],
  clocks: (code: string) => Clock,
  settings: SlaSettings = DEFAULT_SLA_SETTINGS,
  now: number,
): SlaState {
  const { target, event } = promiseOf(history);
  const clock = clocks(target.calendar);
  const createdAt = history[0]?.at ?? now;
  const risk = settings.riskFraction ?? 0.75;

  const statuses = history.filter(isA('status'));
  const status = statuses.at(-1)?.status ?? 'NEW';
  const endedAt = ENDED.includes(status) ? (statuses.at(-1)?.at ?? now) : null;
  const resolvedAt = status === 'RESOLVED' ? endedAt : null;
  // Without any other word, the result is the answer (a parent ticket closes its children).
  const respondedAt =
    history.find((entry) => entry.kind === 'response' || (entry.kind === 'status' && entry.status === 'RESOLVED'))
      ?.at ?? null;
  const readyAt = history.find(isA('ready'))?.at ?? null;

  const pauses = pausesOf(statuses, clock, settings.pausing, now);
  const ended = pauses.filter(({ to }) => to !== null);
  const standingSince = pauses.find(({ to }) => to === null)?.from ?? null;

  // What happens after the answer no longer moves the time by which it was due.
  const responsePause =
    respondedAt === null
      ? pausedBetween(ended, clock, createdAt, Infinity)
      : pausedBetween(pauses, clock, createdAt, respondedAt);
  const responseDueAt = clock.add(createdAt, target.responseMinutes + responsePause);
  const origin = event?.end ?? createdAt;
  const resolutionPause = pausedBetween(ended, clock, origin, Infinity);
  const resolutionDueAt = clock.add(origin, target.resolutionMinutes + resolutionPause);
  const resolutionRiskAt = clock.add(origin, target.resolutionMinutes * risk + resolutionPause);

  const shortNotice =
    event !== null &&
    target.minimumNoticeDays !== null &&
    clock.workingDaysBetween(event.askedAt, event.start) < target.minimumNoticeDays;
  const excused = (verdict: SlaVerdict): SlaVerdict => (shortNotice && verdict === 'LATE' ? 'NOT_COUNTED' : verdict);
  const isDropped = status === 'REJECTED' || status === 'CANCELLED';
  const resolution = isDropped ? 'NOT_COUNTED' : excused(judge(resolvedAt, resolutionDueAt, standingSince, now));
  const response =
    isDropped && respondedAt === null ? 'NOT_COUNTED' : excused(judge(respondedAt, responseDueAt, standingSince, now));
  const readiness =
    event && (isDropped ? 'NOT_COUNTED' : excused(judge(readyAt ?? resolvedAt, event.start, null, now)));

  const until = Math.max(origin, endedAt ?? now);
  const used = clock.measure(origin, until) - pausedBetween(pauses, clock, origin, until);
  return {
    responseDueAt,
    readinessDueAt: event?.start ?? null,
    resolutionDueAt,
    responseRiskAt: clock.add(createdAt, target.responseMinutes * risk + responsePause),
    resolutionRiskAt,
    respondedAt,
    readyAt,
    resolvedAt,
    pausedMinutes: ended.reduce((sum, { minutes }) => sum + minutes, 0),
    pauses,
    paused: standingSince !== null,
    shortNotice,
    response,
    readiness,
    resolution,
    fraction: target.resolutionMinutes > 0 ? used / target.resolutionMinutes : null,
    atRisk: resolution === 'RUNNING' && !shortNotice && now >= resolutionRiskAt,
  };
}

/** Something a person should hear of once: a clock that is running out, or has run out. `at` is epoch ms. */
export interface SlaMoment {
  readonly at: number;
  readonly clock: 'RESPONSE' | 'READINESS' | 'RESOLUTION';
  readonly kind: 'AT_RISK' | 'BREACH';
}

/**
 * What happens after `now` if the history stays as it is, the next first: empty while paused, after the end, and where a
 * breach cannot be (short notice). A breach is one millisecond after the due time, which itself is still in time; so the
 * state derived at `at` shows what the moment says. A job that wakes at a moment derives the state anew and looks again.
 */
export function nextSlaEvents(state: SlaState, now: number): SlaMoment[] {
  if (state.shortNotice) return [];
  const moments: SlaMoment[] = [];
  const runningOut = (clock: SlaMoment['clock'], riskAt: number, dueAt: number): void => {
    // A target may be so short, or lie so around a closure, that its risk is the deadline itself.
    if (riskAt < dueAt) moments.push({ at: riskAt, clock, kind: 'AT_RISK' });
    moments.push({ at: dueAt + 1, clock, kind: 'BREACH' });
  };
  if (state.response === 'RUNNING') runningOut('RESPONSE', state.responseRiskAt, state.responseDueAt);
  if (state.readiness === 'RUNNING' && state.readinessDueAt !== null)
    moments.push({ at: state.readinessDueAt + 1, clock: 'READINESS', kind: 'BREACH' });
  if (state.resolution === 'RUNNING') runningOut('RESOLUTION', state.resolutionRiskAt, state.resolutionDueAt);
  return moments.filter(({ at }) => at > now).sort((a, b) => a.at - b.at);
}
