import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

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
export function readQr(bytes: Uint8Array): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'paper-'));
  try {
    fs.writeFileSync(path.join(folder, 'paper.pdf'), bytes);
    execFileSync('pdftoppm', ['-r', '150', '-gray', '-png', path.join(folder, 'paper.pdf'), path.join(folder, 'page')]);
    const pages = fs.readdirSync(folder).filter((name) => name.endsWith('.png'));
    const { stdout } = spawnSync('zbarimg', ['--raw', '-q', ...pages.sort()], { cwd: folder, encoding: 'utf8' });
    return stdout.trim().split('\n').at(-1) ?? '';
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** What independent tools read in a PDF; throws when qpdf finds it damaged. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'paper-'));
  const file = path.join(folder, 'paper.pdf');
  const read = (tool: string, ...args: string[]): string =>
    execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  try {
    fs.writeFileSync(file, bytes);
    read('qpdf', '--check', file);
    const info = read('pdfinfo', file);
    const catalog = JSON.parse(read('qpdf', '--json', '--json-key=qpdf', file)) as { qpdf: unknown };
    return {
      text: read('pdftotext', '-layout', file, '-'),
      pages: Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]),
      title: /^Title:\s+(.*)$/m.exec(info)?.[1] ?? '',
      language: /"\/Lang":\s*"u:([^"]+)"/.exec(JSON.stringify(catalog))?.[1] ?? null,
      fonts: read('pdffonts', file)
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
