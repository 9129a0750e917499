import {
  definitionOf,
  filtersOf,
  leadOf,
  wibDay,
  type Filters,
  type MeasureId,
  type Report,
  type ReportColumn,
} from '../../domain';
import type { Query } from './periods';

export type BareColumn = Pick<ReportColumn, 'key' | 'unit'>;
/** What a statement found, before it says what its numbers mean. */
export interface BareReport extends Pick<Report, 'report' | 'from' | 'to' | 'rows' | 'totals'> {
  readonly columns: readonly BareColumn[];
}

const given = ({ skpd, category }: Query): Filters => ({
  ...(skpd && { skpd: skpd.join(',') }),
  ...(category && { category: category.join(',') }),
});

/** Each column with its measure and the tickets it leads to. `now` in epoch ms. */
export function dressed({ columns, ...bare }: BareReport, query: Query, now: number): Report {
  const { version, by, columns: measured } = definitionOf(bare.report);
  const today = wibDay(now);
  const column = ({ key, unit }: BareColumn): ReportColumn => {
    const measure: MeasureId | null = measured.find(([name]) => name === key)?.[1] ?? null;
    const lead = measure && leadOf(measure);
    return { key, unit, measure, leads: lead && filtersOf(lead, bare, today, given(query)) };
  };
  return {
    ...bare,
    version,
    by: query.by ?? by[0] ?? 'measure',
    asOf: new Date(now).toISOString(),
    today,
    columns: columns.map(column),
    confidential: null,
    comparison: null,
    filters: given(query),
    notes: [],
  };
}
