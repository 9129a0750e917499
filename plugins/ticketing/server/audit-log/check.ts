import type { ChainVerdict, Parsed } from '../../domain/contract';
import { ENTRY_COLUMNS, faultOf, type EntryRow } from '../audit/chain.mjs';
import { rowsOf, sql, trusted } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';

/** Entries hashed in one piece, so that nobody else waits for a long chain. */
const PIECE = 500;

/** Goes over one subject's chain with the very lines it was written with. The whole log: `npm run audit:verify`. */
export async function checkChain(desk: Desk, { type, subject }: Parsed<'checkChain'>): Promise<ChainVerdict> {
  let [entries, last, id]: [number, string | null, number] = [0, null, 0];
  for (;;) {
    const rows: EntryRow[] = await rowsOf<EntryRow>(
      connection(desk.strapi),
      sql`select ${trusted(ENTRY_COLUMNS)} from audit_entries
          where subject_type = ${type} and subject_id = ${subject} and id > ${id} order by id limit ${PIECE}`,
    );
    for (const row of rows) {
      const what = faultOf(row, last);
      if (what) return { entries: entries + 1, broken: { id: row.id, what } };
      [entries, last, id] = [entries + 1, row.hash, row.id];
    }
    if (rows.length < PIECE) return { entries, broken: null };
  }
}
