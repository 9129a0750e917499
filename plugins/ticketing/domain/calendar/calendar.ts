import { MINUTE_MS, type Day } from '../wib';

/**
 * One stretch of work in whole minutes of the local day (0–1440): `from` is worked, `to` is not. A night shift is two
 * slots on two weekdays.
 */
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
/**
 * Other hours from `from` to `to`, both included; Ramadan, for one. Where two overlap, the one later in the list wins.
 */
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

/** ISO weekdays, Monday first. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** How long slots last together, in ms. */
export const lengthOf = (slots: readonly Slot[]): number =>
  slots.reduce((sum, { from, to }) => sum + (to - from) * MINUTE_MS, 0);

/** Working minutes of a full week, breaks excluded. */
export const minutesPerWeek = (week: WeekPattern): number =>
  WEEKDAYS.reduce((sum, weekday) => sum + lengthOf(week[weekday]) / MINUTE_MS, 0);
