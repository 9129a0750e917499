import { parseDay, weekdayOf } from '../wib';
import { WEEKDAYS, type Slot, type WeekPattern, type WorkingCalendar } from './calendar';

const ALL_DAY: readonly Slot[] = [{ from: 0, to: 1440 }];

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
export function shapesOf({ code, alwaysOpen, week, periods, holidays }: WorkingCalendar) {
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
