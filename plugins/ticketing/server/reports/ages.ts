import { dayLater, type Clock, type DaysOfAge } from '../../domain';
import type { Desk } from '../desk/desk';

const OFFICE_CALENDAR = 'JAM_KERJA';
/**
 * The office's own calendar: a ticket ages by it, whichever clock its promise has. Where administrators called it
 * otherwise, the first that closes at night.
 */
export async function officeClock(desk: Desk): Promise<Clock> {
  const { clock, clocks } = await desk.masterData();
  const others = [...clocks.values()];
  const found = clocks.get(OFFICE_CALENDAR) ?? others.find(({ isAroundTheClock }) => !isAroundTheClock) ?? others[0];
  return found ?? clock(OFFICE_CALENDAR);
}
/** Two months hold more than twenty working days, whatever holidays there are. */
const FARTHEST_DAYS = 120;

const noonOf = (day: string): number => Date.parse(`${day}T05:00:00Z`);

/** Days of filing by age in working days, as of a day. */
export async function agesOf(desk: Desk, asOf: string): Promise<DaysOfAge> {
  const clock = await officeClock(desk);
  const ages = Array.from({ length: FARTHEST_DAYS }, (_, back) => {
    const day = dayLater(asOf, -back);
    return { day, age: clock.workingDaysBetween(noonOf(day), noonOf(asOf)) };
  });
  return ([least, most]) => {
    const fitting = ages.filter(({ age }) => age >= least && (most === null || age <= most)).map(({ day }) => day);
    const [latest, earliest] = [fitting[0], fitting.at(-1)];
    return {
      ...(most !== null && earliest !== undefined && { from: earliest }),
      ...(least > 0 && latest !== undefined && { to: latest }),
    };
  };
}
