import type { Clock } from '../calendar';
import { isOpen } from '../status';
import type { Standing } from './lateness';

/** Working minutes until a running ticket is due, below zero once it is late; hours of the day where no clock rests. */
export interface TimeLeft {
  readonly minutes: number;
  readonly isAroundTheClock: boolean;
}

/** Null where nothing runs out: ended, waiting with its clock at rest, asked for at short notice, or without a due time. */
export function timeLeft(standing: Standing, clock: Clock | undefined, now: number): TimeLeft | null {
  const { status, isPaused, isShortNotice, resolutionDueAt: dueAt } = standing;
  if (!clock || !isOpen(status) || isPaused || isShortNotice || dueAt === null) return null;
  const minutes = dueAt >= now ? clock.measure(now, dueAt) : -clock.measure(dueAt, now);
  return { minutes: Math.round(minutes), isAroundTheClock: clock.isAroundTheClock };
}
