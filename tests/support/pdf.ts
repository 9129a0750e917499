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
  /** Pages apart by a form feed, as printers take them. */
  readonly text: string;
  readonly pages: number;
  readonly title: string;
  readonly language: string | null;
  /** Fonts by name, with whether they are inside the file. */
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean }[];
  /** Files that travel inside, as text. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** What a camera reads of the last page that has a QR, printed at 150 dots an inch, as cheap copies are. */
  readonly qr: string | null;
}

/** Runs something on PDFs as files that are gone afterwards. */
export async function withPdfs<T>(pdfs: readonly Uint8Array[], use: (files: string[]) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'paper-'));
  try {
    return await use(
      pdfs.map((bytes, index) => {
        const file = path.join(folder, `${index}.pdf`);
        fs.writeFileSync(file, bytes);
        return file;
      }),
    );
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const read = (pdfs: readonly Uint8Array[], ...wishes: string[]): Promise<ReadPdf[]> =>
  withPdfs(pdfs, async (files) => {
    if (hasQpdf) await Promise.all(files.map((file) => run('qpdf', ['--check', file])));
    const reader = path.join(__dirname, 'pdf-reader.ts');
    const { stdout } = await run(process.execPath, [reader, ...files, ...wishes], { maxBuffer: MOST_WORDS });
    return JSON.parse(stdout) as ReadPdf[];
  });

/**
 * What a reader that had no part in making them finds in PDFs; throws when one is damaged. Where the machine has qpdf,
 * that judges their structure, too.
 */
export const readPdfs = (pdfs: readonly Uint8Array[]): Promise<ReadPdf[]> => read(pdfs);
const first = async (reading: Promise<ReadPdf[]>): Promise<ReadPdf> => {
  const [only] = await reading;
  if (!only) throw new Error('the reader said nothing');
  return only;
};
export const readPdf = (bytes: Uint8Array): Promise<ReadPdf> => first(read([bytes]));
export const readQr = async (bytes: Uint8Array): Promise<string> => (await first(read([bytes], '--qr'))).qr ?? '';
