import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ReadCell } from './xlsx';

const run = promisify(execFile);
const SUFFIXES = ['xlsx', 'csv'] as const;
/** A CSV as a spreadsheet of this country opens it by a click: semicolons, double quotes, UTF-8, decimal commas (locale 1057). */
const IMPORT = { xlsx: [], csv: ['--infilter=CSV:59,34,76,1,,1057'] } as const;
/** Rows and cells that are there only so that a sheet has a size. */
const MOST_REPEATED = 1000;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const decoded = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex: string, digits: string, name: string) =>
    name ? (ENTITIES[name] ?? '') : String.fromCodePoint(parseInt(hex || digits, hex ? 16 : 10)),
  );
const attributeOf = (tag: string, name: string): string | null =>
  new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
const repeatOf = (tag: string, of: 'columns' | 'rows'): number =>
  Number(attributeOf(tag, `table:number-${of}-repeated`) ?? 1);

/** The paragraphs of a cell as one text. */
const textIn = (inner: string): string =>
  [...inner.matchAll(/<text:p>(.*?)<\/text:p>|<text:p\/>/gs)]
    .map(([, line = '']) =>
      decoded(
        line
          .replaceAll(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count?: string) => ' '.repeat(Number(count ?? 1)))
          .replaceAll(/<[^>]+>/g, ''),
      ),
    )
    .join('\n');

function cellOf(tag: string, inner: string): ReadCell {
  switch (attributeOf(tag, 'office:value-type')) {
    case 'float':
    case 'percentage':
      return Number(attributeOf(tag, 'office:value'));
    case 'date':
      return { date: (attributeOf(tag, 'office:date-value') ?? '').slice(0, 16) };
    case 'string':
      return textIn(inner);
    default:
      return null;
  }
}

function rowsIn(sheet: string): ReadCell[][] {
  const rows: ReadCell[][] = [];
  for (const [, tag = '', inner = ''] of sheet.matchAll(/<table:table-row([^>]*)>(.*?)<\/table:table-row>/gs)) {
    if (repeatOf(tag, 'rows') > MOST_REPEATED) continue;
    const cells = [...inner.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
      ([, cell = '', content = '']) => {
        const times = repeatOf(cell, 'columns');
        return times > MOST_REPEATED ? [] : Array.from({ length: times }, () => cellOf(cell, content));
      },
    );
    rows.push(cells);
  }
  while (rows.at(-1)?.every((cell) => cell === null)) rows.pop();
  return rows;
}

/**
 * The sheets of files as LibreOffice opens them, by the files' names: `{ 'tiket.xlsx': bytes }`. Dates come as `{ date }`, to the
 * minute of the wall clock they show.
 */
export async function openInOffice(
  files: Readonly<Record<string, ArrayBuffer>>,
): Promise<Record<string, { readonly name: string; readonly rows: ReadCell[][] }[]>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'office-'));
  try {
    for (const [name, bytes] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), Buffer.from(bytes));
    for (const suffix of SUFFIXES) {
      const names = Object.keys(files).filter((name) => name.endsWith(`.${suffix}`));
      if (names.length === 0) continue;
      const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
      const options = [
        '--headless',
        profile,
        ...IMPORT[suffix],
        '--convert-to',
        'fods',
        '--outdir',
        `${folder}/${suffix}`,
      ];
      await run('soffice', [...options, ...names], { cwd: folder });
    }
    return Object.fromEntries(
      Object.keys(files).map((name) => {
        const { name: stem, ext } = path.parse(name);
        const text = fs.readFileSync(path.join(folder, ext.slice(1), `${stem}.fods`), 'utf8');
        const sheets = [...text.matchAll(/<table:table table:name="([^"]*)"[^>]*>(.*?)<\/table:table>/gs)];
        return [name, sheets.map(([, title = '', inner = '']) => ({ name: decoded(title), rows: rowsIn(inner) }))];
      }),
    );
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
