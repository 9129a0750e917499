import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import { Refusal } from '../../domain';
import type { Store } from './kept';
import { ATTACHMENTS as FOLDER, BucketFailure, type Bucket } from './objects.mjs';

/** Names we give; whatever else lies there is somebody else's. */
const OURS = /^[0-9a-f-]{36}$/;
/** How long readiness waits for it. */
const PATIENCE_MS = 2_000;

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * Attachments in a bucket of an S3-compatible store. What the folder holds from before is read there, until the nightly
 * `gather` has taken it over; a bucket that cannot be reached is a refusal with a sentence, and its reason in the log.
 */
export function openBucketStore(strapi: Core.Strapi, bucket: Bucket, before: Store, folder: string): Store {
  const asked = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof BucketFailure)) throw error;
      strapi.log.error(`the store of attachments did not ${what}: ${error.message}`);
      throw new Refusal('storeUnreachable');
    }
  };
  return {
    save: (key, { path: file, digest }) => asked('keep a file', () => bucket.put(`${FOLDER}${key}`, file, digest)),
    remove: (key) => asked('remove a file', () => bucket.remove(`${FOLDER}${key}`)),
    async read(key, size) {
      const found = await asked('hand out a file', () => bucket.get(`${FOLDER}${key}`));
      if (!found) return before.read(key, size);
      if (found.bytes === size) return found.stream;
      found.stream.destroy();
      throw new Error(`attachment ${key} is not what its row says`);
    },
    async *all() {
      for await (const { name, since } of bucket.list(FOLDER)) if (OURS.test(name)) yield { key: name, since };
    },
    async gather(known) {
      let gathered = 0;
      for await (const { key } of before.all()) {
        if (!(await known([key])).has(key)) continue;
        const file = path.join(folder, key);
        await bucket.put(`${FOLDER}${key}`, file, await digestOf(file));
        await before.remove(key);
        gathered += 1;
      }
      return gathered;
    },
    reach: () => bucket.reach(PATIENCE_MS),
  };
}
