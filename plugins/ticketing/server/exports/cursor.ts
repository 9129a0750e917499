import { Readable } from 'node:stream';
import { connection, type Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { rowsOf, run, sql, trusted, type Sql } from '../database/sql';

/**
 * One moment of the database, for a count and the rows that were counted. A reader that takes nothing for five
 * minutes lets it go.
 */
export async function openSnapshot(desk: Desk): Promise<{ readonly trx: Trx; readonly pid: number }> {
  const trx = (await connection(desk.strapi).transaction(undefined, {
    isolationLevel: 'repeatable read',
    readOnly: true,
  })) as Trx;
  const [own] = await rowsOf<{ pid: number }>(
    trx,
    sql`select pg_backend_pid() as pid, set_config('idle_in_transaction_session_timeout', '5min', true),
      set_config('statement_timeout', '2min', true)`,
  );
  return { trx, pid: own?.pid ?? 0 };
}

/**
 * The rows of a query in pages of at most `size`, fetched only as fast as they are read. Whatever ends the stream, its
 * end or a reader who went away, ends the query and its transaction too.
 */
export function readPages(desk: Desk, { trx, pid }: { trx: Trx; pid: number }, query: Sql, size: number): Readable {
  let isOpen = false;
  let isWanted = false;
  let fetching: Promise<void> | null = null;
  const stream = new Readable({
    objectMode: true,
    highWaterMark: 1,
    read() {
      isWanted = true;
      fetch();
    },
    destroy(error, done) {
      void close().then(() => done(error), done);
    },
  });
  function fetch(): void {
    if (fetching || stream.destroyed) return;
    fetching = pump()
      .catch((error: unknown) => {
        stream.destroy(error as Error);
      })
      .finally(() => {
        fetching = null;
        if (isWanted) fetch();
      });
  }
  async function pump(): Promise<void> {
    isWanted = false;
    if (!isOpen) await run(trx, sql`declare rows no scroll cursor for ${query}`);
    isOpen = true;
    const rows = await rowsOf<unknown>(trx, sql`fetch ${trusted(String(size))} from rows`);
    if (stream.destroyed) return;
    if (rows.length > 0) stream.push(rows);
    if (rows.length < size) stream.push(null);
  }
  async function close(): Promise<void> {
    // The transaction keeps its connection until the cancelling has been answered: it can hit no other query.
    if (fetching) await run(connection(desk.strapi), sql`select pg_cancel_backend(${pid})`).catch(() => undefined);
    await fetching;
    await trx.rollback().catch(() => undefined);
  }
  return stream;
}
