import type { Clock } from '../calendar';
import type { Status } from '../status';
import type { Pause } from './state';

/** Every pause of a ticket: each time it lay in a pausing status, the first one first. */
export function pausesOf(
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

/**
 * The pauses that are over, and since when the clock stands still, if it does: one pause right after another is one to
 * the clock, whose due time is the one at its beginning.
 */
export function standingOf(pauses: readonly Pause[]): {
  readonly ended: readonly Pause[];
  readonly since: number | null;
} {
  const isOver = ({ to }: Pause, index: number): boolean => to !== (pauses[index + 1]?.from ?? null);
  const first = pauses.findLastIndex(isOver) + 1;
  return { ended: pauses.slice(0, first), since: pauses[first]?.from ?? null };
}

/** Working minutes of these pauses between two instants; a pause that goes on lasts until the later one. */
export const pausedBetween = (pauses: readonly Pause[], clock: Clock, from: number, to: number): number =>
  pauses.reduce((sum, pause) => {
    const [start, end] = [Math.max(pause.from, from), Math.min(pause.to ?? to, to)];
    return end > start ? sum + clock.measure(start, end) : sum;
  }, 0);
