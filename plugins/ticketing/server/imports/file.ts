import fs from 'node:fs';
import { CsvReader, type CsvLine } from '../../domain';
import { IMPORT_BOUNDS } from '../../domain/imports';

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252';

/** Pieces of a file, so large that the first holds its first lines, and so small that memory holds them easily. */
const pieces = (path: string): AsyncIterable<Buffer> =>
  fs.createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>;

/**
 * How a file is written: by its first bytes, or by whether all of it can be UTF-8. What cannot is what a spreadsheet on
 * Windows writes when it is asked for plain CSV.
 */
export async function encodingOf(path: string): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const piece of pieces(path)) {
      if (isFirst && piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
      isFirst = false;
      strict.decode(piece, { stream: true });
    }
    strict.decode();
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The lines of a CSV file one by one; blank ones, and Excel's `sep=;`, are passed over. */
export async function* linesOf(path: string, encoding: Encoding, reader: CsvReader): AsyncGenerator<CsvLine> {
  const decoder = new TextDecoder(encoding);
  const isLine = ({ cells, fault }: CsvLine): boolean =>
    fault !== undefined || (cells.some((cell) => cell.trim() !== '') && !/^sep=.?$/i.test(cells.join('')));
  for await (const piece of pieces(path))
    for (const line of reader.read(decoder.decode(piece, { stream: true }))) if (isLine(line)) yield line;
  for (const line of [...reader.read(decoder.decode()), ...reader.end()]) if (isLine(line)) yield line;
}

export const newReader = (): CsvReader =>
  new CsvReader({ characters: IMPORT_BOUNDS.characters, cells: IMPORT_BOUNDS.cells });
