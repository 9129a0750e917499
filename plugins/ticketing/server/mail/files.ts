import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { DAY_MS } from '../../domain';
import { rowsByKey, rowsOf, run, sql, type Sql } from '../database/sql';
import { inTransaction, type Trx } from '../database/transaction';
import type { Core } from '@strapi/strapi';

/** How long what was given up can be sent again, in days. */
const RESENDABLE_DAYS = 90;

/** A file that travels with a letter. */
export interface LetterFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/**
 * Keeps a file that letters may bring: until they have left, or for good. One that is kept already, to the byte, serves
 * again, and is held fast until this transaction ends. Answers its id.
 */
export async function keepFile(trx: Trx, { name, mime, bytes }: LetterFile, isKept = false): Promise<number> {
  const content = Buffer.from(bytes);
  const digest = createHash('sha256').update(content).digest('hex');
  const [known] = await rowsByKey<{ id: string; is_kept: boolean }>(
    trx,
    sql`select id, is_kept from letter_files where sha256(bytes) = decode(${digest}, 'hex') and name = ${name} limit 1
      for update`,
  );
  if (known && isKept && !known.is_kept)
    await run(trx, sql`update letter_files set is_kept = true where id = ${known.id}`);
  if (known) return Number(known.id);
  const [row] = await trx('letter_files').insert({ name, mime, bytes: content, is_kept: isKept }, 'id');
  return Number((row as { id: string }).id);
}

export const filesOfLetter = (on: Knex, id: number): Promise<LetterFile[]> =>
  rowsOf<LetterFile>(
    on,
    sql`select f.name, f.mime, f.bytes from letter_files f join files_of_letters l on l.file_id = f.id
      where l.letter_id = ${id} order by f.id`,
  );

/** No letter needs it any more: what still waits or may be sent again knows what it says, sealed. */
const IS_FREE = sql`not f.is_kept and not exists (select from files_of_letters x join letters l on l.id = x.letter_id
  where x.file_id = f.id and l.sealed is not null)`;

/** What one file needs is asked once more when it is held: a letter may have taken it along meanwhile. */
async function forget(strapi: Core.Strapi, which: Sql): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    const free = await rowsOf<{ id: string }>(
      trx,
      sql`select f.id from letter_files f where ${IS_FREE} and ${which} for update skip locked`,
    );
    if (free.length === 0) return;
    const ids = free.map(({ id }) => id);
    await run(trx, sql`delete from letter_files f where f.id = any(${ids}::bigint[]) and ${IS_FREE}`);
  });
}

/** Forgets the files of a letter that has ended, unless another letter or a report needs them. */
export const forgetFilesOf = (strapi: Core.Strapi, letter: number): Promise<void> =>
  forget(strapi, sql`f.id in (select file_id from files_of_letters where letter_id = ${letter})`);

/** Ends the time in which what was given up can be sent again, and forgets every file that no letter needs. */
export async function forgetFiles(strapi: Core.Strapi, now: number): Promise<void> {
  const before = new Date(now - RESENDABLE_DAYS * DAY_MS);
  await inTransaction(strapi, (trx) =>
    run(
      trx,
      sql`update letters set sealed = null where state = 'FAILED' and sealed is not null and ended_at < ${before}`,
    ),
  );
  await forget(strapi, sql`true`);
}
