import type { Answer, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { all, rowsOf, sql, type Sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { ACCOUNTS, OBSERVED, toEntry, type AccountRow } from './rows';

const conditionsOf = ({ q, door, state }: Parsed<'listAccounts'>): Sql =>
  all([
    ...(door ? [sql`a.door = ${door}`] : []),
    ...(state ? [sql`a.state = ${state}`] : []),
    ...(q ? [sql`strpos(lower(concat_ws(' ', a.name, a.email, a.skpd::text, a.teams::text)), lower(${q})) > 0`] : []),
  ]);

/** Accounts of both doors by name. */
export async function listAccounts(
  desk: Desk,
  { now }: Caller,
  request: Parsed<'listAccounts'>,
): Promise<Answer<'listAccounts'>> {
  const { page, pageSize } = request;
  const on = connection(desk.strapi);
  const where = conditionsOf(request);
  const [count] = await rowsOf<{ total: number }>(
    on,
    sql`select count(*)::int as total from ${ACCOUNTS} a where ${where}`,
  );
  const rows = await rowsOf<AccountRow>(
    on,
    sql`select a.*, ${OBSERVED} from (select * from ${ACCOUNTS} a where ${where}
      order by lower(a.name), a.door, a.id limit ${pageSize} offset ${(page - 1) * pageSize}) a
      order by lower(a.name), a.door, a.id`,
  );
  const master = await desk.masterData();
  const total = count?.total ?? 0;
  return {
    rows: rows.map((row) => toEntry(row, master, now)),
    pagination: { page, pageSize, total, pageCount: Math.max(1, Math.ceil(total / pageSize)) },
  };
}
