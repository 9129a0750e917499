import { labelOf, words } from '../i18n';
import type { Language } from '../language';
import { monthText } from '../number-text';
import { definitionOf, DIMENSIONS, type DimensionId, type MeasureId, type Report, type ReportRow } from '../report';

export const isDimension = (by: Report['by']): by is DimensionId => Object.hasOwn(DIMENSIONS, by);

export function headingOf({ by, report }: Report, language: Language): string {
  const { dimension, column, role, exportColumn } = words(language);
  if (by === 'ticket') return exportColumn.number;
  if (by === 'officer' || (report === 'workload' && by !== 'team')) return role.OFFICER;
  return isDimension(by) ? dimension[by] : column.label;
}

/** Words that columns without a measure have elsewhere already. */
export function wordedKey(key: string, language: Language): string {
  const { column, dimension, exportColumn, figure } = words(language);
  for (const said of [figure, dimension, column, exportColumn])
    if (Object.hasOwn(said, key)) return (said as Readonly<Record<string, string>>)[key] ?? key;
  return key;
}

export const measureIn = ({ report }: Report, key: string): MeasureId | null =>
  definitionOf(report).columns.find(([name]) => name === key)?.[1] ?? null;

export function nameOf(report: Report, { cells, measure }: ReportRow, language: Language): string {
  if (report.by === 'measure') {
    const own = measure ?? measureIn(report, String(cells['key']));
    return own ? labelOf(language, own) : wordedKey(String(cells['key']), language);
  }
  const month = cells['month'] ?? (report.by === 'month' ? cells['label'] : null);
  if (month !== null && month !== undefined) return monthText(String(month), language);
  return String(cells['label'] ?? cells['number'] ?? cells['code'] ?? '');
}
