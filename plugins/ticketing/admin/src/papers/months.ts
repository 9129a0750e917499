import { parseDay, toDay, wibDay, type Language } from '../../../domain';

/** A calendar month in WIB: what it is called, and its first and last day. */
export interface Month {
  readonly key: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}
/** How far back papers are usually asked for; older ones are fetched ticket by ticket. */
const SHOWN = 24;

/** The month of `now` and those before it, latest first. The running one ends today. */
export function monthsUntil(now: number, language: Language): Month[] {
  const today = wibDay(now);
  const name = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1];
  return Array.from({ length: SHOWN }, (_, back) => {
    const first = new Date(Date.UTC(year, month - back, 1));
    const from = first.toISOString().slice(0, 10);
    const last = toDay(parseDay(new Date(Date.UTC(year, month - back + 1, 1)).toISOString().slice(0, 10)) - 1);
    return { key: from.slice(0, 7), label: name.format(first), from, to: last < today ? last : today };
  });
}
