import { cellText, type Language, type Report, type ReportRow, type Unit } from 'strapi-plugin-ticketing/domain';
import type { Key } from '../../i18n';
import { addressOfLeads } from './links';

/**
 * One tile of the dashboard: a row of the summary. `better` tells which direction is good news; null when neither is.
 * `months`: the column of the trend that its small curve follows.
 */
export interface TileKind {
  readonly key: string;
  readonly label: Key;
  readonly unit: Unit;
  readonly better: 'more' | 'less' | null;
  readonly months: string | null;
  /** Another row of the summary that is told beside it, and never mixed with it. */
  readonly beside?: { readonly key: string; readonly label: Key; readonly unit: Unit };
  /** What the office aims at, where that goes without saying: nothing is to be overdue. */
  readonly target?: number;
}

export const TILES: readonly TileKind[] = [
  { key: 'open', label: 'figure.open', unit: 'count', better: 'less', months: 'open' },
  { key: 'overdue', label: 'figure.overdue', unit: 'count', better: 'less', months: null, target: 0 },
  { key: 'submitted', label: 'figure.submitted', unit: 'count', better: null, months: 'submitted' },
  { key: 'resolved', label: 'figure.resolved', unit: 'count', better: 'more', months: 'resolved' },
  {
    key: 'onTime',
    label: 'figure.onTime',
    unit: 'percent',
    better: 'more',
    months: 'onTime',
    beside: { key: 'unmeasured', label: 'figure.unmeasured', unit: 'count' },
  },
  {
    key: 'responseMinutes',
    label: 'figure.response',
    unit: 'minutes',
    better: 'less',
    months: null,
    beside: { key: 'resolutionMinutes', label: 'figure.resolutionBeside', unit: 'minutes' },
  },
];

/** A row of the summary, also one that is a part of another. */
export function rowOf(summary: Report, key: string): ReportRow | undefined {
  const all = summary.rows.flatMap((row) => [row, ...(row.below ?? [])]);
  return all.find(({ cells }) => cells['key'] === key);
}
export const numberIn = (row: ReportRow | undefined, cell: string): number | null => {
  const value = row?.cells[cell];
  return typeof value === 'number' ? value : null;
};
/** Where the tickets behind a row of the summary are; null where there are none to show. */
export const addressOfRow = (row: ReportRow | undefined): string | null => addressOfLeads(row?.drill ?? null);

/** "+5", "−12,5%", "−1 jam": by how much something changed, in its own unit. Null where there is nothing to compare. */
export function changeText(
  current: number | null,
  previous: number | null,
  unit: Unit,
  language: Language,
): string | null {
  if (current === null || previous === null) return null;
  const change = current - previous;
  const sign = change > 0 ? '+' : change < 0 ? '−' : '±';
  return `${sign}${cellText({ value: Math.abs(change), unit }, language)}`;
}
