import type { Clock } from '../calendar';
import { dayNumber, dayStart, HOUR_MS, MINUTE_MS, toDay, weekdayOf } from '../wib';
import type { Digest } from './news';

/** Before the office opens; after noon a morning's list is no help any more. On the clock of Bukittinggi. */
const FROM_MS = 6 * HOUR_MS + 45 * MINUTE_MS;
const UNTIL_MS = 12 * HOUR_MS;

const isWorkingDay = (day: number, clock: Clock): boolean =>
  clock.workingDaysBetween(dayStart(day - 1), dayStart(day)) === 1;

/**
 * The digests that are due at an instant (epoch ms), each with the name of its turn, by which it is sent once: the
 * morning's list on every working day, the week's on the first working day of a week.
 */
export function digestsDue(now: number, clock: Clock): { readonly kind: Digest; readonly turn: string }[] {
  const today = dayNumber(now);
  const time = now - dayStart(today);
  if (time < FROM_MS || time >= UNTIL_MS || !isWorkingDay(today, clock)) return [];
  const monday = today - (weekdayOf(today) - 1);
  const isFirst = clock.workingDaysBetween(dayStart(monday - 1), dayStart(today)) === 1;
  return [
    { kind: 'morning' as const, turn: `morning:${toDay(today)}` },
    ...(isFirst ? [{ kind: 'week' as const, turn: `week:${toDay(monday)}` }] : []),
  ];
}

/** The week that has ended before this instant: days in WIB, both included. */
export function weekBefore(now: number): { readonly from: string; readonly to: string } {
  const today = dayNumber(now);
  const monday = today - (weekdayOf(today) - 1);
  return { from: toDay(monday - 7), to: toDay(monday - 1) };
}
