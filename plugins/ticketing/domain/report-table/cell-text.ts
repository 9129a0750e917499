import { wholeDuration, workingDuration } from '../durations';
import type { Language } from '../language';
import { monthText, numberText } from '../number-text';
import type { ReportTable, TableCell } from './table';

/** A cell as a person reads it: "1 hari kerja 2 jam", "83,3%", "–" where there is nothing to say. */
export function cellText({ value, unit }: Pick<TableCell, 'value' | 'unit'>, language: Language): string {
  if (value === null) return '–';
  if (typeof value === 'string')
    return unit === 'month'
      ? monthText(value, language)
      : unit === 'day'
        ? value.split('-').reverse().join('-')
        : value;
  switch (unit) {
    case 'percent':
      return `${numberText(language, value, 1)}%`;
    case 'minutes':
      return workingDuration(language, value);
    case 'wholeMinutes':
      return wholeDuration(language, value);
    default:
      return numberText(language, value, unit === 'rating' ? 2 : 1);
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
