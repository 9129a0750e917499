import { WORKING_DAY_MINUTES, type ServiceBook } from '../../../../domain';
import { decimal } from './numerals';

export const DURATION_UNITS = ['minutes', 'hours', 'days'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];
/** How long something may take, as people say it. */
export interface Typed {
  readonly amount: string;
  readonly unit: DurationUnit;
}

const WHOLE_DAY_MINUTES = 1440;
const minutesIn = (unit: DurationUnit, isAroundTheClock: boolean): number =>
  unit === 'minutes' ? 1 : unit === 'hours' ? 60 : isAroundTheClock ? WHOLE_DAY_MINUTES : WORKING_DAY_MINUTES;

/** Minutes in the greatest unit that says them whole. */
export function typedDuration(minutes: number, isAroundTheClock: boolean): Typed {
  const unit =
    (['days', 'hours'] as const).find((each) => minutes % minutesIn(each, isAroundTheClock) === 0) ?? 'minutes';
  return { amount: String(minutes / minutesIn(unit, isAroundTheClock)), unit };
}
/** The minutes of what was typed; the text itself where it is no number, nothing where there is none. */
export function minutesOf({ amount, unit }: Typed, isAroundTheClock: boolean): number | string | undefined {
  const text = decimal(amount);
  const count = Number(text);
  if (text === '') return undefined;
  return Number.isFinite(count) ? Math.round(count * minutesIn(unit, isAroundTheClock)) : amount;
}
export const isAroundTheClock = ({ calendars }: ServiceBook, code: string): boolean =>
  calendars.find((calendar) => calendar.code === code)?.isAroundTheClock === true;
