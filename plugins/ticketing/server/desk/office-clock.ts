import type { Clock } from '../../domain';
import type { Desk } from './desk';

const OFFICE_CALENDAR = 'JAM_KERJA';
/**
 * The office's own calendar: a ticket ages by it, whichever clock its promise has, and working days are its days. Where
 * administrators called it otherwise, the first that closes at night.
 */
export async function officeClock(desk: Desk): Promise<Clock> {
  const { clock, clocks } = await desk.masterData();
  const others = [...clocks.values()];
  const found = clocks.get(OFFICE_CALENDAR) ?? others.find(({ isAroundTheClock }) => !isAroundTheClock) ?? others[0];
  return found ?? clock(OFFICE_CALENDAR);
}
