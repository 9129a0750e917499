import type { Client } from 'pg';
import type { JobName } from 'strapi-plugin-ticketing/domain';

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

/** Has a job run from its beginning to its end, now instead of at the next minute. Answers how it ended. */
export async function runJob(database: Client, name: JobName): Promise<string> {
  // One that runs already may have begun before what the test has just done.
  const { rows } = await database.query<{ id: string }>(
    'insert into pgboss.job (name, policy, singleton_key, retry_limit) select name, policy, ' +
      'gen_random_uuid()::text, 0 from pgboss.queue where name = $1 returning id',
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

/** Has the jobs run until nothing is due and all deadlines were gone over twice, without waiting for their minutes. */
export async function bringToRest(database: Client): Promise<void> {
  const ask = async (sql: string): Promise<boolean> =>
    (await database.query<{ is: boolean }>(`select (${sql}) as is`)).rows[0]?.is === true;
  await until('the scheduler is there', () => ask("to_regclass('pgboss.queue') is not null"));
  await until('the jobs are enlisted', () =>
    ask("select count(*) = 2 from pgboss.queue where name in ('moments', 'deadlines')"),
  );
  await until('the jobs have come to rest', async () => {
    for (const name of ['moments', 'deadlines'] as const) await runJob(database, name);
    return ask(
      "not exists (select 1 from tickets where next_moment_at <= timezone('utc', now())) and exists (select 1 from desk_marks where key = 'deadlines' and rounds < 2)",
    );
  });
}
