import type { Report, ReportRow } from 'strapi-plugin-ticketing/domain';
import type { Key } from '../../i18n';
import { addressOf, isFilter, type Filters } from '../tickets/filters';

type Kind = 'count' | 'percent' | 'minutes' | 'wholeMinutes' | 'rating';
/** One number of the dashboard. `better` tells which direction is good news; null when neither is. */
export interface FigureKind {
  readonly key: string;
  readonly label: Key;
  readonly kind: Kind;
  readonly better: 'more' | 'less' | null;
  /** Where the number leads, when that is not the tickets it counts. */
  readonly leads?: Key;
  /** Another row of the summary that is told beside it, and never mixed with it. */
  readonly beside?: { readonly key: string; readonly label: Key; readonly kind: Kind };
}

export const STOCK: readonly FigureKind[] = [
  { key: 'open', label: 'figure.open', kind: 'count', better: null },
  { key: 'new', label: 'figure.new', kind: 'count', better: null },
  { key: 'inProgress', label: 'figure.inProgress', kind: 'count', better: null },
  { key: 'overdue', label: 'figure.overdue', kind: 'count', better: 'less' },
];
export const FLOW: readonly FigureKind[] = [
  { key: 'submitted', label: 'figure.submitted', kind: 'count', better: null },
  { key: 'resolved', label: 'figure.resolved', kind: 'count', better: 'more' },
  { key: 'rejected', label: 'figure.rejected', kind: 'count', better: null },
  { key: 'cancelled', label: 'figure.cancelled', kind: 'count', better: null },
  {
    key: 'onTime',
    label: 'figure.onTime',
    kind: 'percent',
    better: 'more',
    leads: 'figure.lateOnes',
    beside: { key: 'shortNotice', label: 'figure.shortNotice', kind: 'count' },
  },
  {
    key: 'responseMinutes',
    label: 'figure.response',
    kind: 'minutes',
    better: 'less',
    beside: { key: 'responseMinutesAlways', label: 'figure.always', kind: 'wholeMinutes' },
  },
  {
    key: 'resolutionMinutes',
    label: 'figure.resolution',
    kind: 'minutes',
    better: 'less',
    beside: { key: 'resolutionMinutesAlways', label: 'figure.always', kind: 'wholeMinutes' },
  },
  { key: 'rating', label: 'figure.rating', kind: 'rating', better: 'more' },
];

/** What *Diproses* is the sum of, in words. */
export const FINER_WORDS: Readonly<Record<string, Key>> = {
  inHand: 'figure.inHand',
  waitingRequester: 'figure.waitingRequester',
  waitingThirdParty: 'figure.waitingThirdParty',
};

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
