import { explainMeasure, labelOf, words, wordNote } from '../i18n';
import type { Language } from '../language';
import { definitionOf, DIMENSIONS, measureOf, type Report } from '../report';
import { wibText } from '../wib';
import { headingOf, measureIn, wordedKey } from './labels';
import { rowsOf } from './rows';
import type { ReportTable, TableCell } from './table';

/** Cells that name a row and are no column of their own. */
const NAMES = ['label', 'month', 'key', 'code'] as const;
const isName = ({ by }: Report, key: string): boolean =>
  NAMES.some((name) => name === key) || (by === 'ticket' && key === 'number');

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
