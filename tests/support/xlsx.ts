import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MOST = 64 * 1024 * 1024;

/** A cell as the reader found it: what is a date to a spreadsheet comes as `{ date }`, its wall clock written as UTC. */
export type ReadCell = string | number | boolean | null | { readonly date: string };
export interface ReadSheet {
  readonly name: string;
  readonly frozenRows: number;
  readonly filter: string | null;
  readonly rows: readonly (readonly ReadCell[])[];
}

/** The sheets of a workbook, opened by a reader and not by what wrote it for us. */
export async function readWorkbook(bytes: ArrayBuffer): Promise<ReadSheet[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sheet-'));
  const file = path.join(folder, 'file.xlsx');
  try {
    fs.writeFileSync(file, Buffer.from(bytes));
    const { stdout } = await run(process.execPath, [path.join(__dirname, 'xlsx-reader.ts'), file], {
      maxBuffer: MOST,
    });
    return JSON.parse(stdout) as ReadSheet[];
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
