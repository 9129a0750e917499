import { Readable } from 'node:stream';
import type { Knex } from 'knex';
import { reading } from '../database/replica';
import type { Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { rowsOf, run, sql, trusted, type Sql } from '../database/sql';

export interface Snapshot {
  readonly trx: Trx;
  /** The server it was opened on, and its process there. */
  readonly on: Knex;
  readonly pid: number;
}

async function openOn(on: Knex): Promise<Snapshot> {
  const trx = (await on.transaction(undefined, { isolationLevel: 'repeatable read', readOnly: true })) as Trx;
  const [own] = await rowsOf<{ pid: number }>(
    trx,
    sql`select pg_backend_pid() as pid, set_config('idle_in_transaction_session_timeout', '5min', true),
      set_config('statement_timeout', '2min', true)`,
  );
  return { trx, on, pid: own?.pid ?? 0 };
}

/**
 * One moment of the database, for a count and the rows that were counted; on the replica where one is set. A reader that
 * takes nothing for five minutes lets it go.
 */
export const openSnapshot = (desk: Desk): Promise<Snapshot> => reading(desk.strapi, openOn);

/**
 * The rows of a query in pages of at most `size`, fetched only as fast as they are read. Whatever ends the stream, its
 * end or a reader who went away, ends the query and its transaction too.
 */
export function readPages({ trx, on, pid }: Snapshot, query: Sql, size: number): Readable {
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
    if (fetching) await run(on, sql`select pg_cancel_backend(${pid})`).catch(() => undefined);
    await fetching;
    await trx.rollback().catch(() => undefined);
  }
  return stream;
}
