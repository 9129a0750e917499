import { CSV_START, csvRow, type CsvSeparator } from './csv';
import { LOCALES, wholeDuration, workingDuration } from './durations';
import { explainMeasure, labelOf, words, wordNote } from './i18n';
import type { Language } from './language';
import {
  definitionOf,
  DIMENSIONS,
  measureOf,
  ticketsBehind,
  type DimensionId,
  type Filters,
  type MeasureId,
  type Report,
  type ReportColumn,
  type ReportRow,
  type Unit,
} from './report';
import { wibText } from './wib';

/** A number or word as it stands in page, file and print; `leads` lists its tickets, `before` is what it is compared with. */
export interface TableCell {
  readonly value: string | number | null;
  readonly unit: Unit;
  readonly leads: Filters | null;
  readonly before: string | number | null;
}
export interface TableColumn {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  readonly measure: MeasureId | null;
}
export interface TableRow {
  readonly label: string;
  readonly code: string;
  /** The measure a row of a summary stands for. */
  readonly measure: MeasureId | null;
  readonly isBelow: boolean;
  readonly isSmall: boolean;
  readonly cells: readonly TableCell[];
}
export interface Definition {
  readonly label: string;
  readonly text: string;
  readonly version: number;
}
/** A report in words: the one table that page, CSV, XLSX and PDF are made of. */
export interface ReportTable {
  readonly report: Report;
  readonly title: string;
  readonly heading: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly totals: readonly TableCell[] | null;
  readonly confidential: readonly TableCell[] | null;
  /** Numbers of the whole that stand in no column, as beside a list of tickets. */
  readonly aside: readonly { readonly label: string; readonly measure: MeasureId; readonly cell: TableCell }[];
  /** Whether the cells carry what they are compared with. */
  readonly isCompared: boolean;
  readonly notes: readonly string[];
  readonly definitions: readonly Definition[];
  /** What it was narrowed to, in words. */
  readonly narrowed: readonly (readonly [name: string, value: string])[];
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

const isDimension = (by: Report['by']): by is DimensionId => Object.hasOwn(DIMENSIONS, by);
/** Cells that name a row and are no column of their own. */
const NAMES = ['label', 'month', 'key', 'code'] as const;
const isName = ({ by }: Report, key: string): boolean =>
  NAMES.some((name) => name === key) || (by === 'ticket' && key === 'number');

function headingOf({ by, report }: Report, language: Language): string {
  const { dimension, column, role, exportColumn } = words(language);
  if (by === 'ticket') return exportColumn.number;
  if (by === 'officer' || (report === 'workload' && by !== 'team')) return role.OFFICER;
  return isDimension(by) ? dimension[by] : column.label;
}

/** Words that columns without a measure have elsewhere already. */
function wordedKey(key: string, language: Language): string {
  const { column, dimension, exportColumn, figure } = words(language);
  const all: Readonly<Record<string, string>> = { ...exportColumn, ...column, ...dimension, ...figure };
  return all[key] ?? key;
}

const measureIn = ({ report }: Report, key: string): MeasureId | null =>
  definitionOf(report).columns.find(([name]) => name === key)?.[1] ?? null;

/** What narrows a column to a row, also where the row says so by its drill alone. */
function onlyOf({ by }: Report, row: ReportRow): Filters {
  if (row.only) return row.only;
  const filter = isDimension(by) ? DIMENSIONS[by].filter : null;
  const value = filter && row.drill?.[filter];
  return filter && value ? { [filter]: value } : {};
}

const MONTH = /^\d{4}-\d{2}$/;
/** `November 2026` of `2026-11`. */
const monthText = (month: string, language: Language): string =>
  MONTH.test(month)
    ? new Intl.DateTimeFormat(LOCALES[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${month}-01T00:00:00Z`),
      )
    : month;

function nameOf(report: Report, { cells, measure }: ReportRow, language: Language): string {
  if (report.by === 'measure') {
    const own = measure ?? measureIn(report, String(cells['key']));
    return own ? labelOf(language, own) : wordedKey(String(cells['key']), language);
  }
  const month = cells['month'] ?? (report.by === 'month' ? cells['label'] : null);
  if (month !== null && month !== undefined) return monthText(String(month), language);
  return String(cells['label'] ?? cells['number'] ?? cells['code'] ?? '');
}

function rowsOf(report: Report, columns: readonly ReportColumn[], language: Language, below = false) {
  const made = (row: ReportRow): TableRow => {
    const measure = report.by === 'measure' ? (row.measure ?? measureIn(report, String(row.cells['key']))) : null;
    const told = { ...row, only: onlyOf(report, row), ...(measure && { measure }) };
    const cells = columns.map((column): TableCell => {
      const isBefore = column.key === 'previous';
      return {
        value: row.cells[column.key] ?? null,
        unit: measure ? measureOf(measure).unit : column.unit,
        leads: measure ? (isBefore ? (row.drillBefore ?? null) : row.drill) : ticketsBehind(report, told, column),
        before: row.before?.[column.key] ?? null,
      };
    });
    const code = String(row.cells['code'] ?? row.cells['key'] ?? row.cells['month'] ?? '');
    return {
      label: nameOf(report, row, language),
      code,
      measure,
      isBelow: below,
      isSmall: row.isSmall === true,
      cells,
    };
  };
  return (rows: readonly ReportRow[]): TableRow[] =>
    rows.flatMap((row) => [made(row), ...rowsOf(report, columns, language, true)(row.below ?? [])]);
}

function narrowedOf({ filters, filterNames }: Report, language: Language): (readonly [string, string])[] {
  const { dimension } = words(language);
  const nameOfFilter = (name: string): string =>
    Object.entries(DIMENSIONS).find(([, { filter }]) => filter === name)?.[0] ?? name;
  return Object.entries(filters).map(([name, value]) => {
    const id = nameOfFilter(name);
    const named = value.split(',').map((code) => filterNames[code] ?? code);
    return [(dimension as Readonly<Record<string, string>>)[id] ?? id, named.join(', ')] as const;
  });
}

function parametersOf(report: Report, language: Language): (readonly [string, string])[] {
  const { comparison, figure } = words(language);
  return [
    [figure.period, `${report.from} – ${report.to}`],
    ...(report.comparison
      ? [[comparison[report.comparison.kind], `${report.comparison.from} – ${report.comparison.to}`] as const]
      : []),
    ...narrowedOf(report, language),
    [figure.asOf, wibText(Date.parse(report.asOf))],
    [figure.version, String(report.version)],
  ];
}

/** A report as one table of words and numbers, in the reader's language. */
export function tabulate(report: Report, language: Language): ReportTable {
  const said = words(language);
  const columns = report.columns.filter(({ key }) => !isName(report, key));
  const rows = rowsOf(report, columns, language)(report.rows);
  const isList = report.by === 'ticket';
  const aside = definitionOf(report.report).columns.flatMap(([key, measure]) => {
    const value = isList ? report.totals?.[key] : undefined;
    if (value === undefined) return [];
    const cell = {
      value,
      unit: measureOf(measure).unit,
      leads: null,
      before: report.comparison?.totals?.[key] ?? null,
    };
    return [{ label: labelOf(language, measure), measure, cell }];
  });
  const measures = [
    ...new Set([
      ...aside.map(({ measure }) => measure),
      ...columns.flatMap(
        ({ key, measure }) => measure ?? (report.by === 'measure' ? [] : (measureIn(report, key) ?? [])),
      ),
      ...rows.flatMap(({ measure }) => measure ?? []),
    ]),
  ];
  const sums = (totals: Report['totals'], before: Report['totals'] = null): TableCell[] | null =>
    totals &&
    columns.map(({ key, unit, leads }) => ({
      value: totals[key] ?? null,
      unit,
      leads,
      before: before?.[key] ?? null,
    }));
  return {
    report,
    title: said.report[report.report],
    heading: headingOf(report, language),
    columns: columns.map(({ key, unit, measure }) => {
      const own = measure ?? (report.by === 'measure' ? null : measureIn(report, key));
      return { key, unit, measure: own, label: own ? labelOf(language, own) : wordedKey(key, language) };
    }),
    rows,
    totals: isList ? null : sums(report.totals, report.comparison?.totals),
    aside,
    confidential: sums(report.confidential)?.map((cell) => ({ ...cell, leads: null })) ?? null,
    isCompared: report.comparison !== null && report.by !== 'measure' && !isList && report.comparison.kind !== 'none',
    notes: report.notes.map((note) => wordNote(language, note)),
    definitions: measures.map((id) => ({
      label: labelOf(language, id),
      text: explainMeasure(language, id),
      version: measureOf(id).version,
    })),
    narrowed: narrowedOf(report, language),
    parameters: parametersOf(report, language),
  };
}

/** What a picture of a report shows; the table beside it says it all. */
export interface ReportChart {
  readonly kind: 'bars' | 'lines';
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}
/** Bars that fit on a page and can still be read. */
const MOST_BARS = 12;

/** The picture of a report, where its numbers make one: lines over months, else the greatest rows as bars. */
export function chartOf({ report, columns, rows }: ReportTable): ReportChart | null {
  if (report.by === 'measure' || report.by === 'ticket' || report.by === 'period') return null;
  const isLine = report.by === 'month' || report.report === 'trend';
  const counted = columns.flatMap(({ key, unit, label }, place) => (unit === 'count' ? [{ key, label, place }] : []));
  const { rank } = definitionOf(report.report);
  const ranked = counted.filter(({ place }) => columns[place]?.measure === rank);
  const shown = isLine ? counted.slice(0, 2) : (ranked.length > 0 ? ranked : counted).slice(0, 1);
  const drawn = rows.filter(({ isBelow }) => !isBelow).slice(0, isLine ? rows.length : MOST_BARS);
  if (shown.length === 0 || drawn.length === 0) return null;
  return {
    kind: isLine ? 'lines' : 'bars',
    labels: drawn.map(({ label }) => label),
    series: shown.map(({ label, place }) => ({
      name: label,
      values: drawn.map(({ cells }) => Number(cells[place]?.value ?? 0)),
    })),
  };
}

/** A cell as a person reads it: "1 hari kerja 2 jam", "83,3%", "–" where there is nothing to say. */
export function cellText({ value, unit }: Pick<TableCell, 'value' | 'unit'>, language: Language): string {
  if (value === null) return '–';
  if (typeof value === 'string')
    return unit === 'month'
      ? monthText(value, language)
      : unit === 'day'
        ? value.split('-').reverse().join('-')
        : value;
  const number = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: unit === 'rating' ? 2 : 1 });
  switch (unit) {
    case 'percent':
      return `${number.format(value)}%`;
    case 'minutes':
      return workingDuration(language, value);
    case 'wholeMinutes':
      return wholeDuration(language, value);
    default:
      return number.format(value);
  }
}

/**
 * A summary as lines of a letter: what could not be measured has none. Nothing at all where there is no line but zeros.
 */
export function summaryLines(
  { rows }: Pick<ReportTable, 'rows'>,
  language: Language,
): [label: string, value: string][] {
  const told = rows.flatMap(({ label, cells: [cell] }) => (cell && cell.value !== null ? [{ label, cell }] : []));
  return told.some(({ cell }) => cell.value !== 0)
    ? told.map(({ label, cell }) => [label, cellText(cell, language)])
    : [];
}

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
