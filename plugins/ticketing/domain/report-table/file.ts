import { CSV_START, csvRow, type CsvSeparator } from '../csv';
import { words } from '../i18n';
import type { Language } from '../language';
import type { ReportTable, TableCell, TableColumn } from './table';

/** A column's head in a file, where numbers stand bare: with their unit. */
export const headWithUnit = ({ label, unit }: Pick<TableColumn, 'label' | 'unit'>, language: Language): string => {
  const sign = words(language).unit[unit];
  return sign ? `${label} (${sign})` : label;
};

/** Rows of a file: heads, rows, the line of confidential tickets, the sum. A summary's numbers have units of their own. */
export function fileRows(table: ReportTable, language: Language): (string | number | null)[][] {
  const { figure, unit } = words(language);
  const isSummary = table.report.by === 'measure';
  const head = table.columns.flatMap((column) => [
    isSummary ? column.label : headWithUnit(column, language),
    ...(table.isCompared ? [`${headWithUnit(column, language)}, ${figure.before}`] : []),
  ]);
  const line = (label: string, cells: readonly TableCell[], sign: string | null) => [
    label,
    ...(isSummary ? [sign] : []),
    ...cells.flatMap(({ value, before }) => (table.isCompared ? [value, before] : [value])),
  ];
  return [
    [table.heading, ...(isSummary ? [figure.unit] : []), ...head],
    ...table.rows.map(({ label, isBelow, cells }) =>
      line(isBelow ? `– ${label}` : label, cells, unit[cells[0]?.unit ?? 'text'] || null),
    ),
    ...(table.confidential ? [line(figure.confidential, table.confidential, null)] : []),
    ...(table.totals ? [line(figure.total, table.totals, null)] : []),
  ];
}

export const reportCsv = (table: ReportTable, language: Language, separator: CsvSeparator): string =>
  CSV_START +
  fileRows(table, language)
    .map((row) => csvRow(row, separator))
    .join('');
