import {
  filtersOf,
  isSmall,
  isStock,
  isTimes,
  leadOf,
  measureOf,
  numberOf,
  SMALL,
  type Cells,
  type Days,
  type MeasureId,
  type Parts,
  type Report,
  type ReportColumn,
  type ReportNote,
  type ReportRow,
} from '../../domain';
import type { Asked } from './asked';
import type { Branch } from './ground';
import { isTold } from './statements';

export const branchesOf = ({ days, comparison }: Pick<Asked, 'days' | 'comparison'>): Branch[] => [
  { part: 'now', days },
  { part: 'counted', days },
  ...(comparison ? [{ part: 'before' as const, days: comparison }] : []),
];

/** A number that cannot be had is none. */
export const told = (asked: Asked, branch: Branch, id: MeasureId, parts: Parts): number | string | null =>
  isTold(leadOf(id) ?? id, { asked, branch }) && isTold(id, { asked, branch }) ? numberOf(id, parts) : null;

export const cellsOf = (asked: Asked, branch: Branch, parts: Parts): Cells =>
  Object.fromEntries(asked.definition.columns.map(([key, id]) => [key, told(asked, branch, id, parts)]));

/** The same of all rows together, without days: those do not add up. */
export const totalsOf = (asked: Asked, branch: Branch, parts: Parts): Record<string, number | null> =>
  Object.fromEntries(
    Object.entries(cellsOf(asked, branch, parts)).map(([key, value]) => [
      key,
      typeof value === 'number' ? value : null,
    ]),
  );

export const columnOf = (asked: Asked, key: string, measure: MeasureId): ReportColumn => {
  const lead = leadOf(measure);
  const leads = lead && filtersOf(lead, asked.days, asked.today, asked.filters, asked.daysOfAge);
  return { key, unit: measureOf(measure).unit, measure, leads };
};

export const isSmallRow = ({ definition }: Asked, parts: Parts): boolean =>
  definition.columns.some(([, id]) => isSmall(id, parts));

/** Confidential tickets as one line: counts alone, and only where there are any. */
function confidentialOf(asked: Asked, parts: Parts): Report['confidential'] {
  const line = Object.fromEntries(
    asked.definition.columns.map(([key, id]) => {
      const value = measureOf(id).is === 'count' ? told(asked, { part: 'counted', days: asked.days }, id, parts) : null;
      return [key, typeof value === 'number' ? value : null] as const;
    }),
  );
  return Object.values(line).some((value) => value !== null && value > 0) ? line : null;
}

function notesOf(asked: Asked, rows: readonly ReportRow[], confidential: Report['confidential']): ReportNote[] {
  const { definition, days, today, comparison, rollUp, by } = asked;
  const measures = definition.columns.map(([, id]) => id);
  const note = (code: ReportNote['code'], facts: ReportNote['facts'] = {}): ReportNote => ({ code, facts });
  return [
    ...(rows.some((row) => row.isSmall) ? [note('small', { limit: SMALL })] : []),
    ...(comparison && days.to >= today && days.from <= today ? [note('unfinished', isoDays(comparison))] : []),
    ...(measures.some(isStock) && days.to >= today ? [note('now')] : []),
    ...(confidential ? [note('confidential')] : []),
    ...(measures.some(isTimes) ? [note('times')] : []),
    ...(rollUp && by === 'skpd' ? [note('rolledUp')] : []),
  ];
}
const isoDays = ({ from, to }: Days): Record<string, string> => ({ from, to });

/** What every report says of itself beside its numbers. */
export function framed(
  asked: Asked,
  parts: { readonly counted: Parts; readonly before: Parts },
  { rows, columns, totals }: Pick<Report, 'rows' | 'columns' | 'totals'>,
): Report {
  const { report, definition, by, days, today, caller, comparison, filters, filterNames } = asked;
  const confidential = confidentialOf(asked, parts.counted);
  return {
    report,
    version: definition.version,
    by,
    ...days,
    asOf: new Date(caller.now).toISOString(),
    today,
    columns,
    rows,
    totals,
    confidential,
    comparison: comparison && {
      ...comparison,
      totals: totals && totalsOf(asked, { part: 'before', days: comparison }, parts.before),
    },
    filters,
    filterNames,
    notes: notesOf(asked, rows, confidential),
  };
}
