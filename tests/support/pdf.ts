import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** Not in step with the test: a server would think that its caller has gone. */
const run = promisify(execFile);
const MOST_WORDS = 64 * 1024 * 1024;

/** Whether a tool of the system is here; nobody has to install it. */
export const isThere = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined;
const hasQpdf = isThere('qpdf');

export interface ReadPdf {
  readonly text: string;
  readonly pages: number;
  readonly title: string;
  readonly language: string | null;
  /** Fonts by name, with whether they are inside the file. */
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean }[];
  /** What a camera reads of the last page that has a QR, printed at 150 dots an inch, as cheap copies are. */
  readonly qr: string | null;
}

/** Runs something on the bytes as a file that is gone afterwards. */
export async function withPdf<T>(bytes: Uint8Array, use: (file: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'paper-'));
  const file = path.join(folder, 'paper.pdf');
  try {
    fs.writeFileSync(file, bytes);
    return await use(file);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/**
 * What a reader that had no part in making it finds in a PDF; throws when it is damaged. Where the machine has qpdf,
 * that judges its structure, too.
 */
const read = (bytes: Uint8Array, ...wishes: string[]): Promise<ReadPdf> =>
  withPdf(bytes, async (file) => {
    if (hasQpdf) await run('qpdf', ['--check', file]);
    const reader = path.join(__dirname, 'pdf-reader.ts');
    const { stdout } = await run(process.execPath, [reader, file, ...wishes], { maxBuffer: MOST_WORDS });
    return JSON.parse(stdout) as ReadPdf;
  });

export const readPdf = (bytes: Uint8Array): Promise<ReadPdf> => read(bytes);
export const readQr = async (bytes: Uint8Array): Promise<string> => (await read(bytes, '--qr')).qr ?? '';
