import { minutesPerWeek, WEEKDAYS, type Slot, type WeekPattern } from './calendar';
import type { Issue } from './refusal';
import type { Day } from './wib';

/** Longest lists and texts in characters; a day of more stretches is no day of an office. */
export const HOURS_LIMITS = { name: 100, periodName: 100, slots: 70, periods: 40, calendars: 100 } as const;
/** What a calendar is called where services, exports and tokens mean it: `JAM_KERJA`. */
export const CALENDAR_CODE = /^[A-Z0-9][A-Z0-9_-]{0,39}$/;
/** A minute of the day as the city writes it down, `07:30`; a day may end at `24:00`. */
export const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** One stretch of work; `weekday` 1 is Monday. A break is the gap between two stretches of a day. */
export interface OpenHours {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}
/** Other hours for some days, both included: Ramadan, for one. */
export interface HoursPeriod {
  readonly name: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly slots: readonly OpenHours[];
}
/** A working calendar as its keeper says it. */
export interface SaidHours {
  readonly name: string;
  /** Every minute of every day counts, whatever the rest says. */
  readonly alwaysOpen: boolean;
  readonly slots: readonly OpenHours[];
  readonly periods: readonly HoursPeriod[];
}
/** The same as it is kept. `version` changes with anything that is said. */
export interface KeptHours extends SaidHours {
  readonly code: string;
  readonly version: string;
  /** How many services promise by it. */
  readonly services: number;
  /** False for the office's own, by which working days are counted, and for one that a service promises by. */
  readonly isRemovable: boolean;
}

/** A code made of a name, for whoever has no better one: "Jam kerja puskesmas" is `JAM_KERJA_PUSKESMAS`. */
export const calendarCodeOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .slice(0, 40)
    .replace(/^_+|_+$/g, '');

/** A time as people type it, "7.30" or "07:30", as it is kept; what is none stays as it was. */
export function timeOfDay(typed: string): string {
  const [, hour, minute] = /^\s*(\d{1,2})[.:](\d{2})\s*$/.exec(typed) ?? [];
  return hour && minute ? `${hour.padStart(2, '0')}:${minute}` : typed.trim();
}

/** Minutes since midnight of a time that is written as it is kept. */
export const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
/** Whether two stretches of a day share a minute; one may begin where the other ends. */
export const areCrossed = (one: Slot, other: Slot): boolean => one.from < other.to && other.from < one.to;
const slotOf = ({ opens, closes }: OpenHours): Slot => ({ from: minuteOfDay(opens), to: minuteOfDay(closes) });
const isWritten = ({ opens, closes }: OpenHours): boolean => TIME_OF_DAY.test(opens) && TIME_OF_DAY.test(closes);
const dayText = (day: Day): string => day.split('-').reverse().join('-');
const weekOf = (slots: readonly OpenHours[]): WeekPattern =>
  Object.fromEntries(
    WEEKDAYS.map((weekday) => [weekday, slots.filter((slot) => slot.weekday === weekday).map(slotOf)]),
  ) as Record<(typeof WEEKDAYS)[number], Slot[]>;

/** Working minutes of a week of these hours. */
export const weeklyMinutes = (slots: readonly OpenHours[]): number => minutesPerWeek(weekOf(slots.filter(isWritten)));

function slotIssues(slots: readonly OpenHours[], place: string): Issue[] {
  return slots.flatMap((slot, index): Issue[] => {
    const at = `${place}.${index}`;
    const unread = (['opens', 'closes'] as const).filter((name) => !TIME_OF_DAY.test(slot[name]));
    if (unread.length > 0) return unread.map((name): Issue => ({ field: `${at}.${name}`, code: 'wrongFormat' }));
    const { from, to } = slotOf(slot);
    if (to <= from) return [{ field: `${at}.closes`, code: 'tooSmall', limit: slot.opens }];
    const isCrossed = slots
      .slice(0, index)
      .filter((other) => other.weekday === slot.weekday && isWritten(other))
      .some((other) => areCrossed(slotOf(other), { from, to }));
    return isCrossed ? [{ field: `${at}.opens`, code: 'overlaps' }] : [];
  });
}

const required = (value: string, field: string): Issue[] => (value.trim() === '' ? [{ field, code: 'required' }] : []);

/** What stands against a calendar as it was typed, all of it at once. */
export function hoursIssues({ name, alwaysOpen, slots, periods }: SaidHours): Issue[] {
  return [
    ...required(name, 'name'),
    // Without working time there is no deadline.
    ...(alwaysOpen || slots.length > 0 ? [] : [{ field: 'slots', code: 'required' } as const]),
    ...slotIssues(slots, 'slots'),
    ...periods.flatMap(({ name: period, startsOn, endsOn, slots: own }, index): Issue[] => [
      ...required(period, `periods.${index}.name`),
      ...required(startsOn, `periods.${index}.startsOn`),
      ...required(endsOn, `periods.${index}.endsOn`),
      ...(startsOn && endsOn && endsOn < startsOn
        ? [{ field: `periods.${index}.endsOn`, code: 'tooSmall', limit: dayText(startsOn) } as const]
        : []),
      ...slotIssues(own, `periods.${index}.slots`),
    ]),
  ];
}
