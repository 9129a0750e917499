import {
  deriveSla,
  momentKey,
  pendingMoments,
  type Clock,
  type DeskMoment,
  type DeskSettings,
  type SlaEvent,
  type SlaMoment,
  type SlaState,
  type SlaTarget,
  type Waiting,
} from '../../domain';
import type { AuditRow } from '../audit/entries';

/** Events by which an officer gives the requester a first response. Source: catalogue, "verifikasi awal / komentar publik pertama". */
const RESPONSES: readonly string[] = [
  'verify',
  'claim',
  'assign',
  'approve',
  'returnForCompletion',
  'askRequester',
  'waitThirdParty',
  'resolve',
  'reject',
  'comment',
];

type Entry = Pick<AuditRow, 'event' | 'at' | 'actor_kind' | 'payload'>;

/** What an entry keeps so that deadlines can be derived from history alone. */
export interface SlaFacts {
  readonly target: SlaTarget;
  readonly event?: { readonly start: number; readonly end: number };
}

/** A ticket's entries, as the clock sees them. */
export const slaHistory = (entries: readonly Entry[]): SlaEvent[] =>
  entries.flatMap(({ event, at, actor_kind, payload }): SlaEvent[] => {
    const instant = at.getTime();
    const sla = payload.after?.['sla'] as SlaFacts | undefined;
    return [
      ...(payload.to && payload.to !== payload.from
        ? [{ at: instant, kind: 'status' as const, status: payload.to }]
        : []),
      ...(sla
        ? [{ at: instant, kind: 'target' as const, target: sla.target, ...(sla.event && { event: sla.event }) }]
        : []),
      ...(actor_kind === 'staff' && RESPONSES.includes(event) && !payload.isInternal
        ? [{ at: instant, kind: 'response' as const }]
        : []),
      ...(event === 'confirmReady' ? [{ at: instant, kind: 'ready' as const }] : []),
    ];
  });

export const stateOf = (
  entries: readonly Entry[],
  clock: (code: string) => Clock,
  settings: DeskSettings,
  now: number,
): SlaState => deriveSla(slaHistory(entries), clock, settings, now);

/** The promise last made. */
export const promiseOf = (entries: readonly Entry[]): SlaFacts | undefined =>
  entries.findLast(({ payload }) => payload.after?.['sla'])?.payload.after?.['sla'] as SlaFacts | undefined;

/** Since when the requester is waited for, and how often they were reminded by the system; null while nobody waits. */
export function waitingOf(entries: readonly Entry[]): Waiting | null {
  const index = entries.findLastIndex(({ payload }) => payload.to !== undefined && payload.to !== payload.from);
  const last = entries[index];
  if (last?.payload.to !== 'WAITING_REQUESTER') return null;
  const reminders = entries
    .slice(index + 1)
    .map(({ event, payload }) => (event === 'remind' ? Number(payload.after?.['reminder'] ?? 0) : 0));
  return {
    since: last.at.getTime(),
    reminders: Math.max(0, ...reminders),
    mayClose: last.event !== 'returnForCompletion',
  };
}

interface ToldMoment {
  readonly clock: SlaMoment['clock'];
  readonly dueAt: string;
}
const toldOf = (entries: readonly Entry[]): Set<string> =>
  new Set(
    entries.flatMap(({ event, payload }) => {
      if (event !== 'slaAtRisk' && event !== 'slaBreach') return [];
      const { clock, dueAt } = payload.after as unknown as ToldMoment;
      return [momentKey({ clock, kind: event === 'slaBreach' ? 'BREACH' : 'AT_RISK', dueAt: Date.parse(dueAt) })];
    }),
  );

/** What is still to happen to this ticket by itself, the next first. */
export const momentsOf = (
  entries: readonly Entry[],
  clock: (code: string) => Clock,
  settings: DeskSettings,
  now: number,
): DeskMoment[] =>
  pendingMoments(
    stateOf(entries, clock, settings, now),
    waitingOf(entries),
    toldOf(entries),
    clock(promiseOf(entries)?.target.calendar ?? ''),
    settings,
    now,
  );

const date = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** The columns that lists read, always equal to what the history derives. */
export function slaColumns(
  entries: readonly Entry[],
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
    response_due_at: date(state.responseDueAt),
    readiness_due_at: date(state.readinessDueAt),
    resolution_due_at: date(state.resolutionDueAt),
    paused_minutes: Math.round(state.pausedMinutes),
    is_paused: state.paused,
    is_short_notice: state.shortNotice,
    is_response_late: state.response === 'LATE',
    is_resolution_late: state.resolution === 'LATE',
    response_minutes: state.respondedAt === null ? null : Math.round(working.measure(start, state.respondedAt)),
    resolution_minutes:
      state.resolvedAt === null
        ? null
        : Math.max(0, Math.round(working.measure(start, state.resolvedAt) - state.pausedMinutes)),
    locks_at: state.resolvedAt === null ? null : new Date(working.addWorkingDays(state.resolvedAt, lockAfterDays)),
    waiting_since: date(waiting?.since ?? null),
    unanswered_at:
      !waiting?.mayClose || closeUnansweredAfterDays === null
        ? null
        : new Date(working.addWorkingDays(waiting.since, closeUnansweredAfterDays)),
    next_moment_at: date(momentsOf(entries, clock, settings, now)[0]?.at ?? null),
  };
}
