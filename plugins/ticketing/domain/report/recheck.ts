import type { MeasureId } from './measures';
import { isCount, isStock } from './numbers';
import type { Report } from './report';

/** A total as a report states it, and what its rows add up to. */
export interface CheckedTotal {
  readonly measure: MeasureId;
  readonly stated: number;
  readonly added: number;
}
/** What of a report is needed to add it up again. */
export interface AddedUp {
  readonly by: Report['by'];
  readonly columns: readonly { readonly key: string; readonly measure: MeasureId | null }[];
  readonly rows: readonly { readonly cells: Report['rows'][number]['cells'] }[];
  readonly totals: Report['totals'];
}

/**
 * Every total that is the sum of its rows. Shares and averages are none, and the stock at the end of a month is not the
 * sum of those of its months.
 */
export function totalsAgain({ by, columns, rows, totals }: AddedUp): CheckedTotal[] {
  return columns.flatMap(({ key, measure }): CheckedTotal[] => {
    const stated = totals?.[key];
    if (measure === null || !isCount(measure) || (by === 'month' && isStock(measure))) return [];
    const cells = rows.flatMap((row) => (typeof row.cells[key] === 'number' ? [row.cells[key]] : []));
    if (typeof stated !== 'number' || cells.length < rows.length || rows.length === 0) return [];
    return [{ measure, stated, added: cells.reduce((sum, count) => sum + count, 0) }];
  });
}
