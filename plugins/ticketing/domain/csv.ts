/** CSV as Excel in Indonesia opens it without asking: UTF-8 with a byte order mark, semicolons, CRLF. */
export const CSV_START = '\uFEFF';
const END = '\r\n';

/**
 * What stands between two cells, and with it the mark before decimals: semicolon and comma as a spreadsheet in Indonesia
 * reads them, comma and point as one in English.
 */
export const CSV_SEPARATORS = ['semicolon', 'comma'] as const;
export type CsvSeparator = (typeof CSV_SEPARATORS)[number];
const SIGNS: Readonly<Record<CsvSeparator, { readonly between: string; readonly decimal: string }>> = {
  semicolon: { between: ';', decimal: ',' },
  comma: { between: ',', decimal: '.' },
};

/** What a spreadsheet would take for a formula, or for a cell that begins elsewhere; full-width signs count as well. */
const DANGEROUS = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const NEEDS_QUOTES = /["\r\n;,\t]/;

/** One cell. Text that a spreadsheet would run gets an apostrophe in front; numbers stay numbers. */
export function csvCell(value: string | number | null, separator: CsvSeparator = 'semicolon'): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', SIGNS[separator].decimal);
  const safe = DANGEROUS.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvRow = (cells: readonly (string | number | null)[], separator: CsvSeparator = 'semicolon'): string =>
  cells.map((cell) => csvCell(cell, separator)).join(SIGNS[separator].between) + END;

/**
 * A line of a CSV file: where it begins, counted from 1 as an editor does, and its cells. `fault`: it was longer or wider
 * than a reader takes, or ended inside quotes; what is left of it is not to be used.
 */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: 'cellTooLong' | 'tooManyCells' | 'unclosedQuote';
}
/** Most characters of a cell, and most cells of a line. */
export interface CsvBounds {
  readonly characters: number;
  readonly cells: number;
}

const SEPARATORS = [';', ',', '\t'] as const;
/** What stands between cells: whichever of the three the first line that has one has most of. */
function separatorOf(text: string): string {
  const first = text.split(/\r?\n/, 20).find((line) => SEPARATORS.some((sign) => line.includes(sign))) ?? '';
  const count = (sign: string): number => first.split(sign).length;
  return SEPARATORS.reduce<string>((best, sign) => (count(sign) > count(best) ? sign : best), ';');
}

/**
 * Reads CSV as spreadsheets write it, piece by piece: cells in quotes may hold separators, quotes twice, and line breaks.
 * The first piece holds the first line. Nothing beyond the bounds is kept in memory.
 */
export class CsvReader {
  /** What stands between cells; known once something was read. */
  separator: string | null = null;
  private cells: string[] = [];
  private cell = '';
  private isQuoted = false;
  /** A quote inside quotes: the next sign says whether it ended them. */
  private isAfterQuote = false;
  private line = 1;
  private began = 1;
  private fault: CsvLine['fault'];
  constructor(private readonly bounds: CsvBounds = { characters: Infinity, cells: Infinity }) {}

  private add(sign: string): void {
    if (this.cell.length < this.bounds.characters) this.cell += sign;
    else this.fault ??= 'cellTooLong';
  }
  private endCell(): void {
    if (this.cells.length < this.bounds.cells) this.cells.push(this.cell);
    else this.fault ??= 'tooManyCells';
    this.cell = '';
  }
  private endLine(): CsvLine {
    this.endCell();
    const { began: line, cells, fault } = this;
    [this.cells, this.began, this.fault] = [[], this.line, undefined];
    return { line, cells, ...(fault && { fault }) };
  }

  /** The lines that end in this piece. */
  read(piece: string): CsvLine[] {
    const text = this.separator === null ? piece.replace(/^\uFEFF/, '') : piece;
    this.separator ??= separatorOf(text);
    const lines: CsvLine[] = [];
    for (const sign of text) {
      if (sign === '\n') this.line += 1;
      if (this.isAfterQuote) {
        this.isAfterQuote = false;
        if (sign === '"') {
          this.add(sign);
          continue;
        }
        this.isQuoted = false;
      }
      if (this.isQuoted) {
        if (sign === '"') this.isAfterQuote = true;
        else this.add(sign);
      } else if (sign === '"' && this.cell === '') this.isQuoted = true;
      else if (sign === this.separator) this.endCell();
      else if (sign === '\n') lines.push(this.endLine());
      else if (sign !== '\r') this.add(sign);
    }
    return lines;
  }

  /** The last line, where the file does not end with a line break. */
  end(): CsvLine[] {
    if (this.isQuoted && !this.isAfterQuote) this.fault ??= 'unclosedQuote';
    return this.cell !== '' || this.cells.length > 0 || this.fault ? [this.endLine()] : [];
  }
}

/** Reads a whole text of CSV. */
export function parseCsv(text: string): CsvLine[] {
  const reader = new CsvReader();
  return [...reader.read(text), ...reader.end()];
}
