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

/** A line of a CSV file: where it begins, counted from 1 as an editor does, and its cells. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What stands between cells: whichever of the three the first line has most of. */
function separatorOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const count = (sign: string): number => first.split(sign).length;
  return [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Reads CSV as spreadsheets write it: cells in quotes may hold separators, quotes twice, and line breaks. */
export function parseCsv(given: string): CsvLine[] {
  const text = given.replace(/^\uFEFF/, '');
  const separator = separatorOf(text);
  const lines: CsvLine[] = [];
  let [cells, cell, isQuoted, line, began]: [string[], string, boolean, number, number] = [[], '', false, 1, 1];
  const endLine = () => {
    lines.push({ line: began, cells: [...cells, cell] });
    [cells, cell] = [[], ''];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\n') line += 1;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') {
      endLine();
      began = line;
    } else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || cells.length > 0) endLine();
  return lines;
}
