import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { lockGlobal } from './locks';
import { databaseDir, readRelease } from './release';
import { rowsOf, run, sql } from './sql';
import { inTransaction, type Trx } from './transaction';

/** One file of `database/sql`. */
interface Step {
  readonly name: string;
  readonly text: string;
  /** `NAME.once.sql` changes what is there, once and never again; any other says what there has to be. */
  readonly isOnce: boolean;
}

const sqlDir = (strapi: Core.Strapi): string => path.join(databaseDir(strapi), 'sql');

/** Names of our SQL in their order, which is that of their numbers. */
export const namesOfSql = async (strapi: Core.Strapi): Promise<string[]> =>
  (await fs.readdir(sqlDir(strapi))).filter((name) => name.endsWith('.sql')).sort();

const stepsOf = async (strapi: Core.Strapi): Promise<Step[]> =>
  Promise.all(
    (await namesOfSql(strapi)).map(async (name) => ({
      name,
      text: await fs.readFile(path.join(sqlDir(strapi), name), 'utf8'),
      isOnce: name.endsWith('.once.sql'),
    })),
  );

const digestOf = (...texts: readonly string[]): string =>
  texts.reduce((hash, text) => hash.update(text), createHash('sha256')).digest('hex');

/** Which tables Strapi has made: when they change, what stands on them is made anew. */
async function strapiSchema(trx: Trx): Promise<string> {
  const [row] = await rowsOf<{ hash: string }>(
    trx,
    sql`select hash from strapi_database_schema order by time desc limit 1`,
  );
  return row?.hash ?? '';
}

/** What this database has seen, by name; nothing where it is new. */
async function appliedIn(trx: Trx): Promise<Map<string, string>> {
  const [made] = await rowsOf<{ is: boolean }>(trx, sql`select to_regclass('public.applied_sql') is not null as is`);
  if (!made?.is) return new Map();
  const rows = await rowsOf<{ name: string; digest: string }>(trx, sql`select name, digest from applied_sql`);
  return new Map(rows.map(({ name, digest }) => [name, digest]));
}

const changed = (name: string): Error =>
  new Error(
    `${name} sudah pernah dijalankan pada basis data ini dan isinya kini lain; kembalikan isinya, dan tulis perubahan ` +
      'berikutnya dalam berkas baru. (This file has been run here and now reads differently; restore its text, and ' +
      'write the next change into a new file.)',
  );

/**
 * Brings what stands below Strapi up to date, in one transaction: what is done once is done unless it was, and from the
 * first of the others that reads differently on, or has other tables of Strapi's below it, all are run in their order. A
 * database that is up to date is only read. Several instances may boot at once: one does it, the others wait and find it
 * done. Throws where a file of `once` has been changed since.
 */
export async function migrate(strapi: Core.Strapi): Promise<void> {
  const [steps, release] = await Promise.all([stepsOf(strapi), readRelease(strapi)]);
  await inTransaction(strapi, async (trx) => {
    await lockGlobal(trx, 'boot');
    const [applied, schema] = [await appliedIn(trx), await strapiSchema(trx)];
    let isBehind = false;
    for (const { name, text, isOnce } of steps) {
      const known = applied.get(name);
      const digest = isOnce ? digestOf(text) : digestOf(schema, text);
      if (isOnce && known !== undefined && known !== digest) throw changed(name);
      isBehind ||= known !== digest;
      if (isOnce ? known !== undefined : !isBehind) continue;
      await trx.raw(text);
      await run(
        trx,
        sql`insert into applied_sql (name, digest, release) values (${name}, ${digest}, ${release}) on conflict (name)
          do update set digest = excluded.digest, release = excluded.release, last_at = now()
          where applied_sql.digest <> excluded.digest`,
      );
    }
  });
}
