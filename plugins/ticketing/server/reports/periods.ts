import { DAY_MS, wibDay } from '../../domain';
import type { Parsed } from '../../domain/contract';

export type Query = Parsed<'getReport'>;
/** Days in WIB, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const shift = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const lastDayOf = (month: string): string => shift(`${shift(`${month}-28`, 4).slice(0, 7)}-01`, -1);
export const later = (a: string, b: string): string => (a > b ? a : b);
export const earlier = (a: string, b: string): string => (a < b ? a : b);

/** The period asked for, or the current month in WIB. */
export const periodOf = ({ from, to }: Pick<Query, 'from' | 'to'>, now: number): Period => ({
  from: from ?? `${wibDay(now).slice(0, 7)}-01`,
  to: to ?? wibDay(now),
});

/** The period of the same length just before. */
export const periodBefore = ({ from, to }: Period): Period => {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
  return { from: shift(from, -days), to: shift(from, -1) };
};
