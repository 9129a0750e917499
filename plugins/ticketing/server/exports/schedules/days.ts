import { dayStart, parseDay } from '../../../domain';
import type { Desk } from '../../desk/desk';
import { officeClock } from '../../desk/office-clock';

/** Whether the office works on a day, by its own calendar. */
export async function workingDays(desk: Desk): Promise<(day: string) => boolean> {
  const clock = await officeClock(desk);
  return (day) => {
    const number = parseDay(day);
    return clock.measure(dayStart(number), dayStart(number + 1)) > 0;
  };
}
