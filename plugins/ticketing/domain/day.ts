/** A calendar day in WIB, `YYYY-MM-DD`. */
export type Day = string;

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
/** WIB is UTC+7 all year: there is no daylight saving in Indonesia. */
export const WIB_OFFSET_MS = 7 * 3_600_000;

/** Days since 1970-01-01 on the wall calendar of Bukittinggi (WIB), for an instant in epoch ms; a day begins at 00:00 WIB. */
export const dayNumber = (at: number): number => Math.floor((at + WIB_OFFSET_MS) / DAY_MS);
/** The instant (epoch ms) at which that day begins in WIB. */
export const dayStart = (day: number): number => day * DAY_MS - WIB_OFFSET_MS;
/** ISO weekday of a day number: 1 Monday … 7 Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
export const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();
/** A day number, written as a day. */
export const toDay = (day: number): Day => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The day number of a day. Throws a `RangeError` on what is none (also 31 April), so that a typing error in a calendar is found when it is read. */
export function parseDay(day: Day): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at) || toDay(at / DAY_MS) !== day) throw new RangeError(`not a day: ${day}`);
  return at / DAY_MS;
}

/** An instant on the clock of Bukittinggi, short: `23-11-2026 09.15 WIB`. */
export function momentInWib(at: number): string {
  const [day = '', time = ''] = new Date(at + WIB_OFFSET_MS).toISOString().split('T');
  return `${day.split('-').reverse().join('-')} ${time.slice(0, 5).replace(':', '.')} WIB`;
}

/** Whether it is a day at all. */
export const isDay = (text: string): boolean => {
  try {
    parseDay(text);
    return true;
  } catch {
    return false;
  }
};
