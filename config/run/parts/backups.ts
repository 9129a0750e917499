import fs from 'node:fs';
import path from 'node:path';
import { identityToRecipient } from 'age-encryption';
import type { Places } from '../../../database/backup/files.ts';
import type { Self } from '../../../database/backup/read.ts';
import type { Keep } from '../../../database/backup/names.ts';
import { BucketFailure, openBucket, type Bucket, type BucketSettings } from '../../../database/backup/bucket.ts';
import { secondBucket, secondFolder, type Second } from '../../../database/backup/second.ts';
import { bucketOf } from '../../buckets.ts';
import type { Values } from '../../env.ts';
import { Sentence, words } from './words.mjs';
import { ROOT } from './verb.ts';

const openedOf = (settings: BucketSettings | null): Bucket | null => settings && openBucket(settings);

/** A store that fails, as a sentence; whatever else failed as it is. */
export const inWords = (error: unknown): unknown =>
  error instanceof BucketFailure ? new Sentence(words.backup.bucketFails(error.message)) : error;

/** The settings of backups, as every verb reads them. */
export const placesOf = (values: Values): Places => ({
  dataDir: values.DATA_DIR ?? '',
  mediaDir: path.join(ROOT, 'public/uploads'),
  bucket: openedOf(bucketOf(values, 'S3')),
});
export const backupFolder = (values: Values): string =>
  values.BACKUP_DIR ? path.resolve(ROOT, values.BACKUP_DIR) : path.join(values.DATA_DIR ?? '', 'backups');
/** The bucket that copies go to, where one is set. */
export const secondBucketOf = (values: Values): Bucket | null => openedOf(bucketOf(values, 'BACKUP_S3'));
/** Where every backup goes besides: a folder, a bucket, both or neither. */
export function secondsOf(values: Values): Second[] {
  const bucket = secondBucketOf(values);
  return [
    ...(values.BACKUP_SECOND_DIR ? [secondFolder(path.resolve(ROOT, values.BACKUP_SECOND_DIR))] : []),
    ...(bucket ? [secondBucket(bucket, `${values.BACKUP_S3_ENDPOINT}/${values.BACKUP_S3_BUCKET}`)] : []),
  ];
}
export const keepOf = (values: Values): Keep => ({
  days: Number(values.BACKUP_DAYS),
  atLeast: Number(values.BACKUP_KEEP),
});

/** Whose key opens a backup; refuses with a sentence what is none. */
export function recipientOf({ BACKUP_RECIPIENT: recipient }: Values): string | null {
  if (recipient && !/^age1[02-9ac-hj-np-z]{50,}$/.test(recipient)) throw new Sentence(words.backup.badRecipient);
  return recipient ?? null;
}

/** The secret key in the file that was named, where one was. */
export async function identityOf({ BACKUP_IDENTITY_FILE: file }: Values): Promise<string | null> {
  if (!file) return null;
  try {
    const identity = /^AGE-SECRET-KEY-[A-Z0-9-]+$/m.exec(fs.readFileSync(path.resolve(ROOT, file), 'utf8'))?.[0];
    if (!identity) throw new Sentence(words.backup.noIdentity(file));
    await identityToRecipient(identity);
    return identity;
  } catch {
    throw new Sentence(words.backup.noIdentity(file));
  }
}

/** What this program is: its version, and which of our SQL it knows. */
export function self(): Self {
  const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const sql = fs.readdirSync(path.join(ROOT, 'database/sql')).filter((name) => name.endsWith('.sql'));
  return { product: version, sql };
}

/** Says each tenth that has been passed, once. */
export function tenths(say: (text: string) => void): (share: number) => void {
  let said = 0;
  return (share) => {
    const tenth = Math.floor(share * 10);
    if (tenth <= said) return;
    said = tenth;
    say(`  ${words.backup.percent(tenth * 10)}`);
  };
}
