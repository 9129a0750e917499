import fs from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Core } from '@strapi/strapi';
import { Refusal } from '../../domain';
import { rowsOf, sql } from '../database/sql';
import { connection } from '../database/transaction';
import { BucketFailure, MEDIA, openBucket, type Bucket, type BucketSettings } from './objects.mjs';

/** A file as Strapi's media library hands it to whoever keeps it. */
interface MediaFile {
  readonly hash: string;
  readonly ext?: string;
  readonly stream?: Readable;
  url?: string;
}
const nameOf = ({ hash, ext = '' }: MediaFile): string => `${hash}${ext}`;
/** Names that Strapi gives; none leads out of its folder. */
export const MEDIA_NAME = /^[\w-][\w.-]*$/;

const asked = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BucketFailure)) throw error;
    strapi.log.error(`the store of pictures did not ${what}: ${error.message}`);
    throw new Refusal('storeUnreachable');
  }
};

/**
 * Strapi's upload provider where attachments lie in a bucket: what editors upload for all (emblem, pictures of guides) lies
 * there too, so that each of several machines has it. `cms/config/plugins.ts` names it, as Strapi documents.
 */
export function init({ bucket: settings }: { readonly bucket: BucketSettings }) {
  const bucket = openBucket(settings);
  const keep = async (file: MediaFile): Promise<void> => {
    if (!file.stream) throw new Error('the media library handed over no file');
    // Strapi has held its size against `sizeLimit` before.
    const bytes = await buffer(file.stream);
    await asked('keep a file', () => bucket.put(`${MEDIA}${nameOf(file)}`, bytes));
    file.url = `/uploads/${nameOf(file)}`;
  };
  const remove = (file: MediaFile): Promise<void> =>
    asked('remove a file', () => bucket.remove(`${MEDIA}${nameOf(file)}`));
  return {
    uploadStream: keep,
    delete: remove,
    // The new one is there before the former goes.
    async replaceStream(file: MediaFile, former: MediaFile): Promise<void> {
      await keep(file);
      if (nameOf(file) !== nameOf(former)) await remove(former);
    },
  };
}

let opened: Bucket | null = null;
function bucketOf(desk: { readonly strapi: Core.Strapi }): Bucket | null {
  const settings = desk.strapi.plugin('ticketing').config<BucketSettings | null>('bucket');
  return settings && (opened ??= openBucket(settings));
}

/** A file of the media library out of the bucket; null where there is no bucket, or the folder of before has it. */
export async function readMedia(
  desk: { readonly strapi: Core.Strapi },
  name: string,
): Promise<{ readonly bytes: number; readonly stream: Readable } | null> {
  const bucket = bucketOf(desk);
  return bucket && MEDIA_NAME.test(name) ? asked('hand out a file', () => bucket.get(`${MEDIA}${name}`)) : null;
}

const URLS = sql`
  select distinct url from (select url from files union all
    select size.value ->> 'url' from files, jsonb_each(case when jsonb_typeof(formats) = 'object' then formats else '{}' end)
      as size) sizes where url like '/uploads/%'`;

/** Takes over what the folder that is served holds from before a bucket was used; answers how many files. */
export async function gatherMedia(desk: { readonly strapi: Core.Strapi }): Promise<number> {
  const bucket = bucketOf(desk);
  if (!bucket) return 0;
  let gathered = 0;
  for (const { url } of await rowsOf<{ url: string }>(connection(desk.strapi), URLS)) {
    const name = path.posix.basename(url);
    const file = path.join(desk.strapi.dirs.static.public, 'uploads', name);
    if (!MEDIA_NAME.test(name) || !(await fs.stat(file).catch(() => null))) continue;
    await bucket.put(`${MEDIA}${name}`, file);
    await fs.rm(file, { force: true });
    gathered += 1;
  }
  return gathered;
}
