import fs from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Sentence, words } from '../../config/run/parts/words.mjs';
import { withClient, type Ssl } from '../connect.ts';
import { digestOfAudit } from './audit-digest.ts';
import { ATTACHMENTS, MEDIA, type Bucket } from './bucket.ts';
import { attachmentsOf, objectOf, placeOf, SECRETS, type Places } from './files.ts';
import { LISTS, type Manifest } from './format.ts';
import { partsOf, type Checked, type Source } from './read.ts';

export interface Target extends Places {
  readonly url: string;
  readonly ssl: Ssl;
}
export interface Restored {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

const expand = promisify(zlib.zstdDecompress);

/** Refuses with a sentence where somebody's data would be in the way: restoring is for an empty system. */
export async function demandEmpty(target: Target): Promise<void> {
  const { rows } = await withClient(
    target.url,
    (client) =>
      client.query<{ name: string }>(
        `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
           and not exists (select 1 from pg_depend x where x.objid = c.oid and x.deptype = 'e') limit 1`,
      ),
    target.ssl,
  );
  if (rows[0]) throw new Sentence(words.backup.databaseNotEmpty(rows[0].name));
  const folder = attachmentsOf(target);
  if ((await fs.readdir(folder).catch(() => [])).length > 0) throw new Sentence(words.backup.folderNotEmpty(folder));
  for (const below of [ATTACHMENTS, MEDIA])
    for await (const { name } of target.bucket?.list(below) ?? [])
      throw new Sentence(words.backup.bucketNotEmpty(name));
}

/** Feeds the pieces of one table to one COPY. */
function openTable(client: Client, name: string, columns: string) {
  const into = client.query(copyFrom(`copy ${name} (${columns}) from stdin`));
  const feed = new PassThrough();
  const done = pipeline(feed, into);
  done.catch(() => undefined);
  return {
    name,
    async write(bytes: Buffer): Promise<void> {
      if (!feed.write(bytes))
        await Promise.race([new Promise((resolve) => feed.once('drain', resolve)), done.then(() => undefined)]);
    },
    async end(): Promise<number> {
      feed.end();
      await done;
      return into.rowCount;
    },
  };
}

const run = async (client: Client, statements: readonly string[]): Promise<void> => {
  for (const statement of statements) await client.query(statement);
};

/** The rows as they are counted again, and the audit log's root: what was written is what is there. */
async function compare(client: Client, { rows, audit }: Manifest): Promise<void> {
  for (const [name, expected] of Object.entries(rows)) {
    const found = await client.query<{ count: string }>(`select count(*)::text as count from ${name}`);
    if (Number(found.rows[0]?.count) !== expected)
      throw new Sentence(words.backup.otherRows(name, expected, Number(found.rows[0]?.count)));
  }
  if (!audit) return;
  const found = await digestOfAudit(client);
  if (found?.digest !== audit.digest || found.entries !== audit.entries) throw new Sentence(words.backup.otherAudit);
}

/** Files go beside their place first, so that a restore that fails leaves no half of them. */
async function keepFile(name: string, content: Buffer, target: Target, staging: string): Promise<void> {
  const place = placeOf(name, target);
  if (!place) throw new Sentence(words.backup.otherName(name));
  if (name === SECRETS && (await fs.stat(place).catch(() => null))) return;
  const object = objectOf(name);
  if (target.bucket && object) return target.bucket.put(object, content);
  const aside = name.startsWith('files/attachments/')
    ? path.join(staging, path.basename(place))
    : `${place}.${process.pid}.tmp`;
  await fs.mkdir(path.dirname(aside), { recursive: true, mode: 0o700 });
  const mode = name.startsWith('files/media/') ? 0o644 : 0o600;
  await fs.writeFile(aside, content, { mode, flush: true });
  if (!name.startsWith('files/attachments/')) await fs.rename(aside, place);
}

/**
 * Makes a system out of a checked file: one transaction for the database, files beside their place until it is about to
 * be committed. `isRehearsal` leaves files alone. Throws a sentence when what came out is not what went in.
 */
export async function restore(
  source: Source,
  { header, schema, manifest }: Checked,
  target: Target,
  isRehearsal = false,
): Promise<Restored> {
  const columns = new Map(header.tables.map((table) => [table.name.replaceAll('"', ''), table]));
  const staging = `${attachmentsOf(target)}.restoring`;
  let files = 0;
  const work = async (client: Client): Promise<void> => {
    await client.query('begin');
    await client.query(`set local search_path = ''; set local check_function_bodies = off`);
    await client.query(`set local lock_timeout = 0; set local statement_timeout = 0`);
    await run(client, schema.before);
    let open: ReturnType<typeof openTable> | null = null;
    for await (const { name, content } of partsOf(source)) {
      const [kind, ...rest] = name.split('/');
      // It may stand between two pieces of a table.
      if (kind === LISTS) continue;
      const table = kind === 'tables' ? columns.get(rest.slice(0, -1).join('/')) : undefined;
      if (kind === 'tables' && !table) throw new Sentence(words.backup.otherName(name));
      if (open && open.name !== table?.name) {
        await open.end();
        open = null;
      }
      if (table) {
        open ??= openTable(client, table.name, table.columns);
        await open.write(await expand(content));
      } else if (kind === 'files') {
        if (!isRehearsal) await keepFile(name, content, target, staging);
        files += 1;
      }
    }
    for (const { name, last, isCalled } of schema.sequences)
      await client.query('select setval($1::regclass, $2::bigint, $3)', [name, last, isCalled]);
    // Indexes of expressions call functions of ours that name each other shortly.
    await client.query('set local search_path = public');
    await run(client, schema.after);
    await compare(client, manifest);
    if (!isRehearsal && files > 0) await putInPlace(staging, attachmentsOf(target));
    await client.query('commit');
    await client.query('analyze');
  };
  try {
    await withClient(target.url, work, target.ssl);
  } catch (error) {
    // The bucket was empty before: what lies there now is ours, and of no system.
    if (!isRehearsal && target.bucket) await emptyBucket(target.bucket).catch(() => undefined);
    throw error;
  } finally {
    await fs.rm(staging, { recursive: true, force: true });
  }
  const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
  return { tables: header.tables.length, rows, files };
}

async function emptyBucket(bucket: Bucket): Promise<void> {
  for (const below of [ATTACHMENTS, MEDIA])
    for await (const { name } of bucket.list(below)) await bucket.remove(`${below}${name}`);
}

async function putInPlace(staging: string, place: string): Promise<void> {
  if (!(await fs.stat(staging).catch(() => null))) return;
  await fs.rm(place, { recursive: true, force: true });
  await fs.rename(staging, place);
}
