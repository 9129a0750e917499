import type { WorkingCalendar } from '../../domain';

/** The shapes in which Strapi hands out calendars, and the one seam where they become the domain's. */
export interface SlotRow {
  weekday: number;
  opens: string;
  closes: string;
}
export interface CalendarRow {
  code: string;
  alwaysOpen: boolean | null;
  slots: SlotRow[];
  periods: { name: string; startsOn: string; endsOn: string; slots: SlotRow[] }[];
}
export interface HolidayRow {
  date: string;
  name: string;
  kind: 'NATIONAL' | 'JOINT_LEAVE' | 'LOCAL';
}

const minuteOfDay = (clockTime: string): number => Number(clockTime.slice(0, 2)) * 60 + Number(clockTime.slice(3, 5));
const toWeek = (slots: readonly SlotRow[]): WorkingCalendar['week'] => {
  const on = (weekday: number) =>
    slots
      .filter((slot) => slot.weekday === weekday)
      .map(({ opens, closes }) => ({ from: minuteOfDay(opens), to: minuteOfDay(closes) }))
      .sort((a, b) => a.from - b.from);
  return { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) };
};

export const toCalendar = (row: CalendarRow, holidays: readonly HolidayRow[]): WorkingCalendar => ({
  code: row.code,
  alwaysOpen: row.alwaysOpen === true,
  week: toWeek(row.slots),
  periods: row.periods.map((period) => ({
    name: period.name,
    from: period.startsOn,
    to: period.endsOn,
    week: toWeek(period.slots),
  })),
  holidays: holidays.map(({ date, name, kind }) => ({ day: date, name, kind })),
});
