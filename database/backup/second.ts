import { createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BACKUPS, type Bucket } from './bucket.ts';
import { inOrder, missingThere, momentOf, outlived, type Keep } from './names.ts';
import { backupsIn, copyInto } from './retention.ts';

/** A backup of a large city on a slow line. */
const FETCH_MS = 12 * 3_600_000;

/** A place beside the first where every backup lies once more. */
export interface Second {
  /** As people know it, for a sentence. */
  readonly title: string;
  /** Names of the backups there, newest first. */
  names(): Promise<string[]>;
  /** A copy under the file's own name, whole or not at all. */
  copy(file: string): Promise<void>;
  remove(name: string): Promise<void>;
}

export const secondFolder = (folder: string): Second => ({
  title: folder,
  names: () => backupsIn(folder),
  copy: async (file) => {
    await copyInto(folder, file);
  },
  remove: (name) => fs.rm(path.join(folder, name), { force: true }),
});

export const secondBucket = (bucket: Bucket, title: string): Second => ({
  title,
  async names() {
    const names: string[] = [];
    for await (const { name } of bucket.list(BACKUPS)) names.push(name);
    return inOrder(names);
  },
  copy: (file) => bucket.put(`${BACKUPS}${path.basename(file)}`, file),
  remove: (name) => bucket.remove(`${BACKUPS}${name}`),
});

/** Copies what is missing there, and lets go those that have outlived their days. */
export async function keepSecond(
  second: Second,
  folder: string,
  { now, keep, isLocked }: { readonly now: number; readonly keep: Keep; readonly isLocked: boolean },
): Promise<void> {
  const missing = missingThere(await backupsIn(folder), await second.names(), isLocked);
  // The oldest first: where the line breaks in between, the rest is newer than what lies there.
  for (const name of missing.toReversed()) await second.copy(path.join(folder, name));
  for (const name of outlived(await second.names(), now, keep)) await second.remove(name);
}

/** Brings a backup of the bucket into the folder, the newest where no name is said; null where there is none. */
export async function fetchBackup(bucket: Bucket, name: string, folder: string): Promise<string | null> {
  const wanted = name || (await secondBucket(bucket, '').names())[0];
  if (!wanted || momentOf(wanted) === null) return null;
  const found = await bucket.get(`${BACKUPS}${wanted}`, FETCH_MS);
  if (!found) return null;
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const place = path.join(folder, wanted);
  await pipeline(found.stream, createWriteStream(`${place}.tmp`, { mode: 0o600, flush: true }));
  await fs.rename(`${place}.tmp`, place);
  return place;
}
