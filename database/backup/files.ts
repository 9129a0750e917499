import fs from 'node:fs/promises';
import path from 'node:path';
import type { Client } from 'pg';
import { buffer } from 'node:stream/consumers';
import { ATTACHMENTS as FOLDER, BucketFailure, MEDIA as MEDIA_FOLDER, type Bucket } from './bucket.ts';
import { sha256 } from './format.ts';

/** Where a system keeps its files. */
export interface Places {
  /** `DATA_DIR`: attachments and secrets. */
  readonly dataDir: string;
  /** What editors uploaded for all: logo, letterhead, pictures of guides. */
  readonly mediaDir: string;
  /** Where both lie instead, if they do; what is not there is looked for in the folders as before. */
  readonly bucket: Bucket | null;
}
type Folders = Pick<Places, 'dataDir' | 'mediaDir'>;
/** A file rows refer to: its name inside a backup, and its SHA-256 where a row tells it. */
export interface KeptFile {
  readonly name: string;
  readonly digest: string | null;
}

const ATTACHMENTS = 'files/attachments/';
const MEDIA = 'files/media/';
export const SECRETS = 'files/secrets.json';
/** Files are at most 10 MB; anything much larger is none of ours. */
export const MOST_FILE_BYTES = 64 * 1024 * 1024;

/** Where a file of a backup lies in a system; null for a name that no backup of ours has. */
export function placeOf(name: string, { dataDir, mediaDir }: Folders): string | null {
  const below = (prefix: string, folder: string) => {
    const rest = name.slice(prefix.length);
    return /^[\w.-]+$/.test(rest) && !rest.startsWith('.') ? path.join(folder, rest) : null;
  };
  if (name === SECRETS) return path.join(dataDir, 'secrets.json');
  if (name.startsWith(ATTACHMENTS)) return below(ATTACHMENTS, attachmentsOf({ dataDir }));
  if (name.startsWith(MEDIA)) return below(MEDIA, mediaDir);
  return null;
}
/** The name in a bucket of a file that a backup calls so; null for what lies in none. */
export function objectOf(name: string): string | null {
  const below = (prefix: string, folder: string, rest = name.slice(prefix.length)) =>
    name.startsWith(prefix) && /^[\w-][\w.-]*$/.test(rest) ? `${folder}${rest}` : null;
  return below(ATTACHMENTS, FOLDER) ?? below(MEDIA, MEDIA_FOLDER);
}
export const attachmentsOf = ({ dataDir }: Pick<Places, 'dataDir'>): string =>
  path.join(dataDir, 'attachments', 'uploads');

const exists = async (client: Client, table: string): Promise<boolean> =>
  (await client.query<{ is: boolean }>('select to_regclass($1) is not null as is', [table])).rows[0]?.is === true;

/** A page of files at a time, each once, in the order of its row. */
export async function* filesOf(client: Client): AsyncGenerator<KeptFile> {
  if (await exists(client, 'public.attachments')) {
    for (let last = 0; ;) {
      const { rows } = await client.query<{ id: number; key: string; digest: string }>(
        'select id, storage_key as key, digest from public.attachments where id > $1 order by id limit 1000',
        [last],
      );
      for (const { key, digest } of rows) yield { name: `${ATTACHMENTS}${key}`, digest };
      if (rows.length < 1000) break;
      last = rows.at(-1)?.id ?? last;
    }
  }
  if (await exists(client, 'public.files')) {
    const { rows } = await client.query<{ url: string }>(
      `select distinct url from (
         select url from public.files union all
         select size.value ->> 'url' from public.files, jsonb_each(case when jsonb_typeof(formats) = 'object'
           then formats else '{}' end) as size) all_sizes
       where url like '/uploads/%' order by url`,
    );
    for (const { url } of rows) yield { name: `${MEDIA}${path.posix.basename(url)}`, digest: null };
  }
}

/** Throws where the bucket cannot be reached: a backup without its files would be none. */
async function fromBucket(name: string, { bucket }: Places): Promise<Buffer | null> {
  const object = objectOf(name);
  const found = object && (await bucket?.get(object));
  if (!found) return null;
  if (found.bytes <= MOST_FILE_BYTES)
    return buffer(found.stream).catch((error: unknown) => {
      throw new BucketFailure(String(error));
    });
  found.stream.destroy();
  return null;
}

/** The bytes of a file, if it is there and what its row says; else null. */
export async function bytesOf({ name, digest }: KeptFile, places: Places): Promise<Buffer | null> {
  const kept = await fromBucket(name, places);
  if (kept) return digest === null || sha256(kept) === digest ? kept : null;
  const place = placeOf(name, places);
  const stat = place && (await fs.stat(place).catch(() => null));
  if (!place || !stat || stat.size > MOST_FILE_BYTES) return null;
  const bytes = await fs.readFile(place).catch(() => null);
  return bytes && (digest === null || sha256(bytes) === digest) ? bytes : null;
}
