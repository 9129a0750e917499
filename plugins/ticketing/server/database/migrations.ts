import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { Client } from 'pg';
import { lockGlobal } from './locks';
import { ownConnection } from './own-connection';
import { run, sql } from './sql';
import { connection } from './transaction';

/** Where `database/` stands beside the app. */
export const databaseDir = (strapi: Core.Strapi): string => path.join(strapi.dirs.app.root, '..', 'database');

const sqlDir = (strapi: Core.Strapi): string => path.join(databaseDir(strapi), 'sql');
const filesOf = async (dir: string): Promise<string[]> =>
  (await fs.readdir(dir)).filter((name) => name.endsWith('.sql')).sort();

/** Held by one instance from before Strapi looks at the tables until they are all as they should be. */
const BOOT = 20261129;
let holder: Client | null = null;

/**
 * Waits until no other instance is making the database what it should be, and then holds it. Ends boot where a newer
 * release has been: Strapi would remove what that one added.
 */
export async function enterBoot(strapi: Core.Strapi): Promise<void> {
  const client = new Client(ownConnection(strapi, 'ticketing-boot'));
  // A connection that is lost lets the lock go; the boot it was for fails or ends by itself.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('select pg_advisory_lock($1)', [BOOT]);
  holder = client;
  const { rows } = await client.query<{ is: boolean }>("select to_regclass('public.applied_sql') is not null as is");
  if (!rows[0]?.is) return;
  const known = await filesOf(sqlDir(strapi));
  const unknown = await client.query<{ name: string }>('select name from applied_sql where name <> all($1)', [known]);
  if (unknown.rows.length === 0) return;
  await leaveBoot();
  throw new Error(
    'Basis data ini sudah dipakai oleh versi yang lebih baru ' +
      `(${unknown.rows.map(({ name }) => name).join(', ')}); pasang versi itu, atau pulihkan cadangan sebelumnya ke ` +
      'basis data kosong. (A newer release has used this database; install that one, or restore an earlier backup.)',
  );
}

/** Lets the next instance in. */
export async function leaveBoot(): Promise<void> {
  const client = holder;
  holder = null;
  await client?.end();
}

/** What must be enforced below Strapi. Several instances may boot at once: one runs it, the others wait. */
export async function runSql(strapi: Core.Strapi): Promise<void> {
  const dir = sqlDir(strapi);
  await connection(strapi).transaction(async (trx) => {
    await lockGlobal(trx, 'boot');
    for (const name of await filesOf(dir)) {
      const text = await fs.readFile(path.join(dir, name), 'utf8');
      await trx.raw(text);
      const digest = createHash('sha256').update(text).digest('hex');
      await run(
        trx,
        sql`insert into applied_sql (name, digest) values (${name}, ${digest}) on conflict (name) do update
          set digest = excluded.digest, last_at = now() where applied_sql.digest <> excluded.digest`,
      );
    }
  });
}
