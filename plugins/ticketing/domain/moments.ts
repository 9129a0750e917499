import type { Clock } from './calendar';
import type { DeskSettings } from './settings';
import type { SlaMoment, SlaState } from './sla';

/**
 * Somebody is waited for since an instant (epoch ms); `reminders` have gone out since. What was sent back before work began
 * is never closed for want of an answer: there is no result to close it with, so it stays with the officers.
 */
export interface Waiting {
  readonly since: number;
  readonly reminders: number;
  readonly mayClose: boolean;
}
/** Something that has to happen by itself at an instant (epoch ms). A reminder has its place in the row of reminders, from 1. */
export type DeskMoment =
  | (SlaMoment & { readonly dueAt: number })
  | { readonly at: number; readonly kind: 'REMIND'; readonly place: number }
  | { readonly at: number; readonly kind: 'CLOSE' };

/** By which a clock's moment is known again: a deadline that moves is another deadline, and may be told of anew. */
export const momentKey = ({
  clock,
  kind,
  dueAt,
}: Pick<SlaMoment & { readonly dueAt: number }, 'clock' | 'kind' | 'dueAt'>): string => `${clock}:${kind}:${dueAt}`;

function clockMoments(state: SlaState): (SlaMoment & { readonly dueAt: number })[] {
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
    return riskAt < dueAt ? [{ at: riskAt, clock, kind: 'AT_RISK' as const, dueAt }, breach] : [breach];
  });
}

function waitingMoments(
  waiting: Waiting,
  clock: Clock,
  { remindAfterDays, closeUnansweredAfterDays, closesByItself }: DeskSettings,
): DeskMoment[] {
  const reminders = [...remindAfterDays]
    .sort((a, b) => a - b)
    .map((days, index): DeskMoment => ({
      at: clock.addWorkingDays(waiting.since, days),
      kind: 'REMIND',
      place: index + 1,
    }));
  const isClosing = waiting.mayClose && closesByItself && closeUnansweredAfterDays !== null;
  return [
    ...reminders.slice(waiting.reminders),
    ...(isClosing
      ? [{ at: clock.addWorkingDays(waiting.since, closeUnansweredAfterDays), kind: 'CLOSE' as const }]
      : []),
  ];
}

/**
 * What is still to happen by itself, the next first, also what should have happened while nobody was looking. `told` holds
 * the keys of the clock's moments that were written down. Of what is overdue together, the last word says it all: no warning
 * after the breach, one reminder instead of two, and none to a ticket that closes.
 */
export function pendingMoments(
  state: SlaState,
  waiting: Waiting | null,
  told: ReadonlySet<string>,
  clock: Clock,
  settings: DeskSettings,
  now: number,
): DeskMoment[] {
  const all = [
    ...clockMoments(state).filter((moment) => !told.has(momentKey(moment))),
    ...(waiting ? waitingMoments(waiting, clock, settings) : []),
  ].sort((a, b) => a.at - b.at);
  const breached = (moment: DeskMoment): boolean =>
    'clock' in moment && moment.kind === 'AT_RISK' && moment.dueAt < now;
  const overtaken = (moment: DeskMoment): boolean =>
    moment.kind === 'REMIND' &&
    all.some(
      (other) => other.at <= now && (other.kind === 'CLOSE' || (other.kind === 'REMIND' && other.place > moment.place)),
    );
  return all.filter((moment) => !breached(moment) && !overtaken(moment));
}
