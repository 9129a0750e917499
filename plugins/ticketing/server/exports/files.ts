import { pipeline, Readable, Transform } from 'node:stream';
import {
  CSV_START,
  csvRow,
  wibMinute,
  words,
  type CsvSeparator,
  type ExportColumn,
  type ExportFormat,
  type Language,
} from '../../domain';
import { streamedWorkbook, workbook, XLSX_MIME, type Cell } from '../sheets/workbook';
import { sheetColumns, VALUES, wordedValue, type ExportRow } from './columns';
import { progressText } from './progress';

/** What a file of tickets is made of; `total` rows are to come. */
export interface Wanted {
  readonly format: ExportFormat;
  readonly columns: readonly ExportColumn[];
  readonly hasProgress: boolean;
  readonly separator: CsvSeparator;
  readonly language: Language;
  readonly now: number;
  readonly total: number;
}
export interface Written {
  readonly mime: string;
  readonly stream: Readable;
}

/** A sheet up to here is written at once, with filters; a longer one as its rows come. */
const AT_ONCE = 5_000;

/** `2026-11-23 09:15` in WIB: a date to Excel in any language, and in order as text. */
const inWib = (at: Date): string => wibMinute(at.getTime()).replace('T', ' ');

const cellsOf = (
  row: ExportRow,
  { columns, hasProgress, language, now }: Wanted,
): (string | number | Date | null)[] => [
  ...columns.map((column) => wordedValue(column, row, language, now)),
  ...(hasProgress ? [progressText(row.progress ?? [], language)] : []),
];
const headOf = ({ columns, hasProgress, language }: Wanted): string[] => [
  ...columns.map((column) => words(language).exportColumn[column]),
  ...(hasProgress ? [words(language).progress] : []),
];

/** Pages of rows as text, head first; whichever of the two streams ends ends the other. */
export function asText<Row = ExportRow>(
  pages: Readable,
  mime: string,
  head: string,
  line: (row: Row) => string,
): Written {
  let before = head;
  const lines = new Transform({
    writableObjectMode: true,
    writableHighWaterMark: 1,
    transform(page: Row[], _, done) {
      done(null, before + page.map(line).join(''));
      before = '';
    },
    flush(done) {
      done(null, before || null);
    },
  });
  // A break shows on the stream itself, to whoever reads it.
  const stream = pipeline(pages, lines, () => undefined);
  return { mime, stream };
}

async function* cellPages(pages: Readable, wanted: Wanted): AsyncGenerator<Cell[][]> {
  for await (const page of pages as AsyncIterable<ExportRow[]>) yield page.map((row) => cellsOf(row, wanted));
}

async function asSheet(pages: Readable, wanted: Wanted): Promise<Written> {
  const { columns, hasProgress, language, total } = wanted;
  const { sheet, progress } = words(language);
  const heads = [...sheetColumns(columns, language), ...(hasProgress ? [{ header: progress, width: 80 }] : [])];
  const rows = cellPages(pages, wanted);
  if (total <= AT_ONCE) {
    const all: Cell[][] = [];
    for await (const page of rows) all.push(...page);
    return { mime: XLSX_MIME, stream: Readable.from([await workbook([{ name: sheet, columns: heads, rows: all }])]) };
  }
  const stream = streamedWorkbook(sheet, heads, rows, total);
  stream.once('close', () => pages.destroy());
  return { mime: XLSX_MIME, stream };
}

/** The file of these rows; ending it, early or not, ends `pages`. */
export async function fileOf(pages: Readable, wanted: Wanted): Promise<Written> {
  const { format, columns, hasProgress, separator, now } = wanted;
  if (format === 'xlsx') return asSheet(pages, wanted);
  if (format === 'csv') {
    const cell = (value: string | number | Date | null) => (value instanceof Date ? inWib(value) : value);
    return asText(pages, 'text/csv; charset=utf-8', CSV_START + csvRow(headOf(wanted), separator), (row) =>
      csvRow(cellsOf(row, wanted).map(cell), separator),
    );
  }
  return asText(pages, 'application/x-ndjson; charset=utf-8', '', (row) => {
    const values = Object.fromEntries(columns.map((column) => [column, VALUES[column](row, now)]));
    return `${JSON.stringify(hasProgress ? { ...values, progress: row.progress } : values)}\n`;
  });
}
