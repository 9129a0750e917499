import { DAY_MS, isDay, parseDay, toDay, wibDay } from 'strapi-plugin-ticketing/domain';

/**
 * Spans leaders report by, in months (a day is of none) and in the words of the address. Source: domain rules 6: bulan,
 * triwulan, semester, tahun, or any two days.
 */
const SPANS = {
  day: { months: 0, word: 'hari' },
  month: { months: 1, word: 'bulan' },
  quarter: { months: 3, word: 'triwulan' },
  halfYear: { months: 6, word: 'semester' },
  year: { months: 12, word: 'tahun' },
} as const;
export type Span = keyof typeof SPANS;
export const SPAN_NAMES = Object.keys(SPANS) as Span[];
/** The parameters of an address that choose a period. */
export const PERIOD = { span: 'periode', day: 'hari', from: 'dari', to: 'sampai' } as const;
/** Stands for two days of somebody's own choosing where a span could stand. */
export const CHOSEN_DAYS = 'pilih';

/** Days in WIB, both included. `span` is null for a period of somebody's own choosing. */
export interface Period {
  readonly span: Span | null;
  readonly from: string;
  readonly to: string;
}

const pad = (value: number): string => String(value).padStart(2, '0');
/** The span of that many months that holds a day, counted from January. */
function spanAround(span: Span, day: string): Period {
  const [year = 1970, month = 1] = day.split('-').map(Number);
  const length = SPANS[span].months;
  if (length === 0) return { span, from: day, to: day };
  const first = Math.floor((month - 1) / length) * length;
  return {
    span,
    from: `${year}-${pad(first + 1)}-01`,
    to: toDay(Math.floor(Date.UTC(year, first + length, 0) / DAY_MS)),
  };
}

/** What the address asks for, or the present month. */
export function periodOf({ searchParams }: URL, now: number): Period {
  const present = wibDay(now);
  const [from, to] = [searchParams.get(PERIOD.from), searchParams.get(PERIOD.to)];
  if (searchParams.get(PERIOD.span) === CHOSEN_DAYS && from && to && isDay(from) && isDay(to))
    return from <= to ? { span: null, from, to } : { span: null, from: to, to: from };
  const span = SPAN_NAMES.find((name) => SPANS[name].word === searchParams.get(PERIOD.span)) ?? 'month';
  const day = searchParams.get(PERIOD.day);
  return spanAround(span, day && isDay(day) ? day : present);
}

/** The neighbouring span of the same length; `step` is -1 or 1. */
export function neighbour({ span, from, to }: Period, step: -1 | 1): Period | null {
  if (!span) return null;
  return spanAround(span, toDay(step < 0 ? parseDay(from) - 1 : parseDay(to) + 1));
}

/** A page that a period can be chosen on: its path, and what else its address holds. */
export interface Place {
  readonly path: string;
  readonly kept: Readonly<Record<string, string>>;
}
const addressAt = ({ path, kept }: Place, query: Readonly<Record<string, string>>): string =>
  `${path}?${new URLSearchParams({ ...query, ...kept })}`;
/** The present span of a kind. */
export const addressOfSpan = (place: Place, span: Span): string =>
  addressAt(place, { [PERIOD.span]: SPANS[span].word });
export const queryOfPeriod = ({ span, from, to }: Period): Readonly<Record<string, string>> =>
  span
    ? { [PERIOD.span]: SPANS[span].word, [PERIOD.day]: from }
    : { [PERIOD.span]: CHOSEN_DAYS, [PERIOD.from]: from, [PERIOD.to]: to };
export const addressOfPeriod = (place: Place, period: Period): string => addressAt(place, queryOfPeriod(period));
