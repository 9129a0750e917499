import { DAY_MS, isDay, wibInstant } from '../wib';

/** Which of two numbers comes first where both may be a month: `03/04/2024`. */
export const DATE_ORDERS = ['dayFirst', 'monthFirst'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** Months as people write them in Indonesian and English, by how they begin. */
const MONTHS = [
  ['jan'],
  ['feb', 'peb'],
  ['mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['agu', 'agt', 'aug', 'ags'],
  ['sep'],
  ['okt', 'oct'],
  ['nov', 'nop'],
  ['des', 'dec'],
] as const;
const monthIn = (word: string): number =>
  MONTHS.findIndex((names) => names.some((name) => word.toLowerCase().startsWith(name))) + 1;

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/;
const NUMBERS = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;
const NAMED = /^(\d{1,2})[\s-]+([a-z]{3,10})\.?[\s-]+(\d{4})/i;
/** Hours and minutes, as `09:15`, `9.15`, `09:15:30` or `9:15 PM`; a zone is one of Indonesia's three, or an offset. */
const TIME =
  /^[\sT,]*(?:pukul\s+|jam\s+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*(am|pm)?\s*(wib|wita|wit|z|[+-]\d{2}:?\d{2})?$/i;
const ZONES: Readonly<Record<string, string>> = { wib: '+07:00', wita: '+08:00', wit: '+09:00', z: 'Z' };

const FIRST_DAY = '1990-01-01';

/** A year in two digits is one of this century. */
const yearOf = (text: string): string => (text.length === 2 ? `20${text}` : text);
const two = (value: number | string): string => String(value).padStart(2, '0');

/** The day a text begins with, and what follows it. */
function dayIn(text: string, order: DateOrder): { readonly day: string; readonly rest: string } | null {
  const [iso, numbers, named] = [ISO.exec(text), NUMBERS.exec(text), NAMED.exec(text)];
  if (iso) return { day: `${iso[1]}-${two(iso[2] ?? '')}-${two(iso[3] ?? '')}`, rest: text.slice(iso[0].length) };
  if (numbers) {
    const [first = '', second = '', year = ''] = numbers.slice(1);
    const [day, month] = order === 'dayFirst' ? [first, second] : [second, first];
    return { day: `${yearOf(year)}-${two(month)}-${two(day)}`, rest: text.slice(numbers[0].length) };
  }
  if (!named) return null;
  const [day = '', month = '', year = ''] = named.slice(1);
  return { day: `${year}-${two(monthIn(month))}-${two(day)}`, rest: text.slice(named[0].length) };
}

/**
 * An instant (epoch ms) as other systems and people write it; wall clock time is WIB unless it names a zone, and a day
 * alone stands for its noon, as recorded working time does. Null for what is none, also 31 April.
 */
export function momentIn(given: string, order: DateOrder): number | null {
  // "Senin, 12 Maret 2024": the weekday says nothing that the date does not.
  const text = given.trim().replace(/^[a-z']+\s*,\s*/i, '');
  const found = dayIn(text, order);
  // Before that nobody kept such a list: the year was mistyped.
  if (!found || !isDay(found.day) || found.day < FIRST_DAY) return null;
  if (/^\s*$/.test(found.rest)) return wibInstant(found.day) + DAY_MS / 2;
  const time = TIME.exec(found.rest);
  if (!time) return null;
  const [hour = '', minute = '', second = '00', half, zone] = time.slice(1);
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hour);
  const offset = zone ? (ZONES[zone.toLowerCase()] ?? zone.replace(/^(...)(\d\d)$/, '$1:$2')) : '+07:00';
  const at = Date.parse(`${found.day}T${two(hours)}:${minute}:${second}${offset}`);
  return Number.isNaN(at) ? null : at;
}
