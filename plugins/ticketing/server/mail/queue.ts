import type { Core } from '@strapi/strapi';
import { putInto, taking } from '../database/queue';
import { sql, type Sql } from '../database/sql';
import type { Trx } from '../database/transaction';

export const LETTERS_QUEUE = 'letters';

/** What a job of the queue carries. */
export interface LetterJob {
  readonly letter: number;
}

/** Letters to be carried once this transaction is committed; `inSeconds` from now. Rolled back, there is none. */
export const enqueue = (
  strapi: Core.Strapi,
  trx: Trx,
  letters: readonly { readonly id: number; readonly inSeconds: number }[],
): Promise<void> =>
  putInto(
    strapi,
    trx,
    LETTERS_QUEUE,
    letters.map(({ id, inSeconds }) => ({ data: { letter: id } satisfies LetterJob, inSeconds })),
  );

/** The same, as a statement. `letters` is a query of `id` and `in_seconds`. */
export const takingLetters = (strapi: Core.Strapi, letters: Sql): Sql =>
  taking(
    strapi,
    LETTERS_QUEUE,
    sql`select json_build_object('letter', l.id) as data, l.in_seconds from (${letters}) l`,
  );
