import fs from 'node:fs';
import { readXlsx } from 'hucre/xlsx';

/** A program of its own, since the reader is a module that Jest cannot load: `xlsx-reader.ts FILE` prints JSON. */
const { sheets } = await readXlsx(fs.readFileSync(process.argv[2] ?? ''), { readStyles: true });
process.stdout.write(
  JSON.stringify(
    sheets.map(({ name, rows, freezePane, autoFilter }) => ({
      name,
      frozenRows: freezePane?.rows ?? 0,
      filter: autoFilter?.range ?? null,
      rows: rows.map((row) => row.map((cell) => (cell instanceof Date ? { date: cell.toISOString() } : cell))),
    })),
  ),
);
