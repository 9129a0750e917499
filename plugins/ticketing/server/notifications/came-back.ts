import { append } from '../audit/append';
import { SYSTEM } from '../audit/author';
import { rowsOf, sql } from '../database/sql';
import { inTransaction, type Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';
import type { LetterRow } from '../mail/outbox';
import { subjectOf } from './deliver';

/** Whether this is known already: a report may come more than once. */
async function wasRefused(trx: Trx, id: number): Promise<boolean> {
  const rows = await rowsOf(trx, sql`select id from letters where id = ${id} and state = 'FAILED' and is_refused`);
  return rows.length > 0;
}

/**
 * A letter that had left came back by mail: its address refused it after all, and it counts as if the mail server had said
 * so at once. False where no such letter was sent.
 */
export const cameBack = (desk: Desk, id: number, reason: string, now: number): Promise<boolean> =>
  inTransaction(desk.strapi, async (trx) => {
    const [letter] = await rowsOf<LetterRow>(
      trx,
      sql`update letters set state = 'FAILED', is_refused = true, reason = ${reason}, ended_at = ${new Date(now)}
        where id = ${id} and state = 'SENT' returning *`,
    );
    if (!letter) return wasRefused(trx, id);
    await append(trx, SYSTEM, now, {
      ...subjectOf(letter),
      event: 'mailFailed',
      payload: { mail: letter.kind, letter: letter.id, reason },
    });
    return true;
  });
