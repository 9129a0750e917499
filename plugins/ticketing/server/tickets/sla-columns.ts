import { dueOf, promiseOf, stateOf, waitingOf, type Clock, type DeskSettings, type HistoryEntry } from '../../domain';

const date = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** The columns that lists read, always equal to what the history derives. */
export function slaColumns(
  entries: readonly HistoryEntry[],
  clock: (code: string) => Clock,
  settings: DeskSettings,
  now: number,
) {
  const state = stateOf(entries, clock, settings, now);
  const working = clock(promiseOf(entries)?.target.calendar ?? '');
  const start = entries[0]?.at.getTime() ?? now;
  const waiting = waitingOf(entries);
  const { lockAfterDays, closeUnansweredAfterDays } = settings;
  return {
    first_response_at: date(state.respondedAt),
    ready_at: date(state.readyAt),
    resolved_at: date(state.resolvedAt),
    response_due_at: state.isPromised ? date(state.responseDueAt) : null,
    readiness_due_at: date(state.readinessDueAt),
    resolution_due_at: state.isPromised ? date(state.resolutionDueAt) : null,
    paused_minutes: Math.max(0, Math.round(state.pausedMinutes)),
    is_paused: state.paused,
    is_short_notice: state.shortNotice,
    is_response_late: state.response === 'LATE',
    is_resolution_late: state.resolution === 'LATE',
    is_around_the_clock: working.isAroundTheClock,
    // A clock that was set back has answers come before their requests: that took no time.
    response_minutes:
      state.respondedAt === null ? null : Math.max(0, Math.round(working.measure(state.promisedAt, state.respondedAt))),
    resolution_minutes:
      state.resolvedAt === null
        ? null
        : Math.max(0, Math.round(working.measure(start, state.resolvedAt) - state.pausedMinutes)),
    locks_at: state.resolvedAt === null ? null : new Date(working.addWorkingDays(state.resolvedAt, lockAfterDays)),
    waiting_since: date(waiting?.since ?? null),
    unanswered_at:
      !waiting?.mayClose || closeUnansweredAfterDays === null
        ? null
        : new Date(Math.max(working.addWorkingDays(waiting.since, closeUnansweredAfterDays), waiting.closesAt ?? 0)),
    next_moment_at: date(dueOf(entries, clock, settings, now)[0]?.at ?? null),
  };
}
