import { COHORTS, type Cohort } from './cohorts';
import { DIMENSIONS, type DimensionId } from './dimensions';
import { bothOf, isMovingFilter, type Filters } from './filters';
import { COUNTS, measureOf, type CountId, type Measure, type MeasureId, type Unit } from './measures';
import type { ReportName } from './reports';

/** Days in WIB, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}
export type Cells = Readonly<Record<string, string | number | null>>;

/** `measure` says what the numbers mean; null where they are words, or none of ours. */
export interface ReportColumn {
  readonly key: string;
  readonly unit: Unit;
  readonly measure: MeasureId | null;
  /** `/tickets` filters that list what the whole column counts, or for a share or average what misses; null: no list. */
  readonly leads: Filters | null;
}
/**
 * `drill` holds the `/tickets` filters that list the tickets behind the row; `only` what narrows any column to it; `days`
 * its own days, where it is a month. `below` is what the row is the sum of, where there is anything finer. `before` holds
 * the cells of the period compared with.
 */
export interface ReportRow {
  readonly cells: Cells;
  readonly drill: Filters | null;
  readonly only?: Filters;
  readonly days?: Days;
  readonly measure?: MeasureId;
  readonly below?: readonly ReportRow[];
  readonly before?: Cells;
  /** The tickets behind `previous`, in a row of the summary. */
  readonly drillBefore?: Filters | null;
  /** The tickets that miss, in a row of the summary that is a share or an average. */
  readonly misses?: Filters | null;
  /** A share or average of fewer tickets than `SMALL`. */
  readonly isSmall?: true;
}

/** Shares and averages of fewer tickets than this say so. */
export const SMALL = 10;
export const REPORT_NOTES = ['small', 'unfinished', 'now', 'confidential', 'times', 'rolledUp', 'cut'] as const;
/** What a reader must know of the numbers; `facts` fill its sentence. */
export interface ReportNote {
  readonly code: (typeof REPORT_NOTES)[number];
  readonly facts: Readonly<Record<string, string | number>>;
}

export const COMPARISONS = ['previous', 'lastYear', 'range', 'none'] as const;
export type ComparisonKind = (typeof COMPARISONS)[number];

/**
 * One object for screen, chart and file. `from` and `to` are days in WIB, both included. Stocks are of the end of `to`,
 * or of `asOf` where that has not come; `today` is its day.
 */
export interface Report {
  readonly report: ReportName;
  readonly version: number;
  readonly by: DimensionId | 'measure' | 'ticket' | 'period';
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly today: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  readonly totals: Readonly<Record<string, number | null>> | null;
  /** Confidential tickets that this reader may count and not read, as one line; not in `totals`. */
  readonly confidential: Readonly<Record<string, number | null>> | null;
  readonly comparison:
    (Days & { readonly kind: ComparisonKind; readonly totals: Readonly<Record<string, number | null>> | null }) | null;
  /** The filters it was asked with, as `/tickets` takes them, and the names of the codes in them. */
  readonly filters: Filters;
  readonly filterNames: Readonly<Record<string, string>>;
  readonly notes: readonly ReportNote[];
}

/** Share in percent with one decimal; null where there is nothing to divide by, never 0 by pretence. */
export const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10;

/** The count whose tickets a number leads to: its own, or those that miss. */
export function leadOf(id: MeasureId): CountId | null {
  const measure: Measure = measureOf(id);
  if (measure.is === 'count') return id as CountId;
  return 'missed' in measure ? (measure.missed ?? null) : null;
}

/** Whose work it was stands in the record of the work, and not on the ticket. */
function heldBy(id: CountId, { assignee, ...others }: Filters): Filters {
  return {
    ...others,
    ...(assignee !== undefined && { [COUNTS[id].cohort === 'WORKED' ? 'worker' : 'assignee']: assignee }),
  };
}
/** The filters of a count, narrowed to one row. */
export const narrowedTo = (id: CountId, filters: Filters, only: Filters): Filters | null =>
  bothOf(filters, heldBy(id, only));

/** A stock at the end of a day that is over is asked of the history; of today, of the ticket. */
function stockFilters({ status, ...others }: Filters, to: string): Filters {
  return { ...others, openOn: to, ...(status && { openAs: status }) };
}

/** Days of filing of open tickets as old as that many working days, as the city's calendar has them. */
export type DaysOfAge = (age: readonly [least: number, most: number | null]) => Filters;

/**
 * `/tickets` filters that list exactly what a count counts. Null where no list can: what was overdue at an instant long
 * past is not kept, and ages want a calendar.
 */
export function filtersOf(
  id: CountId,
  days: Days,
  today: string,
  asked: Filters = {},
  daysOfAge?: DaysOfAge,
): Filters | null {
  const given = heldBy(id, asked);
  const count: Measure = COUNTS[id];
  if (count.is !== 'count' || (count.age && !daysOfAge)) return null;
  const { days: names, base, kind }: Cohort = COHORTS[count.cohort];
  const own = bothOf(bothOf(base, count.only) ?? {}, (count.age && daysOfAge?.(count.age)) ?? {}) ?? {};
  if (kind === 'instant' && days.to < today)
    return isMovingFilter(own) ? null : bothOf(stockFilters(own, days.to), given);
  return bothOf({ ...own, ...(names && { [names[0]]: days.from, [names[1]]: days.to }) }, given);
}

/** `/tickets` filters that list exactly what a cell counts, or what misses; null where nothing is to be listed. */
export function ticketsBehind(
  report: Pick<Report, 'from' | 'to' | 'today' | 'filters'>,
  row: Pick<ReportRow, 'only' | 'days' | 'measure'>,
  column: Pick<ReportColumn, 'measure' | 'leads'>,
): Filters | null {
  const measure = row.measure ?? column.measure;
  const lead = measure && leadOf(measure);
  const filters =
    row.measure || row.days ? lead && filtersOf(lead, row.days ?? report, report.today, report.filters) : column.leads;
  return lead && filters && narrowedTo(lead, filters, row.only ?? {});
}

/** What narrows `/tickets` to one row of a dimension. */
export const rowFilter = (dimension: DimensionId, code: string): Filters => {
  const { filter } = DIMENSIONS[dimension];
  return filter === null ? {} : { [filter]: code };
};
