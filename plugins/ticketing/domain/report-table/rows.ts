import type { Language } from '../language';
import {
  DIMENSIONS,
  measureOf,
  ticketsBehind,
  type Filters,
  type MeasureId,
  type Report,
  type ReportColumn,
  type ReportRow,
} from '../report';
import { isDimension, measureIn, nameOf } from './labels';
import type { TableCell, TableRow } from './table';

/** What narrows a column to a row, also where the row says so by its drill alone. */
function onlyOf({ by }: Report, row: ReportRow): Filters {
  if (row.only) return row.only;
  const filter = isDimension(by) ? DIMENSIONS[by].filter : null;
  const value = filter && row.drill?.[filter];
  return filter && value ? { [filter]: value } : {};
}

/** Makes rows of a table of the rows of a report, what is below one right behind it. */
export function rowsOf(report: Report, columns: readonly ReportColumn[], language: Language, below = false) {
  const cellsOf = (row: ReportRow, measure: MeasureId | null): TableCell[] => {
    const told = { ...row, only: onlyOf(report, row), ...(measure && { measure }) };
    return columns.map((column) => {
      const isBefore = column.key === 'previous';
      return {
        value: row.cells[column.key] ?? null,
        unit: measure ? measureOf(measure).unit : column.unit,
        leads: measure ? (isBefore ? (row.drillBefore ?? null) : row.drill) : ticketsBehind(report, told, column),
        before: row.before?.[column.key] ?? null,
      };
    });
  };
  const made = (row: ReportRow): TableRow => {
    const measure = report.by === 'measure' ? (row.measure ?? measureIn(report, String(row.cells['key']))) : null;
    let cells: TableCell[] | undefined;
    return {
      label: nameOf(report, row, language),
      code: String(row.cells['code'] ?? row.cells['key'] ?? row.cells['month'] ?? ''),
      measure,
      isBelow: below,
      isSmall: row.isSmall === true,
      // Only when they are asked for: a panel of five rows is made of a report of eighty.
      get cells() {
        return (cells ??= cellsOf(row, measure));
      },
    };
  };
  return (rows: readonly ReportRow[]): TableRow[] =>
    rows.flatMap((row) => [made(row), ...rowsOf(report, columns, language, true)(row.below ?? [])]);
}
