import { DAY_MS, dayNumber, dayStart, MINUTE_MS, weekdayOf } from './wib';

/** Something done once a night, or on one night of the week, at a minute of the day in WIB. */
export interface Nightly {
  /** Minutes after midnight WIB. */
  readonly minute: number;
  /** ISO weekday, 1 Monday … 7 Sunday; null for every day. */
  readonly weekday: number | null;
}

/** At 02.40, when nobody works and the day is sealed. */
export const BACKUP_NIGHT: Nightly = { minute: 160, weekday: null };
/** On Sundays at 03.30, of the backup of that night. */
export const REHEARSAL_NIGHT: Nightly = { minute: 210, weekday: 7 };

/** The last time it should have been done, at or before an instant; epoch ms. */
export function lastTurn(now: number, { minute, weekday }: Nightly): number {
  let day = dayNumber(now);
  if (now < dayStart(day) + minute * MINUTE_MS) day -= 1;
  while (weekday !== null && weekdayOf(day) !== weekday) day -= 1;
  return dayStart(day) + minute * MINUTE_MS;
}

/**
 * Whether it is due: a turn has come since it was last begun, or since this desk exists. A turn that passed while nothing
 * ran is made up for.
 */
export const isTurn = (now: number, lastBegun: number | null, since: number, when: Nightly): boolean =>
  lastTurn(now, when) > (lastBegun ?? since);

/** A backup older than this is one that did not come: a day, and half of one for a machine that stood still at night. */
export const STALE_MS = 1.5 * DAY_MS;
