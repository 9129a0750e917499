/** CSV as Excel in Indonesia opens it without asking: UTF-8 with a byte order mark, semicolons, CRLF. */
export const CSV_START = '\uFEFF';
const SEPARATOR = ';';
const END = '\r\n';

/** What a spreadsheet would take for a formula, or for a cell that begins elsewhere; full-width signs count as well. */
const DANGEROUS = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const NEEDS_QUOTES = /["\r\n;\t]/;

/**
 * One cell. Text that a spreadsheet would run gets an apostrophe in front; numbers stay numbers, with a decimal comma.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const safe = DANGEROUS.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvRow = (cells: readonly (string | number | null)[]): string => cells.map(csvCell).join(SEPARATOR) + END;
