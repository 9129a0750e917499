import type { Holiday } from './calendar';
import { parseCsv } from './csv';
import { LIMITS } from './limits';
import { isDay, type Day } from './wib';

export type HolidayKind = Holiday['kind'];
export const HOLIDAY_KINDS = ['NATIONAL', 'JOINT_LEAVE', 'LOCAL'] as const satisfies readonly HolidayKind[];
/** A day on which the office is closed, as it is kept. */
export interface KeptHoliday extends Holiday {
  readonly id: number;
}
/** Holidays outside these years are typing errors. */
export const HOLIDAY_YEARS = { first: 2000, last: 2100 } as const;
export const isHolidayYear = (day: Day): boolean =>
  Number(day.slice(0, 4)) >= HOLIDAY_YEARS.first && Number(day.slice(0, 4)) <= HOLIDAY_YEARS.last;

/** What may be wrong with one line of a list. `known` is no fault: that day stays as it is. */
export const HOLIDAY_FAULTS = ['day', 'year', 'name', 'kind', 'twice', 'known', 'tooMany'] as const;
export type HolidayFault = (typeof HOLIDAY_FAULTS)[number];
/** A line of a list of holidays, as it was read; `line` counts from 1 as an editor does. */
export interface HolidayLine {
  readonly line: number;
  readonly day: string;
  readonly name: string;
  readonly kind: HolidayKind | null;
  readonly fault: HolidayFault | null;
}
/** Longest list that is read, in characters, and most lines of it: a decree has some thirty days. */
export const HOLIDAY_LIST = { characters: 60_000, lines: 500 } as const;

const MONTHS = [
  'januari',
  'februari',
  'maret',
  'april',
  'mei',
  'juni',
  'juli',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
] as const;
/** How the kinds are written in lists people keep: beginnings of words, in small letters. */
const KINDS: readonly (readonly [RegExp, HolidayKind])[] = [
  [/cuti|joint/, 'JOINT_LEAVE'],
  [/setempat|lokal|daerah|local/, 'LOCAL'],
  [/nasional|national/, 'NATIONAL'],
];
const two = (text: string): string => text.padStart(2, '0');

/** A day as people write it: 2027-01-31, 31-01-2027, 31/1/2027, or "31 Januari 2027"; else as it stands. */
export function dayIn(text: string): string {
  const written = text.trim().toLowerCase();
  const turned = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(written);
  if (turned) return `${turned[3]}-${two(turned[2] ?? '')}-${two(turned[1] ?? '')}`;
  const [, date = '', word = '', year = ''] = /^(?:[a-z]+,\s*)?(\d{1,2}) ([a-z]+) (\d{4})$/.exec(written) ?? [];
  const month = MONTHS.findIndex((name) => name === word) + 1;
  return month > 0 ? `${year}-${two(String(month))}-${two(date)}` : written;
}

const kindIn = (text: string): HolidayKind | null =>
  KINDS.find(([pattern]) => pattern.test(text.toLowerCase()))?.[1] ?? null;

/** Whether the first line names the columns rather than a day. */
const isHeading = (cells: readonly string[]): boolean => /tanggal|date|hari/i.test(cells[0] ?? '') && cells.length > 1;

/** Reads a list of holidays, `tanggal;nama;jenis`, and says of every line what it is or what is wrong with it. */
export function readHolidays(csv: string, known: readonly Day[]): HolidayLine[] {
  const rows = parseCsv(csv).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const seen = new Set<string>();
  return (
    rows
      .filter(({ cells }, index) => index > 0 || !isHeading(cells))
      // One beyond is enough to say that there are too many.
      .slice(0, HOLIDAY_LIST.lines + 1)
      .map(({ line, cells }, place) => {
        const [day, name, kind] = [dayIn(cells[0] ?? ''), (cells[1] ?? '').trim(), kindIn(cells[2] ?? '')];
        const isTooMany = place >= HOLIDAY_LIST.lines;
        const fault = isTooMany ? 'tooMany' : faultOf(day, name, kind, seen.has(day), known.includes(day));
        seen.add(day);
        return { line, day, name: name.slice(0, LIMITS.name), kind, fault };
      })
  );
}

function faultOf(
  day: string,
  name: string,
  kind: HolidayKind | null,
  isTwice: boolean,
  isKnown: boolean,
): HolidayFault | null {
  if (!isDay(day)) return 'day';
  if (!isHolidayYear(day)) return 'year';
  if (name === '' || name.length > LIMITS.name) return 'name';
  if (kind === null) return 'kind';
  if (isTwice) return 'twice';
  return isKnown ? 'known' : null;
}

/** Whether a list may be taken over: what is known already is passed over, anything else that is wrong stops it. */
export const isSound = (lines: readonly HolidayLine[]): boolean =>
  lines.every(({ fault }) => fault === null || fault === 'known') && lines.some(({ fault }) => fault === null);
