import type { Core } from '@strapi/strapi';
import { putInto } from '../database/queue';
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
