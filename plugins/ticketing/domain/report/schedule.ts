import { DAY_MS, dayStart, MINUTE_MS, parseDay, wibDay, weekdayOf, type Day } from '../wib';
import { dayLater, sameDayIn } from './periods';
import type { Days } from './report';

/** How often a report is made by itself. Each run tells of the period that ended before it. */
export const CADENCES = ['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'] as const;
export type Cadence = (typeof CADENCES)[number];
/** Files a scheduled report is sent as. */
export const SENT_FORMATS = ['pdf', 'xlsx'] as const;
export type SentFormat = (typeof SENT_FORMATS)[number];
/** What one schedule may hold. */
export const SCHEDULE_LIMITS = { reports: 4, recipients: 20, workingDay: 10, schedules: 100 } as const;

/**
 * When: at `time` (WIB, `07:30`) of the n-th working day of each week, month, triwulan, semester or year. A daily report comes on
 * every working day, whatever `workingDay` says.
 */
export interface Rhythm {
  readonly cadence: Cadence;
  readonly workingDay: number;
  readonly time: string;
}
/** When a run falls due (epoch ms), and the days it tells of. */
export interface DueRun {
  readonly at: number;
  readonly days: Days;
}

const MONTHS: Readonly<Record<Exclude<Cadence, 'DAILY' | 'WEEKLY'>, number>> = {
  MONTHLY: 1,
  QUARTERLY: 3,
  HALF_YEARLY: 6,
  YEARLY: 12,
};
/** No office rests so long; where a calendar says so, it is not believed. */
const LONGEST_REST = 60;

/** Days of the shortest period of a kind. */
const SHORTEST: Readonly<Record<Exclude<Cadence, 'DAILY'>, number>> = {
  WEEKLY: 7,
  MONTHLY: 28,
  QUARTERLY: 90,
  HALF_YEARLY: 181,
  YEARLY: 365,
};

/** The first day of the period that a day lies in. */
function beginOf(cadence: Exclude<Cadence, 'DAILY'>, day: Day): Day {
  if (cadence === 'WEEKLY') return dayLater(day, 1 - weekdayOf(parseDay(day)));
  const months = MONTHS[cadence];
  const month = Number(day.slice(5, 7)) - 1;
  return sameDayIn(`${day.slice(0, 7)}-01`, -(month % months));
}
const later = (cadence: Exclude<Cadence, 'DAILY'>, begin: Day, periods: number): Day =>
  cadence === 'WEEKLY' ? dayLater(begin, 7 * periods) : sameDayIn(begin, MONTHS[cadence] * periods);

/** The n-th working day from a day on. */
function workingDayFrom(day: Day, n: number, isWorkingDay: (day: Day) => boolean): Day {
  let found = 0;
  for (let ahead = 0; ahead < LONGEST_REST; ahead += 1) {
    const each = dayLater(day, ahead);
    if (isWorkingDay(each)) found += 1;
    if (found === n) return each;
  }
  return dayLater(day, n - 1);
}
const instantOf = (day: Day, time: string): number =>
  dayStart(parseDay(day)) + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE_MS;

/** Every working day; it tells of the working day before and of the days of rest that followed it. */
function nextDaily(time: string, after: number, isWorkingDay: (day: Day) => boolean): DueRun {
  const today = wibDay(after);
  const first = instantOf(today, time) > after ? today : dayLater(today, 1);
  const day = workingDayFrom(first, 1, isWorkingDay);
  let from = dayLater(day, -1);
  for (let back = 1; back < LONGEST_REST && !isWorkingDay(from); back += 1) from = dayLater(from, -1);
  return { at: instantOf(day, time), days: { from, to: dayLater(day, -1) } };
}

/**
 * The first run due after an instant. Working days are counted from the first day of a period, into the next one where it
 * has too few; where a week of holidays has two periods fall due at once, one run tells of both.
 */
export function nextRun(rhythm: Rhythm, after: number, isWorkingDay: (day: Day) => boolean): DueRun {
  const { cadence, workingDay, time } = rhythm;
  if (cadence === 'DAILY') return nextDaily(time, after, isWorkingDay);
  const dueIn = (begin: Day): number => instantOf(workingDayFrom(begin, workingDay, isWorkingDay), time);
  // The run of a period may be as late as the longest rest: one of so long ago may still be to come.
  const periodsBack = Math.ceil(LONGEST_REST / SHORTEST[cadence]) + 1;
  let begin = later(cadence, beginOf(cadence, wibDay(after)), -periodsBack);
  while (dueIn(begin) <= after) begin = later(cadence, begin, 1);
  const at = dueIn(begin);
  const from = later(cadence, begin, -1);
  while (dueIn(later(cadence, begin, 1)) === at) begin = later(cadence, begin, 1);
  return { at, days: { from, to: dayLater(begin, -1) } };
}

/** So many days back there was a run, whatever holidays there were. */
const LOOKBACK: Readonly<Record<Cadence, number>> = {
  DAILY: LONGEST_REST + 5,
  WEEKLY: LONGEST_REST + 30,
  MONTHLY: LONGEST_REST + 70,
  QUARTERLY: LONGEST_REST + 200,
  HALF_YEARLY: LONGEST_REST + 400,
  YEARLY: LONGEST_REST + 800,
};
/** The last run that fell due up to an instant: of several that were missed the latest is made, and no other. */
export function lastRun(rhythm: Rhythm, upTo: number, isWorkingDay: (day: Day) => boolean): DueRun {
  let run = nextRun(rhythm, upTo - LOOKBACK[rhythm.cadence] * DAY_MS, isWorkingDay);
  for (;;) {
    const next = nextRun(rhythm, run.at, isWorkingDay);
    if (next.at > upTo) return run;
    run = next;
  }
}
