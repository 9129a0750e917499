import type { Clock } from '../calendar';
import { isEnded } from '../status';
import { pausedBetween, pausesOf, standingOf } from './pauses';
import type { SlaEvent } from './promise';
import { DEFAULT_SLA_SETTINGS, type SlaSettings, type SlaState, type SlaVerdict } from './state';

const isA =
  <K extends SlaEvent['kind']>(kind: K) =>
  (event: SlaEvent): event is Extract<SlaEvent, { kind: K }> =>
    event.kind === kind;

interface AskedEvent {
  readonly start: number;
  readonly end: number;
  readonly askedAt: number;
}
/** The promise in force, the first that was made, the event it is about, and when that event was asked for. */
function promiseOf(history: readonly SlaEvent[]) {
  const targets = history.filter(isA('target'));
  const [first, last] = [targets[0], targets.at(-1)];
  if (!first || !last) throw new RangeError('a history holds the target it is measured by');
  // Notice is given for a date: moving the event asks anew, a new priority does not.
  const event = targets.reduce<AskedEvent | null>(
    (known, { at, event: asked }) =>
      asked ? { ...asked, askedAt: known?.start === asked.start ? known.askedAt : at } : known,
    null,
  );
  return { target: last.target, first, event: last.target.mode === 'EVENT' ? event : null };
}

/** Waiting hides no breach: only a clock that stopped in time is paused. */
function judge(doneAt: number | null, dueAt: number, standingSince: number | null, now: number): SlaVerdict {
  if (doneAt !== null) return doneAt <= dueAt ? 'ON_TIME' : 'LATE';
  if (standingSince !== null && standingSince <= dueAt) return 'PAUSED';
  return now > dueAt ? 'LATE' : 'RUNNING';
}

/**
 * Where a ticket stands against its promise at the instant `now`, derived from its whole history. `clocks` gives the
 * clock of a calendar's code. Throws a `RangeError` for a history without a target.
 *
 * The resolution clock starts with the first promise, which comes with the ticket (where another system had it, when it
 * was taken over), in event mode with the event's end, and stands still in the pausing statuses; the response clock
 * likewise, until the first answer. What had ended before anything was promised is neither on time nor late. Changing
 * target or calendar recomputes from the start and measures every pause anew, so none is lost. While paused, the due time shown is the one at the pause's beginning.
 * A reopened (or restored) ticket goes on with the clock it had: the time it lay ended is no pause, and the last
 * `RESOLVED` counts.
 */
export function deriveSla(
  history: readonly SlaEvent[],
  clocks: (code: string) => Clock,
  settings: SlaSettings = DEFAULT_SLA_SETTINGS,
  now: number,
): SlaState {
  const { target, first, event } = promiseOf(history);
  const promisedAt = first.at;
  // By their order, not by their instants: two servers' clocks may differ by a moment.
  const promised = history.slice(history.indexOf(first));
  const clock = clocks(target.calendar);
  const risk = settings.riskFraction ?? 0.75;

  const statuses = history.filter(isA('status'));
  const status = statuses.at(-1)?.status ?? 'NEW';
  const endedAt = isEnded(status) ? (statuses.at(-1)?.at ?? now) : null;
  const resolvedAt = status === 'RESOLVED' ? endedAt : null;
  const isPromised = endedAt === null || promised.some(isA('status'));
  // Without any other word, the result is the answer (a parent ticket closes its children).
  const respondedAt =
    promised.find((entry) => entry.kind === 'response' || (entry.kind === 'status' && entry.status === 'RESOLVED'))
      ?.at ?? null;
  const readyAt = history.find(isA('ready'))?.at ?? null;

  const pauses = pausesOf(statuses, clock, settings.pausing, now);
  const { ended, since: standingSince } = standingOf(pauses);

  // What happens after the answer no longer moves the time by which it was due.
  const responsePause =
    respondedAt === null
      ? pausedBetween(ended, clock, promisedAt, Infinity)
      : pausedBetween(pauses, clock, promisedAt, respondedAt);
  const responseDueAt = clock.add(promisedAt, target.responseMinutes + responsePause);
  const origin = event?.end ?? promisedAt;
  const resolutionPause = pausedBetween(ended, clock, origin, Infinity);
  const resolutionDueAt = clock.add(origin, target.resolutionMinutes + resolutionPause);
  const resolutionRiskAt = clock.add(origin, target.resolutionMinutes * risk + resolutionPause);

  const shortNotice =
    event !== null &&
    target.minimumNoticeDays !== null &&
    clock.workingDaysBetween(event.askedAt, event.start) < target.minimumNoticeDays;
  const excused = (verdict: SlaVerdict): SlaVerdict => (shortNotice && verdict === 'LATE' ? 'NOT_COUNTED' : verdict);
  const isDropped = status === 'REJECTED' || status === 'CANCELLED';
  const isUnjudged = isDropped || !isPromised;
  const resolution = isUnjudged ? 'NOT_COUNTED' : excused(judge(resolvedAt, resolutionDueAt, standingSince, now));
  const response =
    isUnjudged && respondedAt === null ? 'NOT_COUNTED' : excused(judge(respondedAt, responseDueAt, standingSince, now));
  const readiness =
    event && (isUnjudged ? 'NOT_COUNTED' : excused(judge(readyAt ?? resolvedAt, event.start, null, now)));

  const until = Math.max(origin, endedAt ?? now);
  const used = clock.measure(origin, until) - pausedBetween(pauses, clock, origin, until);
  return {
    isPromised,
    promisedAt,
    responseDueAt,
    readinessDueAt: event?.start ?? null,
    resolutionDueAt,
    responseRiskAt: clock.add(promisedAt, target.responseMinutes * risk + responsePause),
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
