import { STATUS_TONES, type StatusTone } from '../colours';
import { definitionOf, type MeasureId } from '../report';
import type { ReportTable } from './table';

/** What a picture of a report shows; the table beside it says it all. */
export interface ReportChart {
  readonly kind: 'bars' | 'lines';
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** Of each line, of each bar: the tone of the status it stands for, if it does. */
  readonly tones: readonly (StatusTone | null)[];
}
/** Counts that stand for a status where months are drawn as lines. */
const MEASURE_TONES: Readonly<Partial<Record<MeasureId, StatusTone>>> = {
  received: 'new',
  open: 'progress',
  resolved: 'done',
};
export const toneOfMeasure = (measure: MeasureId | null): StatusTone | null =>
  (measure && MEASURE_TONES[measure]) ?? null;
const toneOfCode = (code: string): StatusTone | null =>
  (STATUS_TONES as Readonly<Record<string, StatusTone>>)[code] ?? null;

/** Bars that fit on a page and can still be read. */
const MOST_BARS = 12;

/** "Desember 2026" as it stands below a line, where twelve months stand side by side: "Des 2026". */
const shortMonth = (label: string): string => label.replace(/^(\p{L}{3})\p{L}* (\d{4})$/u, '$1 $2');

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
    labels: drawn.map(({ label }) => (isLine ? shortMonth(label) : label)),
    series: shown.map(({ label, place }) => ({
      name: label,
      values: drawn.map(({ cells }) => Number(cells[place]?.value ?? 0)),
    })),
    tones: isLine
      ? shown.map(({ place }) => toneOfMeasure(columns[place]?.measure ?? null))
      : drawn.map(({ code }) => (report.by === 'status' ? toneOfCode(code) : null)),
  };
}
