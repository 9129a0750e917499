import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** Not in step with the test: a server would think that its caller has gone. */
const run = promisify(execFile);

const TOOLS = ['qpdf', 'pdftotext', 'pdffonts', 'pdfinfo', 'pdfsig', 'pdftoppm', 'zbarimg'];
const isThere = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined;

/** Independent readers of PDF; Debian's are installed where we may, since what made a file is no judge of it. */
export function ensurePdfTools(): void {
  if (TOOLS.every(isThere)) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'poppler-utils', 'qpdf', 'zbar-tools']])
    spawnSync('apt-get', args, { env, timeout: 300_000 });
  const missing = TOOLS.filter((tool) => !isThere(tool));
  if (missing.length)
    throw new Error(`Install poppler-utils, qpdf and zbar-tools to run this test; missing: ${missing.join(', ')}`);
}

export interface ReadPdf {
  readonly text: string;
  readonly pages: number;
  readonly title: string;
  readonly language: string | null;
  /** Fonts by name, with whether they are inside the file. */
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean }[];
}

/** What a camera would read of the last page that has a QR, printed at 150 dots an inch, as cheap copies are. */
export async function readQr(bytes: Uint8Array): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'paper-'));
  try {
    fs.writeFileSync(path.join(folder, 'paper.pdf'), bytes);
    await run('pdftoppm', ['-r', '150', '-gray', '-png', path.join(folder, 'paper.pdf'), path.join(folder, 'page')]);
    const pages = fs.readdirSync(folder).filter((name) => name.endsWith('.png'));
    // It answers with an error for pages without a code, after it has told of those with one.
    const { stdout } = await run('zbarimg', ['--raw', '-q', ...pages.sort()], { cwd: folder }).catch(
      (error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }),
    );
    return stdout.trim().split('\n').at(-1) ?? '';
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** What independent tools read in a PDF; throws when qpdf finds it damaged. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'paper-'));
  const file = path.join(folder, 'paper.pdf');
  const read = async (tool: string, ...args: string[]): Promise<string> =>
    (await run(tool, args, { maxBuffer: 64 * 1024 * 1024 })).stdout;
  try {
    fs.writeFileSync(file, bytes);
    await read('qpdf', '--check', file);
    const info = await read('pdfinfo', file);
    const catalog = JSON.parse(await read('qpdf', '--json', '--json-key=qpdf', file)) as { qpdf: unknown };
    return {
      text: await read('pdftotext', '-layout', file, '-'),
      pages: Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]),
      title: /^Title:\s+(.*)$/m.exec(info)?.[1] ?? '',
      language: /"\/Lang":\s*"u:([^"]+)"/.exec(JSON.stringify(catalog))?.[1] ?? null,
      fonts: (await read('pdffonts', file))
        .split('\n')
        .slice(2)
        .filter(Boolean)
        .map((line) => ({
          name: line.split(/\s+/)[0] ?? '',
          isEmbedded: / yes (yes|no) (yes|no)\s+\d+\s+\d+$/.test(line.trimEnd()),
        })),
    };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
