import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Columns = Readonly<Record<string, unknown>>;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A value as `COPY … FROM STDIN` reads it: instants as ISO 8601, objects as JSON. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : value instanceof Date ? value.toISOString() : JSON.stringify(value);
  return /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (letter) => ESCAPED[letter] ?? letter) : text;
}

/** Rows into a table as fast as PostgreSQL takes them; what a row does not say is null. */
export async function copyRows(
  database: Client,
  table: string,
  columns: readonly string[],
  rows: readonly Columns[],
): Promise<void> {
  if (rows.length === 0) return;
  const lines = rows.map((row) => columns.map((column) => cellOf(row[column])).join('\t'));
  const into = database.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from([`${lines.join('\n')}\n`]), into);
}
