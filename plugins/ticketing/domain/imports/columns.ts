import { fold } from '../text';
import { WORDED_FIELDS, type ImportField, type WordedField } from './fields';
import type { ImportMapping, ValueTable } from './mapping';

/** A column of the file: its place, its head, and what of a ticket it holds; null where the mapping does not say. */
export interface ImportColumn {
  readonly place: number;
  readonly head: string;
  readonly field: ImportField | null;
}

/** Columns by the heads in a file's first line. Capitals, marks and spaces do not matter. */
export function columnsOf(heads: readonly string[], { columns }: Pick<ImportMapping, 'columns'>): ImportColumn[] {
  const known = new Map(Object.entries(columns).map(([head, field]) => [fold(head), field]));
  return heads.map((given, place) => {
    const head = given
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, 80);
    const field = known.get(fold(head)) ?? (head === '' ? 'ignore' : (columns['*'] ?? null));
    return { place, head, field };
  });
}

/** Fields without which no line can become a ticket; of title and description one is enough. */
export const missingColumns = (columns: readonly ImportColumn[]): (readonly ImportField[])[] =>
  (
    [
      ['id'],
      ['submittedAt'],
      ['status'],
      ['title', 'description'],
    ] as const satisfies readonly (readonly ImportField[])[]
  ).filter((either) => !columns.some(({ field }) => (either as readonly (ImportField | null)[]).includes(field)));

/** Cells of one field in the order in which the mapping names their heads. */
export const cellsOf = (columns: readonly ImportColumn[], field: ImportField): readonly ImportColumn[] =>
  columns.filter((column) => column.field === field);

/** Another system's words in ours: by the table, its `*`, or as they are. Capitals, marks and spaces do not matter. */
export type Wording = (field: WordedField, text: string) => string;
export function wordingOf({ values }: Pick<ImportMapping, 'values'>): Wording {
  const tables = new Map(
    WORDED_FIELDS.map((field) => {
      const table: ValueTable = values[field] ?? {};
      const known = new Map(Object.entries(table).map(([word, ours]) => [fold(word), ours]));
      return [field, { known, others: table['*'] }];
    }),
  );
  return (field, text) => {
    const table = tables.get(field);
    return table?.known.get(fold(text)) ?? table?.others ?? text;
  };
}
