import { dayNumber, dayStart, MINUTE_MS, parseDay, toDay, weekdayOf, yearOf, type Day } from './day';

/** One stretch of work in whole minutes of the local day (0–1440): `from` is worked, `to` is not. A night shift is two slots on two weekdays. */
export interface Slot {
  readonly from: number;
  readonly to: number;
}
/** Slots per ISO weekday (1 Monday … 7 Sunday); a break is the gap between two slots. */
export type WeekPattern = Readonly<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly Slot[]>>;
export interface Holiday {
  readonly day: Day;
  readonly name: string;
  readonly kind: 'NATIONAL' | 'JOINT_LEAVE' | 'LOCAL';
}
/** Other hours from `from` to `to`, both included; Ramadan, for one. Where two overlap, the one later in the list wins. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly week: WeekPattern;
  readonly name?: string;
}
/** Working time as data. Days and minutes are WIB. Source: domain rules 4.1 (Perpres 21/2023, SKB on holidays). */
export interface WorkingCalendar {
  readonly code: string;
  /** 24×7: every minute counts, whatever the rest says. */
  readonly alwaysOpen: boolean;
  readonly week: WeekPattern;
  readonly periods: readonly Period[];
  /** No work at all, whatever the period says. */
  readonly holidays: readonly Holiday[];
}

/**
 * Working time over one calendar. Instants are whole epoch milliseconds (UTC), durations working minutes, exact to the
 * millisecond. Every method throws a `RangeError` for what is not an instant, or lies outside the years 1900 to 2299.
 */
export interface Clock {
  /**
   * When `minutes` of work after `start` are done. Work that ends with a slot is due at its end (16:00), not next morning;
   * 0 minutes give the next open instant. Throws for a negative target, or when the years end before the work does.
   */
  add(start: number, minutes: number): number;
  /** Working minutes from one instant to a later one; negative the other way round. `measure(s, add(s, m))` is `m`. */
  measure(from: number, to: number): number;
  /** The end of a slot is closed already. */
  isOpen(at: number): boolean;
  /** When the slot that is open at `at` ends; `at` itself while closed. */
  closes(at: number): number;
  /** `at` itself while open, else when work next begins. */
  nextOpen(at: number): number;
  /**
   * Closing time of the n-th working day after the calendar day of `at`, at whatever hour that was: resolved on Friday or
   * Saturday, a ticket locks after 1 on Monday at 16:00. 0 is the day of the next open instant. `days` is whole and ≥ 0.
   */
  addWorkingDays(at: number, days: number): number;
  /** Working days after the day of `from`, up to and including the day of `to`: "H-3" is 3. Negative the other way round. */
  workingDaysBetween(from: number, to: number): number;
  /** Years (WIB) in the span without one national holiday on record: a deadline there is a guess, and the administrator must know. */
  yearsWithoutHolidays(from: number, to: number): number[];
}

/** How far a clock reaches. Beyond lies a typing error, not a deadline; it also bounds a clock's table to about 3 MB. */
const FIRST_DAY = parseDay('1900-01-01');
const LAST_DAY = parseDay('2299-12-31');
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const ALL_DAY: readonly Slot[] = [{ from: 0, to: 1440 }];

const lengthOf = (slots: readonly Slot[]): number =>
  slots.reduce((sum, { from, to }) => sum + (to - from) * MINUTE_MS, 0);

/** Sorted, whole, within the day and apart; throws with the slot that is not. */
function checked(slots: readonly Slot[]): readonly Slot[] {
  const sorted = [...slots].sort((a, b) => a.from - b.from);
  sorted.forEach(({ from, to }, index) => {
    const isWhole = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= 1440;
    if (!isWhole || from < (sorted[index - 1]?.to ?? 0))
      throw new RangeError(`working slots overlap or leave the day: ${from}–${to}`);
  });
  return sorted;
}

/** A table of years holds a number per day; this says what that number means, and which one a day has. */
function shapesOf({ code, alwaysOpen, week, periods, holidays }: WorkingCalendar) {
  const shapes: (readonly Slot[])[] = [[]];
  const enlist = (pattern: WeekPattern): number =>
    shapes.push(...WEEKDAYS.map((weekday) => checked(pattern[weekday]))) - 7;
  if (alwaysOpen) return { shapes: [ALL_DAY], shapeOn: () => 0 };

  const ordinary = enlist(week);
  const special = [...periods].reverse().map((period) => {
    const [from, to] = [parseDay(period.from), parseDay(period.to)];
    if (from > to) throw new RangeError(`a period ends before it begins: ${period.from}–${period.to}`);
    return { from, to, base: enlist(period.week) };
  });
  const closed = new Set(holidays.map(({ day }) => parseDay(day)));
  if (shapes.every((slots) => slots.length === 0))
    throw new RangeError(`the calendar ${code} has no working time, so no deadlines`);
  const shapeOn = (day: number): number =>
    closed.has(day)
      ? 0
      : (special.find(({ from, to }) => day >= from && day <= to)?.base ?? ordinary) + weekdayOf(day) - 1;
  return { shapes, shapeOn };
}

/** The first index by whose end a running total has reached `goal`. */
function reach(totals: Float64Array, goal: number): number {
  let low = 0;
  let high = totals.length - 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((totals[middle + 1] ?? 0) >= goal) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Compiles a calendar into running totals per day (of work, and of working days). The table grows as questions reach
 * further, at least doubling, so that any question costs one binary search over any span of years.
 */
export function createClock(calendar: WorkingCalendar): Clock {
  const { shapes, shapeOn } = shapesOf(calendar);
  const lengths = shapes.map(lengthOf);
  const documentedYears = new Set(
    calendar.holidays.filter(({ kind }) => kind === 'NATIONAL').map(({ day }) => yearOf(parseDay(day))),
  );
  /** The table covers the days `first` … `end - 1`. */
  let first = 0;
  let end = 0;
  let shapeIndex = new Uint16Array(0);
  /** Totals before each day, and after the last: of work in ms, and of days that have any. */
  let work = new Float64Array(1);
  let workingDays = new Float64Array(1);

  const slotsOf = (day: number): readonly Slot[] => shapes[shapeIndex[day - first] ?? 0] ?? [];

  function grow(day: number): void {
    const margin = Math.max(732, end - first);
    const isEmpty = end === first;
    const from = Math.max(FIRST_DAY, isEmpty || day < first ? day - margin : first);
    const to = Math.min(LAST_DAY + 1, isEmpty || day >= end ? day + margin : end);
    const index = Uint16Array.from({ length: to - from }, (_, offset) => shapeOn(from + offset));
    const [ms, days] = [new Float64Array(to - from + 1), new Float64Array(to - from + 1)];
    index.forEach((shape, offset) => {
      ms[offset + 1] = (ms[offset] ?? 0) + (lengths[shape] ?? 0);
      days[offset + 1] = (days[offset] ?? 0) + (lengths[shape] ? 1 : 0);
    });
    [first, end, shapeIndex, work, workingDays] = [from, to, index, ms, days];
  }

  /** The day of an instant, made sure to be in the table. */
  function dayOf(at: number): number {
    const day = dayNumber(at);
    if (!Number.isSafeInteger(at) || day < FIRST_DAY || day > LAST_DAY)
      throw new RangeError(`not an instant between 1900 and 2299: ${at}`);
    if (day < first || day >= end) grow(day);
    return day;
  }

  /** Makes the table long enough to hold `more` of what it totals, after what it holds before `day` and `spent` beyond that. */
  function secure(totals: () => Float64Array, day: number, more: number): number {
    // A longer table may begin earlier, so the goal is reckoned anew each time.
    const goal = () => (totals()[day - first] ?? 0) + more;
    while ((totals()[end - first] ?? 0) < goal()) {
      if (end > LAST_DAY)
        throw new RangeError(`the calendar ${calendar.code} has too little working time after ${toDay(day)}`);
      grow(end);
    }
    return goal();
  }

  /** Work (ms) of that day before this instant. */
  function workedOn(day: number, at: number): number {
    const passed = at - dayStart(day);
    let worked = 0;
    for (const { from, to } of slotsOf(day)) {
      if (passed <= from * MINUTE_MS) break;
      worked += Math.min(passed, to * MINUTE_MS) - from * MINUTE_MS;
    }
    return worked;
  }

  /** The earliest instant by which `ms` (> 0) of work after `start` are done. */
  function finish(start: number, ms: number): number {
    const startDay = dayOf(start);
    const goal = secure(() => work, startDay, workedOn(startDay, start) + ms);
    const index = reach(work, goal);
    let left = goal - (work[index] ?? 0);
    for (const { from, to } of slotsOf(first + index)) {
      const length = (to - from) * MINUTE_MS;
      if (left <= length) return dayStart(first + index) + from * MINUTE_MS + left;
      left -= length;
    }
    throw new RangeError(`the totals of the calendar ${calendar.code} contradict its slots on ${toDay(first + index)}`);
  }

  // The next millisecond of work ends one after the instant at which it begins.
  const nextOpen = (at: number): number => finish(at, 1) - 1;

  return {
    add(start, minutes) {
      const ms = Math.round(minutes * MINUTE_MS);
      if (!(ms >= 0)) throw new RangeError(`not a number of working minutes: ${minutes}`);
      return ms === 0 ? nextOpen(start) : finish(start, ms);
    },
    measure(from, to) {
      // Asked for first, since either may move the table's beginning.
      const [fromDay, toDayNumber] = [dayOf(from), dayOf(to)];
      const before = (work[fromDay - first] ?? 0) + workedOn(fromDay, from);
      return ((work[toDayNumber - first] ?? 0) + workedOn(toDayNumber, to) - before) / MINUTE_MS;
    },
    isOpen(at) {
      const day = dayOf(at);
      const minute = (at - dayStart(day)) / MINUTE_MS;
      return slotsOf(day).some(({ from, to }) => minute >= from && minute < to);
    },
    closes(at) {
      const day = dayOf(at);
      const minute = (at - dayStart(day)) / MINUTE_MS;
      const slot = slotsOf(day).find(({ from, to }) => minute >= from && minute < to);
      return slot ? dayStart(day) + slot.to * MINUTE_MS : at;
    },
    nextOpen,
    addWorkingDays(at, days) {
      if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`not a number of working days: ${days}`);
      const day = dayOf(days === 0 ? nextOpen(at) : at);
      // "After day X" counts from X + 1; zero days mean X itself, which is open.
      const index =
        days === 0
          ? day - first
          : reach(
              workingDays,
              secure(() => workingDays, day + 1, days),
            );
      const last = first + index;
      return dayStart(last) + (slotsOf(last).at(-1)?.to ?? 0) * MINUTE_MS;
    },
    workingDaysBetween(from, to) {
      const [fromDay, toDayNumber] = [dayOf(from), dayOf(to)];
      return (workingDays[toDayNumber - first + 1] ?? 0) - (workingDays[fromDay - first + 1] ?? 0);
    },
    yearsWithoutHolidays(from, to) {
      const [start, stop] = [yearOf(dayOf(from)), yearOf(dayOf(to))];
      if (calendar.alwaysOpen) return [];
      return Array.from({ length: Math.max(0, stop - start + 1) }, (_, index) => start + index).filter(
        (year) => !documentedYears.has(year),
      );
    },
  };
}

/** Working minutes of a full week, breaks excluded. */
export const minutesPerWeek = (week: WeekPattern): number =>
  WEEKDAYS.reduce((sum, weekday) => sum + lengthOf(week[weekday]) / MINUTE_MS, 0);
