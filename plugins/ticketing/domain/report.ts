/** Reports a leader may read; each is one SQL, one table and the charts drawn from it. */
export const REPORTS = [
  'summary',
  'by-status',
  'by-skpd',
  'by-category',
  'by-priority',
  'workload',
  'trend',
  'satisfaction',
] as const;
export type ReportName = (typeof REPORTS)[number];
/** What the rows of `satisfaction` stand for. */
export const SATISFACTION_ROWS = ['service', 'month'] as const;

/**
 * How a column's numbers read: `minutes` are working minutes, `wholeMinutes` those of a clock that never stops,
 * `percent` 0–100 with one decimal.
 */
export type Unit = 'text' | 'count' | 'percent' | 'minutes' | 'wholeMinutes' | 'rating' | 'month';

export interface ReportColumn {
  readonly key: string;
  readonly unit: Unit;
}
/**
 * `drill` holds the `/tickets` filters that list the tickets behind the row; `below` what the row is the sum of, where
 * there is anything finer.
 */
export interface ReportRow {
  readonly cells: Readonly<Record<string, string | number | null>>;
  readonly drill: Readonly<Record<string, string>> | null;
  readonly below?: readonly ReportRow[];
}

/** One object for screen, chart and file. `from` and `to` are days in WIB, both included. */
export interface Report {
  readonly report: ReportName;
  readonly from: string;
  readonly to: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  readonly totals: Readonly<Record<string, number | null>> | null;
}

/** Share in percent with one decimal; null where there is nothing to divide by, never 0 by pretence. */
export const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
