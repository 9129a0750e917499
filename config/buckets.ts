import type { BucketSettings } from '../database/backup/bucket.ts';
import { Sentence, words } from './run/parts/words.mjs';
import type { Name } from './variables/index.ts';

type Values = Partial<Record<Name, string>>;
/** Before the names of a bucket's variables: where attachments lie, and where copies of backups go. */
type Prefix = 'S3' | 'BACKUP_S3';
const PARTS = ['ENDPOINT', 'REGION', 'ACCESS_KEY_ID', 'SECRET_ACCESS_KEY', 'PATH_STYLE'] as const;
const NEEDED = ['ENDPOINT', 'ACCESS_KEY_ID', 'SECRET_ACCESS_KEY'] as const;

/**
 * What the second bucket does not say for itself it has from the first. Throws a sentence where a bucket is named and
 * something is missing to reach it, or where its prefix is none.
 */
export function settleBuckets(values: Values): void {
  if (values.BACKUP_S3_BUCKET) for (const part of PARTS) values[`BACKUP_S3_${part}`] ??= values[`S3_${part}`];
  for (const prefix of ['S3', 'BACKUP_S3'] as const) {
    if (!values[`${prefix}_BUCKET`]) continue;
    const missing = NEEDED.map((part) => `${prefix}_${part}` as const).filter((name) => !values[name]);
    if (missing.length > 0) throw new Sentence(words.bucketIncomplete(`${prefix}_BUCKET`, missing));
    const given = (values[`${prefix}_PREFIX`] ?? '').replaceAll(/^\/+|\/+$/g, '');
    if (!/^[\w./-]*$/.test(given) || given.split('/').includes('..'))
      throw new Sentence(words.badValue(`${prefix}_PREFIX`, given, words.expected.prefix));
    values[`${prefix}_PREFIX`] = given && `${given}/`;
  }
}

/** The bucket of these variables, where one is named. */
export const bucketOf = (values: Values, prefix: Prefix): BucketSettings | null =>
  values[`${prefix}_BUCKET`]
    ? {
        endpoint: values[`${prefix}_ENDPOINT`] ?? '',
        region: values[`${prefix}_REGION`] ?? '',
        bucket: values[`${prefix}_BUCKET`] ?? '',
        accessKey: values[`${prefix}_ACCESS_KEY_ID`] ?? '',
        secretKey: values[`${prefix}_SECRET_ACCESS_KEY`] ?? '',
        isPathStyle: values[`${prefix}_PATH_STYLE`] !== 'false',
        prefix: values[`${prefix}_PREFIX`] ?? '',
      }
    : null;
