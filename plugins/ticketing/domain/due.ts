import type { Clock } from './calendar';
import type { DeskSettings } from './settings';
import type { SlaClock, SlaState } from './sla';
import { MINUTE_MS } from './wib';

/**
 * Waiting for the requester's answer, since an instant (epoch ms); `reminders` have gone out since, and they were told
 * that the ticket closes at `closesAt`. What was sent back before work began is never closed for want of an answer:
 * there is no result to close it with, so it stays with the officers.
 */
export interface Waiting {
  readonly since: number;
  readonly reminders: number;
  readonly mayClose: boolean;
  readonly closesAt: number | null;
}

/** A warning that one of the ticket's clocks will have run out at `dueAt`, or that it has. Instants are epoch ms. */
export interface DueWarning {
  readonly at: number;
  readonly kind: 'AT_RISK' | 'BREACH';
  readonly clock: SlaClock;
  readonly dueAt: number;
}
/** What has to happen to a ticket by itself at an instant (epoch ms). Reminders are counted from 1. */
export type Due =
  | DueWarning
  | { readonly at: number; readonly kind: 'REMIND'; readonly place: number }
  | { readonly at: number; readonly kind: 'WILL_CLOSE'; readonly closesAt: number }
  | { readonly at: number; readonly kind: 'CLOSE' };

/** By what a warning is known again: a due time that moves is another due time, and may be warned of anew. */
export const warningKey = ({ clock, kind, dueAt }: Pick<DueWarning, 'clock' | 'kind' | 'dueAt'>): string =>
  `${clock}:${kind}:${dueAt}`;

/** A breach is one millisecond after the due time, which itself is still in time. */
function warningsOf(state: SlaState): DueWarning[] {
  if (state.shortNotice) return [];
  const clocks = [
    {
      clock: 'RESPONSE',
      verdict: state.response,
      done: state.respondedAt,
      riskAt: state.responseRiskAt,
      dueAt: state.responseDueAt,
    },
    {
      clock: 'READINESS',
      verdict: state.readiness,
      done: state.readyAt ?? state.resolvedAt,
      riskAt: Infinity,
      dueAt: state.readinessDueAt,
    },
    {
      clock: 'RESOLUTION',
      verdict: state.resolution,
      done: state.resolvedAt,
      riskAt: state.resolutionRiskAt,
      dueAt: state.resolutionDueAt,
    },
  ] as const;
  return clocks.flatMap(({ clock, verdict, done, riskAt, dueAt }) => {
    if (dueAt === null || done !== null || (verdict !== 'RUNNING' && verdict !== 'LATE')) return [];
    const breach = { at: dueAt + 1, clock, kind: 'BREACH' as const, dueAt };
    // A target may be so short, or lie so around a closure, that its risk is the due time itself.
    return riskAt < dueAt ? [{ at: riskAt, clock, kind: 'AT_RISK' as const, dueAt }, breach] : [breach];
  });
}

/** The last word comes a working day before the end. One that comes later puts the end off, by as much. */
const NOTICE_DAYS = 1;
const PUNCTUAL_MS = 60 * MINUTE_MS;

/** That the ticket will close, and once that was said, that it does: no silence ends a ticket unannounced. */
function endOf({ since, closesAt }: Waiting, days: number, clock: Clock, now: number): Due {
  const planned = clock.addWorkingDays(since, days);
  if (closesAt !== null) return { at: Math.max(planned, closesAt), kind: 'CLOSE' };
  const at = clock.addWorkingDays(since, days - NOTICE_DAYS);
  const isPunctual = now <= at + PUNCTUAL_MS;
  return { at, kind: 'WILL_CLOSE', closesAt: isPunctual ? planned : clock.addWorkingDays(now, NOTICE_DAYS) };
}

function dueWhileWaiting(
  waiting: Waiting,
  clock: Clock,
  { remindAfterDays, closeUnansweredAfterDays, closesByItself }: DeskSettings,
  now: number,
): Due[] {
  const reminders = [...remindAfterDays]
    .sort((a, b) => a - b)
    .map((days, index): Due => ({
      at: clock.addWorkingDays(waiting.since, days),
      kind: 'REMIND',
      place: index + 1,
    }));
  const isClosing = waiting.mayClose && closesByItself && closeUnansweredAfterDays !== null;
  return [
    ...reminders.slice(waiting.reminders),
    ...(isClosing ? [endOf(waiting, closeUnansweredAfterDays, clock, now)] : []),
  ];
}

/**
 * What is due on a ticket by itself, the next first, also what should have happened while nobody was looking. `told`
 * holds the keys of the warnings that were written down. Of what is overdue together, the last word says it all: no
 * warning after the breach, one reminder instead of two, and none to a ticket that closes or is about to.
 */
export function pendingDue(
  state: SlaState,
  waiting: Waiting | null,
  told: ReadonlySet<string>,
  clock: Clock,
  settings: DeskSettings,
  now: number,
): Due[] {
  const all: Due[] = [
    ...warningsOf(state).filter((warning) => !told.has(warningKey(warning))),
    ...(waiting ? dueWhileWaiting(waiting, clock, settings, now) : []),
  ].sort((a, b) => a.at - b.at);
  const comesTooLate = (due: Due): boolean => due.kind === 'AT_RISK' && due.dueAt < now;
  const isOvertaken = (due: Due): boolean =>
    due.kind === 'REMIND' &&
    all.some(
      (other) =>
        other.at <= now &&
        (other.kind === 'CLOSE' || other.kind === 'WILL_CLOSE' || (other.kind === 'REMIND' && other.place > due.place)),
    );
  return all.filter((due) => !comesTooLate(due) && !isOvertaken(due));
}
