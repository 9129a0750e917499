import fs from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { Encrypter } from 'age-encryption';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import tar from 'tar-stream';
import { Sentence, words } from '../../config/run/parts/words.mjs';
import { withClient, type Ssl } from '../connect.ts';
import { digestOfAudit } from './audit-digest.ts';
import { bytesOf, filesOf, SECRETS, type Places } from './files.ts';
import {
  FORMAT,
  HEADER,
  KIND,
  LISTED,
  LISTS,
  MANIFEST,
  PIECE_BYTES,
  SCHEMA,
  Sealing,
  sha256,
  type Header,
  type Manifest,
  type Part,
  type SchemaPart,
} from './format.ts';
import { nameAt } from './names.ts';
import { readSchema, readSequences, readTables } from './schema.ts';

export interface Order extends Places {
  readonly url: string;
  readonly ssl: Ssl;
  /** Version of the product. */
  readonly product: string;
  readonly folder: string;
  /** Public key of age (`age1…`); null leaves the file open. */
  readonly recipient: string | null;
  readonly at: Date;
  /** Told of each table and every so many files. */
  readonly report: (what: string) => void;
}
export interface Made {
  readonly file: string;
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** How many files rows refer to that are not there or not whole, and the first of them. */
  readonly missing: number;
  readonly missingNames: readonly string[];
  /** Objects of the database that no backup keeps. */
  readonly leftOut: readonly string[];
}

/** Held while a backup is made: two at once would only be in each other's way. */
const LOCK = 20261128;
/** Where a whole folder was lost, nobody reads more names than these. */
const MOST_NAMES = 100;
const compress = promisify(zlib.zstdCompress);

async function appliedSql(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ is: boolean }>(`select to_regclass('public.applied_sql') is not null as is`);
  if (!rows[0]?.is) return [];
  return (await client.query<{ name: string }>('select name from public.applied_sql order by name')).rows.map(
    ({ name }) => name,
  );
}

/** The parts of a file being written: each is whole in memory once, and known by its SHA-256 until a list names it. */
function createParts(pack: ReturnType<typeof tar.pack>, broken: Promise<never>) {
  const lists: Part[] = [];
  let since: Part[] = [];
  const write = async (name: string, bytes: Buffer): Promise<Part> => {
    const written = new Promise<void>((resolve, reject) => {
      pack.entry({ name, size: bytes.length, mode: 0o600, mtime: new Date(0) }, bytes, (error) =>
        error ? reject(error) : resolve(),
      );
    });
    await Promise.race([written, broken]);
    return { name, bytes: bytes.length, sha256: sha256(bytes) };
  };
  return {
    async put(name: string, bytes: Buffer): Promise<void> {
      since.push(await write(name, bytes));
      if (since.length < LISTED) return;
      lists.push(await write(`${LISTS}/${String(lists.length + 1).padStart(5, '0')}.json`, json(since)));
      since = [];
    },
    /** The last part, which names all others. */
    async end(manifest: Omit<Manifest, 'lists' | 'parts'>): Promise<void> {
      await write(MANIFEST, json({ lists, parts: since, ...manifest } satisfies Manifest));
    },
  };
}
type Parts = ReturnType<typeof createParts>;

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

async function putTable(client: Client, { put }: Parts, name: string, columns: string): Promise<number> {
  const rows = client.query(copyTo(`copy ${name} (${columns}) to stdout`));
  let [held, pieces, chunks]: [number, number, Buffer[]] = [0, 0, []];
  const flush = async () => {
    pieces += 1;
    await put(
      `tables/${name.replaceAll('"', '')}/${String(pieces).padStart(5, '0')}.zst`,
      await compress(Buffer.concat(chunks)),
    );
    [held, chunks] = [0, []];
  };
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    held += chunk.length;
    if (held >= PIECE_BYTES) await flush();
  }
  if (held > 0 || pieces === 0) await flush();
  // The stream ends with the rows; how many they were comes in a message after it, which may still be on its way.
  await client.query('select');
  return rows.rowCount;
}

async function putFiles(
  client: Client,
  { put }: Parts,
  order: Order,
): Promise<Pick<Made, 'files' | 'missing' | 'missingNames'>> {
  const missingNames: string[] = [];
  let [files, missing] = [0, 0];
  for await (const file of filesOf(client)) {
    const bytes = await bytesOf(file, order);
    if (!bytes) {
      missing += 1;
      if (missingNames.length < MOST_NAMES) missingNames.push(file.name);
      continue;
    }
    await put(file.name, bytes);
    files += 1;
    if (files % 500 === 0) order.report(words.backup.files(files));
  }
  // Keys never lie open beside what they open: only inside a file that is locked itself.
  const secrets = order.recipient ? await bytesOf({ name: SECRETS, digest: null }, order) : null;
  if (secrets) await put(SECRETS, secrets);
  return { files, missing, missingNames };
}

/** Everything of one snapshot, in the order of the format. */
async function putAll(client: Client, parts: Parts, order: Order): Promise<Omit<Made, 'file' | 'bytes'>> {
  await client.query('begin isolation level repeatable read read only');
  // The first statement takes the snapshot. Sequences know none: they are read at once, and stand at or behind its rows.
  const tables = await readTables(client);
  // A table of the scheduler's that outlived its day is dropped while we go on: not one that is still to be read.
  for (const { name } of tables) await client.query(`lock table ${name} in access share mode`);
  const sequences = await readSequences(client);
  const schema = await readSchema(client);
  const postgres =
    (await client.query<{ v: string }>(`select current_setting('server_version') as v`)).rows[0]?.v ?? '';
  const header: Header = {
    kind: KIND,
    format: FORMAT,
    product: order.product,
    sql: await appliedSql(client),
    postgres,
    node: process.versions.node,
    madeAt: order.at.toISOString(),
    tables: tables.map(({ name, columns }) => ({ name, columns })),
  };
  await parts.put(HEADER, json(header));
  await parts.put(SCHEMA, json({ ...schema, sequences } satisfies SchemaPart));
  const rows: Record<string, number> = {};
  for (const { name, columns } of tables) {
    rows[name] = await putTable(client, parts, name, columns);
    order.report(words.backup.table(name, rows[name] ?? 0));
  }
  const { files, ...missed } = await putFiles(client, parts, order);
  const audit = await digestOfAudit(client);
  await client.query('commit');
  await parts.end({ rows, audit, ...missed });
  return {
    tables: tables.length,
    rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
    files,
    ...missed,
    leftOut: schema.leftOut,
  };
}

async function flowInto(file: string, pack: ReturnType<typeof tar.pack>, recipient: string | null): Promise<void> {
  const sealed = Readable.from(pack as unknown as AsyncIterable<Buffer>, { objectMode: false });
  const out = createWriteStream(file, { mode: 0o600, flags: 'wx', flush: true });
  if (!recipient) return pipeline(sealed, new Sealing(), out);
  const age = new Encrypter();
  age.addRecipient(recipient);
  const open = Readable.toWeb(sealed.pipe(new Sealing())) as ReadableStream<Uint8Array<ArrayBuffer>>;
  return pipeline(Readable.fromWeb((await age.encrypt(open)) as Parameters<typeof Readable.fromWeb>[0]), out);
}

/**
 * Makes one file with everything a system is, of one moment, while people go on working. It is written as `NAME.tmp`,
 * brought to disk, and renamed: a file without `.tmp` is a whole one. Throws a sentence when another one is being made.
 */
export async function makeBackup(order: Order): Promise<Made> {
  await fs.mkdir(order.folder, { recursive: true, mode: 0o700 });
  return withClient(
    order.url,
    async (client) => {
      const { rows } = await client.query<{ is: boolean }>('select pg_try_advisory_lock($1) as is', [LOCK]);
      if (!rows[0]?.is) throw new Sentence(words.backup.alreadyMaking);
      // The lock is ours, so what lies half written here is nobody's any more.
      for (const name of await fs.readdir(order.folder))
        if (name.endsWith('.tmp')) await fs.rm(path.join(order.folder, name), { force: true });
      const file = path.join(order.folder, nameAt(order.at, order.recipient !== null));
      const aside = `${file}.tmp`;
      const pack = tar.pack();
      const flow = flowInto(aside, pack, order.recipient);
      const broken = flow.then(() => new Promise<never>(() => undefined));
      broken.catch(() => undefined);
      try {
        const made = await putAll(client, createParts(pack, broken), order);
        pack.finalize();
        await flow;
        await fs.rename(aside, file);
        const folder = await fs.open(order.folder);
        await folder.sync().finally(() => folder.close());
        return { ...made, file, bytes: (await fs.stat(file)).size };
      } catch (error) {
        pack.destroy();
        await flow.catch(() => undefined);
        await fs.rm(aside, { force: true });
        if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new Sentence(words.backup.full(order.folder));
        throw error;
      }
    },
    order.ssl,
  );
}
