/**
 * Time on the wall clock of Bukittinggi (WIB), the only place where it is reckoned in TypeScript; SQL has `wib_day` and
 * `wib_start` in `database/sql`. Instants are epoch ms. WIB is UTC+7 all year: Indonesia has no daylight saving.
 */

/** A calendar day in WIB, `YYYY-MM-DD`. */
export type Day = string;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
/** WIB as `Intl` knows it. */
export const WIB_ZONE = 'Asia/Jakarta';
const OFFSET_MS = 7 * HOUR_MS;

/** Days since 1970-01-01 in WIB, for an instant; a day begins at 00:00 WIB. */
export const dayNumber = (at: number): number => Math.floor((at + OFFSET_MS) / DAY_MS);
/** The instant at which that day begins in WIB. */
export const dayStart = (day: number): number => day * DAY_MS - OFFSET_MS;
/** ISO weekday of a day number: 1 Monday … 7 Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
export const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();
/** A day number, written as a day. */
export const toDay = (day: number): Day => new Date(day * DAY_MS).toISOString().slice(0, 10);

/**
 * The day number of a day. Throws a `RangeError` on what is none (also 31 April), so that a calendar's typing error is
 * found.
 */
export function parseDay(day: Day): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at) || toDay(at / DAY_MS) !== day) throw new RangeError(`not a day: ${day}`);
  return at / DAY_MS;
}

/** Whether a text is a day of the calendar. */
export const isDay = (text: string): boolean => {
  try {
    parseDay(text);
    return true;
  } catch {
    return false;
  }
};

/** The day in WIB on which an instant lies. */
export const wibDay = (at: number): Day => toDay(dayNumber(at));
/** The year in WIB in which an instant lies. */
export const wibYear = (at: number): number => yearOf(dayNumber(at));
/** An instant as a local minute in WIB, the way an HTML datetime field writes it: `2026-11-23T09:15`. */
export const wibMinute = (at: number): string => new Date(at + OFFSET_MS).toISOString().slice(0, 16);

/**
 * The instant of a local minute, or of the midnight that begins a day, in WIB; a text with a zone of its own keeps it.
 * NaN for what is none.
 */
export const wibInstant = (text: string): number => {
  if (/T.*(Z|[+-]\d{2}:\d{2})$/.test(text)) return Date.parse(text);
  return Date.parse(`${text.includes('T') ? text : `${text}T00:00`}+07:00`);
};

/** An instant as people read it in a sentence: `23-11-2026 09.15 WIB`. */
export function wibText(at: number): string {
  const [day = '', time = ''] = wibMinute(at).split('T');
  return `${day.split('-').reverse().join('-')} ${time.replace(':', '.')} WIB`;
}
