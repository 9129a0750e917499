import type { Report, ReportRow } from 'strapi-plugin-ticketing/domain';
import type { Key } from '../../i18n';
import { addressOf, isFilter, type Filters } from '../tickets/filters';

type Kind = 'count' | 'percent' | 'minutes' | 'rating';
/** One number of the dashboard. `better` tells which direction is good news; null when neither is. */
export interface FigureKind {
  readonly key: string;
  readonly label: Key;
  readonly kind: Kind;
  readonly better: 'more' | 'less' | null;
  /** Where the number leads, when that is not the tickets it counts. */
  readonly leads?: Key;
}

export const STOCK: readonly FigureKind[] = [
  { key: 'open', label: 'figure.open', kind: 'count', better: null },
  { key: 'new', label: 'figure.new', kind: 'count', better: null },
  { key: 'inProgress', label: 'figure.inProgress', kind: 'count', better: null },
  { key: 'waiting', label: 'figure.waiting', kind: 'count', better: null },
  { key: 'overdue', label: 'figure.overdue', kind: 'count', better: 'less' },
];
export const FLOW: readonly FigureKind[] = [
  { key: 'submitted', label: 'figure.submitted', kind: 'count', better: null },
  { key: 'resolved', label: 'figure.resolved', kind: 'count', better: 'more' },
  { key: 'onTime', label: 'figure.onTime', kind: 'percent', better: 'more', leads: 'figure.lateOnes' },
  { key: 'responseMinutes', label: 'figure.response', kind: 'minutes', better: 'less' },
  { key: 'resolutionMinutes', label: 'figure.resolution', kind: 'minutes', better: 'less' },
  { key: 'rating', label: 'figure.rating', kind: 'rating', better: 'more' },
];

export const rowOf = (summary: Report, key: string): ReportRow | undefined =>
  summary.rows.find(({ cells }) => cells['key'] === key);
export const numberIn = (row: ReportRow | undefined, cell: string): number | null => {
  const value = row?.cells[cell];
  return typeof value === 'number' ? value : null;
};
export const textIn = (row: ReportRow, cell: string): string => String(row.cells[cell] ?? '');

/** Where the tickets behind a number are; null where there are none to show. */
export function drillOf(row: ReportRow | undefined, change: Filters = {}): string | null {
  if (!row?.drill) return null;
  const filters: Filters = Object.fromEntries(Object.entries(row.drill).filter(([name]) => isFilter(name)));
  return addressOf({ ...filters, ...change });
}
