import type { Client } from 'pg';

type JobName = 'moments' | 'deadlines';
const sleep = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Asks again until it is so; a job is taken within seconds, but machines are shared. */
export async function until(what: string, isSo: () => Promise<boolean>, patience = 60_000): Promise<void> {
  for (const deadline = Date.now() + patience; !(await isSo());) {
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await sleep(200);
  }
}

/** Nothing is due, and all deadlines were gone over at least once. */
export const untilRested = (database: Client): Promise<void> =>
  until('the jobs have come to rest', async () => {
    const { rows } = await database.query(
      "select not exists (select 1 from tickets where next_moment_at <= timezone('utc', now())) and exists (select 1 from desk_marks where key = 'deadlines' and rounds < 2) as rested",
    );
    return rows[0]?.rested === true;
  });

/** Has a job run from its beginning to its end, now instead of at the next minute. Answers how it ended. */
export async function runJob(database: Client, name: JobName): Promise<string> {
  // One that runs already may have begun before what the test has just done.
  const { rows } = await database.query<{ id: string }>(
    'insert into pgboss.job (name, policy, singleton_key, retry_limit) select name, policy, gen_random_uuid()::text, 0 from pgboss.queue where name = $1 returning id',
    [name],
  );
  let state = '';
  await until(`the job ${name} ended`, async () => {
    const found = await database.query<{ state: string }>(
      'select state::text as state from pgboss.job where name = $1 and id = $2',
      [name, rows[0]?.id],
    );
    state = found.rows[0]?.state ?? 'gone';
    return !['created', 'active', 'retry'].includes(state);
  });
  return state;
}
