import type { Core } from '@strapi/strapi';
import { Client } from 'pg';
import { namesOfSql } from './migrations';
import { ownConnection } from './own-connection';
import { readRelease } from './release';

/** Held by one instance from before Strapi looks at the tables until they are all as they should be. */
const BOOT = 20261129;
let holder: Client | null = null;

/** What tells of a newer release: SQL that this code does not know, or a later number on what it knows. */
const NEWER = `
  select distinct coalesce(to_jsonb(a) ->> 'release', name) as what from applied_sql a where name <> all($1)
    or string_to_array(to_jsonb(a) ->> 'release', '.')::integer[] > string_to_array($2, '.')::integer[] order by 1`;

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
  const newer = await client.query<{ what: string }>(NEWER, [await namesOfSql(strapi), await readRelease(strapi)]);
  if (newer.rows.length === 0) return;
  await leaveBoot();
  throw new Error(
    'Basis data ini sudah dipakai oleh versi yang lebih baru ' +
      `(${newer.rows.map(({ what }) => what).join(', ')}); pasang versi itu, atau pulihkan cadangan sebelumnya ke ` +
      'basis data kosong. (A newer release has used this database; install that one, or restore an earlier backup.)',
  );
}

/** Lets the next instance in. */
export async function leaveBoot(): Promise<void> {
  const client = holder;
  holder = null;
  await client?.end();
}
