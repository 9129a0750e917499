import { dayNumber, dayStart, MINUTE_MS, parseDay, weekdayOf, yearOf, type Day } from './day';

/** One stretch of work, in minutes of the local day: `from` is worked, `to` is not. */
export interface Slot { readonly from: number; readonly to: number }
/** Slots per ISO weekday; a break is the gap between two slots. */
export type WeekPattern = Readonly<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly Slot[]>>;
export interface Holiday { readonly day: Day; readonly name: string; readonly kind: 'NATIONAL' | 'JOINT_LEAVE' | 'LOCAL' }
/** Other hours from `from` to `to`, both included; Ramadan, for one. A later period wins where two overlap. */
export interface Period { readonly from: Day; readonly to: Day; readonly week: WeekPattern; readonly name?: string }
export interface WorkingCalendar {
  readonly code: string;
  /** 24×7: every minute counts, whatever the rest says. */
  readonly alwaysOpen: boolean;
  readonly week: WeekPattern;
  readonly periods: readonly Period[];
  readonly holidays: readonly Holiday[];
}

/** Working time over one calendar. Instants are epoch milliseconds (UTC), durations working minutes. */
export interface Clock {
  /** When `minutes` of work after `start` are done. Work that ends with a slot is due at its end; 0 minutes give the next open instant. */
  add(start: number, minutes: number): number;
  /** Working minutes from one instant to a later one; negative the other way round. Exact to the millisecond. */
  measure(from: number, to: number): number;
  isOpen(at: number): boolean;
  /** `at` itself while open, else when work next begins. */
  nextOpen(at: number): number;
  /** Closing time of the n-th working day after the day of `at`; n = 0 is that day, or the next working one. */
  addWorkingDays(at: number, days: number): number;
  /** Working days after the day of `from`, up to and including the day of `to`: "H-3" is 3. */
  workingDaysBetween(from: number, to: number): number;
  /** Years in the span that have no holiday on record: a deadline there is a guess, and the administrator must know. */
  yearsWithoutHolidays(from: number, to: number): number[];
}

/** How far from 1970 a clock reaches, in days: years 1870 to 2270. Beyond lies a typing error, not a deadline. */
const FARTHEST = 109_500;
const LONGEST_CLOSURE = 3660;
const ALL_DAY: readonly Slot[] = [{ from: 0, to: 1440 }];

/** Sorted, valid and apart; throws with the slot that is not. */
function checked(slots: readonly Slot[]): readonly Slot[] {
  const sorted = [...slots].sort((a, b) => a.from - b.from);
  sorted.forEach(({ from, to }, index) => {
    const before = sorted[index - 1];
    if (!(from >= 0 && to <= 1440 && from < to) || (before && before.to > from)) throw new RangeError(`working slots overlap or are out of the day: ${from}–${to}`);
  });
  return sorted;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const lengthOf = (slots: readonly Slot[]): number => slots.reduce((sum, { from, to }) => sum + (to - from) * MINUTE_MS, 0);

/** A table of day kinds: which slots a day has, and how much work they hold. */
function dayKinds({ alwaysOpen, week, periods, holidays }: WorkingCalendar) {
  const weeks = alwaysOpen ? [] : [...periods].reverse().map((period) => ({ from: parseDay(period.from), to: parseDay(period.to), slots: WEEKDAYS.map((weekday) => checked(period.week[weekday])) }));
  const ordinary = WEEKDAYS.map((weekday) => (alwaysOpen ? ALL_DAY : checked(week[weekday])));
  const closed = new Set(alwaysOpen ? [] : holidays.map(({ day }) => parseDay(day)));
  if (![...ordinary, ...weeks.flatMap(({ slots }) => slots)].some((slots) => slots.length > 0)) throw new RangeError('a calendar without working time has no deadlines');
  return (day: number): readonly Slot[] => {
    if (closed.has(day)) return [];
    const special = weeks.find(({ from, to }) => day >= from && day <= to);
    return (special?.slots ?? ordinary)[weekdayOf(day) - 1] ?? [];
  };
}

/**
 * Compiles a calendar into running totals of work per day, grown as questions reach further, so that a question costs one
 * binary search over any span of years.
 */
export function createClock(calendar: WorkingCalendar): Clock {
  const slotsOn = dayKinds(calendar);
  const holidayYears = new Set(calendar.holidays.map(({ day }) => Number(day.slice(0, 4))));
  let first = 0;
  let slots: (readonly Slot[])[] = [];
  /** totals[i] is the work (ms) in days first … first + i - 1. */
  let totals = new Float64Array(1);

  /** Rebuilds the table so that it covers `from` … `to`, with a year to spare at either side. */
  function cover(from: number, to: number): void {
    if (!Number.isFinite(from) || !Number.isFinite(to) || from < -FARTHEST || to > FARTHEST) throw new RangeError('the working-time clock does not reach that far');
    const start = slots.length ? Math.min(first, from - 366) : from - 366;
    const end = slots.length ? Math.max(first + slots.length, to + 366) : to + 366;
    slots = Array.from({ length: end - start }, (_, index) => slotsOn(start + index));
    totals = new Float64Array(slots.length + 1);
    slots.forEach((of, index) => { totals[index + 1] = (totals[index] ?? 0) + lengthOf(of); });
    first = start;
  }
  const ensure = (day: number): void => { if (!(day >= first && day < first + slots.length)) cover(day, day); };
  const slotsOf = (day: number): readonly Slot[] => { ensure(day); return slots[day - first] ?? []; };

  /** All work (ms) from the table's beginning to this instant. */
  function workedUntil(at: number): number {
    const day = dayNumber(at);
    ensure(day);
    const minute = (at - dayStart(day)) / MINUTE_MS;
    let worked = totals[day - first] ?? 0;
    for (const { from, to } of slots[day - first] ?? []) {
      if (minute <= from) break;
      worked += (Math.min(minute, to) - from) * MINUTE_MS;
    }
    return worked;
  }

  /** The earliest instant by which `worked` ms of the table are done. */
  function instantOf(worked: number): number {
    let low = 0;
    let high = slots.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((totals[middle + 1] ?? 0) >= worked) high = middle; else low = middle + 1;
    }
    let left = worked - (totals[low] ?? 0);
    for (const { from, to } of slots[low] ?? []) {
      const length = (to - from) * MINUTE_MS;
      if (left <= length) return Math.round(dayStart(first + low) + from * MINUTE_MS + left);
      left -= length;
    }
    return dayStart(first + low + 1);
  }

  function nextOpen(at: number): number {
    for (let day = dayNumber(at), tries = 0; tries < LONGEST_CLOSURE; day += 1, tries += 1) {
      const minute = (at - dayStart(day)) / MINUTE_MS;
      const slot = slotsOf(day).find(({ to }) => minute < to);
      if (slot) return dayStart(day) + Math.max(minute, slot.from) * MINUTE_MS;
    }
    throw new RangeError('the calendar stays closed for ten years');
  }

  const nextWorkingDay = (day: number): number => dayNumber(nextOpen(dayStart(day)));

  return {
    add(start, minutes) {
      if (!(minutes >= 0)) throw new RangeError('a target is never negative');
      if (minutes === 0) return nextOpen(start);
      ensure(dayNumber(start));
      const work = minutes * MINUTE_MS;
      // Growing the table moves its beginning, so the question is asked again of the grown one.
      for (let years = 2; workedUntil(start) + work > (totals[slots.length] ?? 0); years *= 2) cover(first, first + slots.length + years * 366);
      return instantOf(workedUntil(start) + work);
    },
    measure(from, to) {
      ensure(dayNumber(from));
      ensure(dayNumber(to));
      return (workedUntil(to) - workedUntil(from)) / MINUTE_MS;
    },
    isOpen: (at) => { const minute = (at - dayStart(dayNumber(at))) / MINUTE_MS; return slotsOf(dayNumber(at)).some(({ from, to }) => minute >= from && minute < to); },
    nextOpen,
    addWorkingDays(at, days) {
      let day = days === 0 ? nextWorkingDay(dayNumber(at)) : dayNumber(at);
      for (let left = days; left > 0; left -= 1) day = nextWorkingDay(day + 1);
      return dayStart(day) + Math.max(...slotsOf(day).map(({ to }) => to)) * MINUTE_MS;
    },
    workingDaysBetween(from, to) {
      let count = 0;
      for (let day = dayNumber(from) + 1; day <= dayNumber(to); day += 1) if (slotsOf(day).length) count += 1;
      return count;
    },
    yearsWithoutHolidays(from, to) {
      if (calendar.alwaysOpen) return [];
      const [start, end] = [yearOf(dayNumber(from)), yearOf(dayNumber(to))];
      return Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => start + index).filter((year) => !holidayYears.has(year));
    },
  };
}

/** Working minutes of a full week, breaks excluded. */
export const minutesPerWeek = (week: WeekPattern): number => WEEKDAYS.reduce((sum, weekday) => sum + lengthOf(week[weekday]) / MINUTE_MS, 0);
