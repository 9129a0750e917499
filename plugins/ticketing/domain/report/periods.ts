import { DAY_MS } from '../wib';
import type { ComparisonKind, Days } from './report';

/** The day so many days later, as `2026-11-28`. */
export const dayLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
export const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** The month so many months later, as `2026-11`. */
export const monthsLater = (month: string, months: number): string => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
};
export const firstDayOf = (month: string): string => `${month}-01`;
export const lastDayOf = (month: string): string => dayLater(firstDayOf(monthsLater(month, 1)), -1);
export const monthOf = (day: string): string => day.slice(0, 7);
/** A day so many months away; the last of a month that is too short for it. */
export function sameDayIn(day: string, months: number): string {
  const last = lastDayOf(monthsLater(monthOf(day), months));
  const same = `${monthOf(last)}-${day.slice(8)}`;
  return same > last ? last : same;
}

/** All months a period touches, in order. */
export function monthsOf({ from, to }: Days): string[] {
  const months: string[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = monthsLater(month, 1)) months.push(month);
  return months;
}

/** Spans of whole months the office knows: month, triwulan, semester, year. */
const SPANS = [1, 3, 6, 12] as const;
/** Of how many months this period is, where it begins like one of those and ends like it, or is still under way. */
function spanOf({ from, to }: Days, today: string): number | null {
  if (!from.endsWith('-01')) return null;
  const month = Number(from.slice(5, 7)) - 1;
  const ends = SPANS.filter((span) => month % span === 0).map(
    (span) => [span, lastDayOf(monthsLater(monthOf(from), span - 1))] as const,
  );
  const whole = ends.find(([, end]) => end === to);
  if (whole) return whole[0];
  // Up to today: the shortest of them that is not over.
  return to === today ? (ends.find(([, end]) => end > to)?.[0] ?? null) : null;
}

/** Whether a period has not ended; what is compared with it ends on the same day of its own. */
export const isUnfinished = ({ from, to }: Days, today: string): boolean => from <= today && to >= today;

/**
 * The period compared with: the one before of the same kind, or the same of last year. Of a period that has not ended,
 * the same days.
 */
export function comparedWith(kind: Exclude<ComparisonKind, 'range' | 'none'>, days: Days, today: string): Days {
  const isRunning = isUnfinished(days, today);
  const to = isRunning ? today : days.to;
  if (kind === 'lastYear') return { from: sameDayIn(days.from, -12), to: sameDayIn(to, -12) };
  const span = spanOf(days, today);
  if (span === null) {
    const length = daysFrom(days.from, to) + 1;
    return { from: dayLater(days.from, -length), to: dayLater(days.from, -1) };
  }
  const from = sameDayIn(days.from, -span);
  const end = dayLater(days.from, -1);
  if (!isRunning) return { from, to: end };
  const same = sameDayIn(to, -span);
  return { from, to: same > end ? end : same };
}
