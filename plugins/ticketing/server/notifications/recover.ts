import { rowsOf, sql } from '../database/sql';
import { inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { enqueue } from '../mail/queue';

const LOST = sql`select l.id from letters l where l.state in ('WAITING', 'SENDING') and l.due_at < timezone('utc', now()) -
  interval '10 minutes' and not exists (select 1 from pgboss.job j where j.name = 'letters' and j.state < 'completed' and
  (j.data ->> 'letter')::bigint = l.id) order by l.id limit 500`;

/** Puts letters whose job is gone back into the queue, as after a restore of the data without it. Run twice at once it sends some letter twice, and loses none. */
export const recoverLetters = (desk: Desk): Promise<number> =>
  inTransaction(desk.strapi, async (trx) => {
    const lost = await rowsOf<{ id: number }>(trx, LOST);
    await enqueue(
      desk.strapi,
      trx,
      lost.map(({ id }) => ({ id: Number(id), inSeconds: 0 })),
    );
    return lost.length;
  });
