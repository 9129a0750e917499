import type { CsvLine } from '../../domain';
import {
  columnsOf,
  IMPORT_BOUNDS,
  judgeLine,
  wordingOf,
  type ImportColumn,
  type ImportedTicket,
  type ImportFault,
  type ImportMapping,
} from '../../domain/imports';
import { encodingOf, linesOf, newReader, type Encoding } from './file';
import type { Known } from './ground';

/** How a file was understood. */
export interface Head {
  readonly encoding: Encoding;
  readonly separator: string;
  readonly columns: readonly ImportColumn[];
  /** The line on which the names of the columns stand; above it people write what the list is. */
  readonly line: number;
}
export type Judged = { readonly ticket: ImportedTicket } | { readonly faults: readonly ImportFault[] };
export interface OpenList {
  readonly head: Head;
  /** Every line below the head, judged; ends with a fault where there are more lines than are taken. */
  readonly lines: () => AsyncGenerator<Judged>;
}

/** The head is looked for among so many first lines. */
const HEAD_WITHIN = 10;

/** Of the first lines the one that names most columns the mapping knows. */
function headOf(first: readonly CsvLine[], mapping: ImportMapping): { index: number; columns: ImportColumn[] } {
  const named = first.map(({ cells }) => columnsOf(cells, { columns: { ...mapping.columns, '*': 'ignore' } }));
  const counts = named.map((columns) => columns.filter(({ field }) => field !== 'ignore').length);
  const index = Math.max(0, counts.indexOf(Math.max(...counts)));
  return { index, columns: columnsOf(first[index]?.cells ?? [], mapping) };
}

const tooMany = (line: number): ImportFault => ({
  line,
  code: 'tooManyLines',
  column: '',
  value: '',
  limit: IMPORT_BOUNDS.lines,
});

/** Opens another system's list: how it is written and what its columns hold; its lines are read one by one. */
export async function openList(path: string, mapping: ImportMapping, known: Known, now: number): Promise<OpenList> {
  const encoding = await encodingOf(path);
  const reader = newReader();
  const all = linesOf(path, encoding, reader);
  const first: CsvLine[] = [];
  for (let next = await all.next(); !next.done; next = await all.next()) {
    first.push(next.value);
    if (first.length === HEAD_WITHIN) break;
  }
  const { index, columns } = headOf(first, mapping);
  const wording = wordingOf(mapping);
  async function* lines(): AsyncGenerator<Judged> {
    const seen = new Map<string, number>();
    let count = 0;
    const judge = (line: CsvLine): Judged => {
      const judged = judgeLine(line, columns, mapping, wording, known, now);
      if (!('ticket' in judged)) return judged;
      const { id } = judged.ticket.source;
      const before = seen.get(id);
      if (before === undefined) {
        seen.set(id, line.line);
        return judged;
      }
      const column = columns.find(({ field }) => field === 'id')?.head ?? '';
      return { faults: [{ line: line.line, code: 'twice', column, value: id, limit: before }] };
    };
    for (const line of first.slice(index + 1)) {
      count += 1;
      yield judge(line);
    }
    for await (const line of all) {
      count += 1;
      if (count > IMPORT_BOUNDS.lines) {
        yield { faults: [tooMany(line.line)] };
        return;
      }
      yield judge(line);
    }
  }
  return {
    head: { encoding, separator: reader.separator ?? ';', columns, line: first[index]?.line ?? 1 },
    lines,
  };
}
