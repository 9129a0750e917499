import { dayNumber, dayStart, MINUTE_MS, parseDay, toDay, yearOf } from '../wib';
import { lengthOf, type Slot, type WorkingCalendar } from './calendar';
import { shapesOf } from './shapes';

/**
 * Working time over one calendar. Instants are whole epoch milliseconds (UTC), durations working minutes, exact to the
 * millisecond. Every method throws a `RangeError` for what is not an instant, or lies outside the years 1900 to 2299.
 */
export interface Clock {
  /** 24×7: its minutes are no working minutes, and are never averaged with those. */
  readonly isAroundTheClock: boolean;
  /**
   * When `minutes` of work after `start` are done. Work that ends with a slot is due at its end (16:00), not next
   * morning; 0 minutes give the next open instant. Throws for a negative target, or when the years end before the work
   * does.
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
   * Closing time of the n-th working day after the calendar day of `at`, at whatever hour that was: resolved on Friday
   * or Saturday, a ticket locks after 1 on Monday at 16:00. 0 is the day of the next open instant. `days` is whole and
   * ≥ 0.
   */
  addWorkingDays(at: number, days: number): number;
  /**
   * Working days after the day of `from`, up to and including the day of `to`: "H-3" is 3. Negative the other way
   * round.
   */
  workingDaysBetween(from: number, to: number): number;
  /**
   * Years (WIB) in the span without one national holiday on record: a deadline there is a guess, and the administrator
   * must know.
   */
  yearsWithoutHolidays(from: number, to: number): number[];
}

/**
 * How far a clock reaches. Beyond lies a typing error, not a deadline; it also bounds a clock's table to about 3 MB.
 */
const FIRST_DAY = parseDay('1900-01-01');
const LAST_DAY = parseDay('2299-12-31');

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

  /**
   * Makes the table long enough to hold `more` of what it totals, after what it holds before `day` and `spent` beyond
   * that.
   */
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
    isAroundTheClock: calendar.alwaysOpen,
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
