import { dayLater, type DaysOfAge } from '../../domain';
import type { Desk } from '../desk/desk';
import { officeClock } from '../desk/office-clock';

/** Two months hold more than twenty working days, whatever holidays there are. */
const FARTHEST_DAYS = 120;

const noonOf = (day: string): number => Date.parse(`${day}T05:00:00Z`);

/** Days of filing by age in working days, as of a day. Worked out when one is first asked for: most reports ask for none. */
export async function agesOf(desk: Desk, asOf: string): Promise<DaysOfAge> {
  const clock = await officeClock(desk);
  let ages: readonly { readonly day: string; readonly age: number }[] | null = null;
  return ([least, most]) => {
    ages ??= Array.from({ length: FARTHEST_DAYS }, (_, back) => {
      const day = dayLater(asOf, -back);
      return { day, age: clock.workingDaysBetween(noonOf(day), noonOf(asOf)) };
    });
    const fitting = ages.filter(({ age }) => age >= least && (most === null || age <= most)).map(({ day }) => day);
    const [latest, earliest] = [fitting[0], fitting.at(-1)];
    return {
      ...(most !== null && earliest !== undefined && { from: earliest }),
      ...(least > 0 && latest !== undefined && { to: latest }),
    };
  };
}
