import { Readable } from 'node:stream';
import { writeXlsx, writeXlsxStream, type ColumnDef } from 'hucre/xlsx';
import { DAY_MS, wibDay, wibMinute } from '../../domain';

export const XLSX_MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a cell may hold. Instants become wall-clock moments in WIB, for a sheet knows no zones. */
export type Cell = string | number | boolean | Date | null;
/** How a column's numbers and instants look; a text needs none. `width` in characters. */
export interface SheetColumn {
  readonly header: string;
  readonly width?: number;
  readonly format?: 'moment' | 'day' | 'whole' | 'decimal' | 'percent';
}
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

const FORMATS: Readonly<Record<NonNullable<SheetColumn['format']>, string>> = {
  moment: 'yyyy-mm-dd hh:mm',
  day: 'yyyy-mm-dd',
  whole: '#,##0',
  decimal: '#,##0.0#',
  // A share of 0–100 as the report says it: 83.3 stands for 83.3 %.
  percent: '0.0',
};
/** The longest text a cell may hold; Excel calls a longer one damage. */
const LONGEST = 32_767;
/** Excel's own limit of a sheet's name, and the signs it forbids there. */
const nameOf = (name: string): string => name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31);

/** The moment as the wall clock shows it, as the date that the file format takes for UTC. */
const onTheWall = (at: Date): Date => new Date(`${wibMinute(at.getTime())}:00Z`);
const ZERO = Date.parse('1900-01-01T00:00:00Z');
function cellOf(value: Cell): Cell {
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
  // Excel knows no day before 1900: such a moment stays readable as text.
  if (value instanceof Date) return value.getTime() < ZERO + DAY_MS ? wibDay(value.getTime()) : onTheWall(value);
  return value;
}
const columnOf = ({ header, width = 16, format }: SheetColumn): ColumnDef => ({
  header,
  width,
  ...(format && { numFmt: FORMATS[format] }),
});

/** A workbook of sheets that fit into memory: bold heads that stay in sight, with filters. */
export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const bytes = await writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name: nameOf(name),
      columns: columns.map(columnOf),
      rows: [columns.map(({ header }) => header), ...rows.map((row) => row.map(cellOf))],
      cells: new Map(
        columns.map(({ header }, place) => [`0,${place}`, { value: header, style: { font: { bold: true } } }] as const),
      ),
      freezePane: { rows: 1 },
      autoFilter: { range: rangeOf(columns.length, rows.length) },
    })),
  });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const letters = (place: number): string =>
  place < 26 ? String.fromCharCode(65 + place) : letters(Math.floor(place / 26) - 1) + letters(place % 26);
const rangeOf = (columns: number, rows: number): string => `A1:${letters(columns - 1)}${rows + 1}`;

async function* cells(pages: AsyncIterable<readonly (readonly Cell[])[]>): AsyncGenerator<Cell[]> {
  for await (const page of pages) for (const row of page) yield row.map(cellOf);
}

/** From here on a sheet's text may pass 4 GiB, which needs records that the oldest readers do not know. */
const MANY_ROWS = 100_000;

/**
 * One sheet of any length, written while its rows are read: memory stays flat, and nothing is read faster than it is
 * taken. Its head stays in sight; it has no filters, which this way of writing does not know. `total`: rows to come.
 */
export const streamedWorkbook = (
  name: string,
  columns: readonly SheetColumn[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
  total: number,
): Readable =>
  Readable.fromWeb(
    writeXlsxStream(cells(pages), {
      name: nameOf(name),
      columns: columns.map(columnOf),
      freezePane: { rows: 1 },
      zip64: total > MANY_ROWS,
    }) as Parameters<typeof Readable.fromWeb>[0],
  );
