import { dayNumber, parseDay, toDay } from 'strapi-plugin-ticketing/domain';

/** Spans leaders report by. Source: domain rules 6: bulan, triwulan, semester, tahun, or any two days. */
export const SPANS = { bulan: 1, triwulan: 3, semester: 6, tahun: 12 } as const;
export type Span = keyof typeof SPANS;
export const SPAN_NAMES = Object.keys(SPANS) as Span[];

/** Days in WIB, both included. `span` is null for a period of somebody's own choosing. */
export interface Period {
  readonly span: Span | null;
  readonly from: string;
  readonly to: string;
}

const pad = (value: number): string => String(value).padStart(2, '0');
const isDay = (value: string | null): value is string => {
  try {
    return value !== null && parseDay(value) >= 0;
  } catch {
    return false;
  }
};

/** The span of that many months that holds a day, counted from January. */
function spanAround(span: Span, day: string): Period {
  const [year = 1970, month = 1] = day.split('-').map(Number);
  const length = SPANS[span];
  const first = Math.floor((month - 1) / length) * length;
  return {
    span,
    from: `${year}-${pad(first + 1)}-01`,
    to: toDay(Math.floor(Date.UTC(year, first + length, 0) / 86_400_000)),
  };
}

/** What the address asks for, or the present month. */
export function periodOf({ searchParams }: URL, now: number): Period {
  const present = toDay(dayNumber(now));
  const [from, to] = [searchParams.get('from'), searchParams.get('to')];
  if (searchParams.get('periode') === 'pilih' && isDay(from) && isDay(to))
    return from <= to ? { span: null, from, to } : { span: null, from: to, to: from };
  const span = SPAN_NAMES.find((name) => name === searchParams.get('periode')) ?? 'bulan';
  const day = searchParams.get('hari');
  return spanAround(span, isDay(day) ? day : present);
}

/** The neighbouring span of the same length; `step` is -1 or 1. */
export function neighbour({ span, from, to }: Period, step: -1 | 1): Period | null {
  if (!span) return null;
  return spanAround(span, toDay(step < 0 ? parseDay(from) - 1 : parseDay(to) + 1));
}

export const addressOfPeriod = ({ span, from, to }: Period): string =>
  span
    ? `/dasbor?${new URLSearchParams({ periode: span, hari: from })}`
    : `/dasbor?${new URLSearchParams({ periode: 'pilih', from, to })}`;
