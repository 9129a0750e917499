import type { CsvLine } from '../../domain';
import type { ImportFault, ListColumn } from '../../domain/imports';
import { encodingOf, linesOf, newReader } from './file';

/** A list of master data, which is read whole. */
export interface ListAsked {
  /** A file on this machine. */
  readonly path: string;
  /** Without it nothing is written. */
  readonly isApplied: boolean;
}
export interface ListListener<Field extends string> {
  readonly opened: (columns: readonly ListColumn<Field>[]) => void;
  readonly bad: (faults: readonly ImportFault[]) => void;
}
export interface ListOutcome {
  /** Made, or in a dry run: would be. */
  readonly made: number;
  readonly known: number;
  readonly bad: number;
}
/** Refused before a line was read. */
export interface ListRefused<Field extends string> {
  readonly missing: readonly Field[];
  readonly heads: readonly ListColumn<Field>[];
}
interface Manner<Field extends string> {
  readonly columnsOf: (heads: readonly string[]) => ListColumn<Field>[];
  /** Columns no line can do without that are not among these. */
  readonly missing: (columns: readonly ListColumn<Field>[]) => Field[];
  /** More lines than this are another list. */
  readonly most: number;
}
interface SmallList<Field extends string> {
  readonly columns: readonly ListColumn<Field>[];
  readonly lines: readonly CsvLine[];
  /** One, where there are more lines than are taken. */
  readonly faults: readonly ImportFault[];
}

/** The head is looked for among so many first lines. */
const HEAD_WITHIN = 10;

/** Reads a list of master data: which of its first lines names its columns, and the lines below it. */
export async function openSmallList<Field extends string>(
  path: string,
  { columnsOf, missing, most }: Manner<Field>,
): Promise<SmallList<Field> | ListRefused<Field>> {
  const lines: CsvLine[] = [];
  for await (const line of linesOf(path, await encodingOf(path), newReader())) {
    lines.push(line);
    if (lines.length > most) break;
  }
  const heads = lines.slice(0, HEAD_WITHIN).map(({ cells }) => columnsOf(cells));
  const index = heads.findIndex((columns) => missing(columns).length === 0);
  const columns = heads[Math.max(0, index)] ?? [];
  if (index < 0) return { missing: missing(columns), heads: columns };
  const [beyond] = lines.slice(most);
  return {
    columns,
    lines: lines.slice(index + 1, most),
    faults: beyond ? [{ line: beyond.line, code: 'tooManyLines', column: '', value: '', limit: most }] : [],
  };
}
