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
