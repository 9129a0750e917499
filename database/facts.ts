import type { Client } from 'pg';

/**
 * A ticket whose facts are not what its row and history say: its number, and which of its facts. Of `sums` it is the
 * first day (`2026-11-01`) of a stretch whose sums are not what the facts say.
 */
export interface WrongFacts {
  readonly number: string;
  readonly what: 'facts' | 'spans' | 'effort' | 'history' | 'sums';
}

/** Days that are summed together: the first in WIB, and the one after the last. */
interface Stretch {
  readonly since: string;
  readonly until: string;
}

/** Tickets gone over at a time. */
const BATCH = 5000;
/** Findings kept; of more, the first are named. */
const KEPT = 100;

async function* batches(client: Client): AsyncGenerator<readonly [number, number]> {
  let last = 0;
  for (;;) {
    const { rows } = await client.query<{ first: number | null; last: number | null }>(
      `select min(id) as first, max(id) as last from (select id from tickets where id > $1 order by id limit ${BATCH}) b`,
      [last],
    );
    const [batch] = rows;
    if (!batch || batch.first === null || batch.last === null) return;
    yield [batch.first, batch.last];
    last = batch.last;
  }
}

/** Whether reports of this database read facts at all. */
export const hasFacts = async (client: Client): Promise<boolean> =>
  (
    await client.query<{ is_there: boolean }>(
      `select to_regproc('wrong_facts') is not null and to_regproc('wrong_sums') is not null as is_there`,
    )
  ).rows[0]?.is_there === true;

/** Compares all facts with what they stand for, on one snapshot and without a lock. */
export async function verifyFacts(client: Client): Promise<{ readonly tickets: number; readonly wrong: WrongFacts[] }> {
  await client.query('begin isolation level repeatable read read only');
  const wrong: WrongFacts[] = [];
  for await (const [first, last] of batches(client)) {
    const { rows } = await client.query<WrongFacts>('select number, what from wrong_facts($1, $2)', [first, last]);
    if (wrong.length < KEPT) wrong.push(...rows.slice(0, KEPT - wrong.length));
  }
  const { rows: stretches } = await client.query<Stretch>(
    'select since::text, until::text from fresh_stretches() order by 1',
  );
  for (const { since, until } of stretches) {
    const { rows } = await client.query<{ is: boolean }>('select wrong_sums($1, $2) as is', [since, until]);
    if (rows[0]?.is && wrong.length < KEPT) wrong.push({ number: since, what: 'sums' });
  }
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from tickets');
  await client.query('commit');
  return { tickets: rows[0]?.count ?? 0, wrong };
}

/** Sums all stretches that are over and not summed, each in a transaction. */
export async function sumStretches(client: Client): Promise<void> {
  const { rows } = await client.query<Stretch>(
    `select since::text, until::text from stretches_to_sum(wib_day(timezone('utc', now())))`,
  );
  for (const { since, until } of rows) await client.query('select sum_stretch($1, $2)', [since, until]);
  await client.query('select forget_marks()');
}

/** Makes all facts and sums anew, a batch a transaction; whoever works on a ticket meanwhile waits for its batch alone. */
export async function rebuildFacts(client: Client): Promise<void> {
  for await (const [first, last] of batches(client)) await client.query('select rebuild_facts($1, $2)', [first, last]);
  await client.query('delete from summed_stretches');
  await sumStretches(client);
}
