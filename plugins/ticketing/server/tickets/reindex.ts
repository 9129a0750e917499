import { inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { rowsOf, run, sql, type Sql } from '../database/sql';

/** Tickets of one transaction: short locks, and nothing is lost when the work is stopped between two. */
const BATCH = 200;

const missing = (after: number): Sql =>
  sql`select t.id from tickets t left join ticket_search w on w.ticket_id = t.id where t.id > ${after} and w.ticket_id
    is null order by t.id limit ${BATCH} for update of t skip locked`;
const stale = (after: number): Sql =>
  sql`select t.id from tickets t join ticket_search w on w.ticket_id = t.id where t.id > ${after} and w.is_stale order
    by t.id limit ${BATCH} for update of t skip locked`;

/**
 * The lock on the ticket comes first, so that a word said in the same moment is either read here or added afterwards.
 */
async function make(desk: Desk, which: (after: number) => Sql, isStopping: () => boolean): Promise<number> {
  let made = 0;
  for (let last = 0; !isStopping();) {
    const ids = await inTransaction(desk.strapi, async (trx) => {
      const found = (await rowsOf<{ id: number }>(trx, which(last))).map(({ id }) => id);
      if (found.length) await run(trx, sql`select ticket_search_refresh(id) from unnest(${found}::int[]) as id`);
      return found;
    });
    made += ids.length;
    last = ids.at(-1) ?? last;
    if (ids.length < BATCH) break;
  }
  return made;
}

/** Tickets from before there was a search: all of them once, none afterwards. */
export const makeMissing = (desk: Desk, isStopping: () => boolean): Promise<number> => make(desk, missing, isStopping);

/** Tickets whose unit or service got another name. */
export const makeStale = (desk: Desk, isStopping: () => boolean): Promise<number> => make(desk, stale, isStopping);
