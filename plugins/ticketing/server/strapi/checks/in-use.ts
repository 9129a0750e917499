import { errors } from '@strapi/utils';
import { rowsOf, sql, trusted, type Sql } from '../../database/sql';
import type { Trx } from '../../database/transaction';

/** What leads to rows: who, for people, and what counts them by the rows' ids. */
interface Use {
  readonly of: string;
  readonly count: (ids: readonly number[]) => Sql;
}
/** What keeps a row from being deleted: what it is, what to do instead, and what may lead to it. */
export interface InUse {
  readonly what: string;
  readonly instead: string;
  readonly uses: readonly Use[];
}

export const byId = (of: string, table: string, column: string): Use => ({
  of,
  count: (ids) =>
    sql`select count(*)::int as count from ${trusted(table)} where ${trusted(column)} = any(${ids}::int[])`,
});
/** Where a row is named by its code rather than by its id. */
export const byCode = (of: string, table: string, column: string, owner: string): Use => ({
  of,
  count: (ids) =>
    sql`select count(*)::int as count from ${trusted(table)} where ${trusted(column)} in
      (select code from ${trusted(owner)} where id = any(${ids}::int[]))`,
});

/**
 * Refuses, in a sentence Strapi's screens show, to delete what is in use: its foreign keys would be blanked without a
 * word. Asked by the recorder under the rows' locks: deletions come past documents too.
 */
export async function refuseInUse(trx: Trx, rule: InUse | undefined, ids: readonly number[]): Promise<void> {
  if (!rule || ids.length === 0) return;
  for (const { of, count } of rule.uses) {
    const [row] = await rowsOf<{ count: number }>(trx, count(ids));
    if (row?.count)
      throw new errors.ApplicationError(
        `${rule.what} ini tidak dapat dihapus karena dipakai oleh ${row.count} ${of}. ${rule.instead}`,
        { code: 'inUse', usedBy: of, count: row.count },
      );
  }
}
