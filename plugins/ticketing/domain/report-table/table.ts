import type { Filters, MeasureId, Report, Unit } from '../report';

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
