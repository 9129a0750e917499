import { rowsOf, sql } from '../database/sql';
import type { Trx } from '../database/transaction';

/** Takes a piece of news in hand; false where it was told and is not over, also by another instance meanwhile. */
export async function beginToTell(trx: Trx, key: string, subject: string, now: number): Promise<boolean> {
  const rows = await rowsOf(
    trx,
    sql`insert into news_told as t (key, subject, told_at) values (${key}, ${subject}, ${new Date(now)})
      on conflict (key) do update set subject = excluded.subject, told_at = excluded.told_at, over_at = null
        where t.over_at is not null
      returning key`,
  );
  return rows.length > 0;
}

/** Ends a piece of news; false where it had ended, also by another instance meanwhile. */
export async function endTelling(trx: Trx, key: string, now: number): Promise<boolean> {
  const rows = await rowsOf(
    trx,
    sql`update news_told set over_at = ${new Date(now)} where key = ${key} and over_at is null returning key`,
  );
  return rows.length > 0;
}
