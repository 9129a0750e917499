import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { until } from '../../support/jobs';
import { verifyFactsAt, verifyLogAt } from '../../support/verify';
import type { Bed } from './bed';
import type { Acknowledged } from './load';

const PATIENCE = 300_000;
const OLD_MS = 3 * 3_600_000;

/** Has the jobs of the night run, until what they leave is so. */
async function haveRun(bed: Bed, name: string): Promise<void> {
  const [job] = await bed.ask<{ id: string }>(
    `insert into pgboss.job (name, policy, singleton_key, retry_limit)
     select name, policy, gen_random_uuid()::text, 0 from pgboss.queue where name = $1 returning id`,
    [name],
  );
  await until(
    `the job ${name} has run`,
    async () =>
      (
        await bed.ask<{ is: boolean }>(
          `select state::text in ('completed', 'failed', 'cancelled') as is from pgboss.job where name = $1 and id = $2`,
          [name, job?.id],
        )
      )[0]?.is === true,
    PATIENCE,
  );
}

/** Every letter whose time has come is sent, and the mail server has each. */
export async function proveLetters(bed: Bed): Promise<void> {
  const open = `select count(*)::int as count from letters where state in ('WAITING', 'SENDING')`;
  // A long storm leaves thousands: as long as they become fewer they are waited for.
  for (let left = Infinity; left > 0;)
    await until(
      'every letter was sent',
      async () => {
        // Nobody waits two minutes for what gathers, nor hours for the next attempt.
        await bed.ask(
          `update pgboss.job set start_after = now() where name = 'letters' and state in ('created', 'retry')`,
        );
        const before = left;
        left = (await bed.ask<{ count: number }>(open))[0]?.count ?? 0;
        return left < before;
      },
      PATIENCE,
    );
  const states = await bed.ask(`select state, reason from letters where state not in ('SENT', 'DROPPED')`);
  expect(states).toEqual([]);
  const sent = await bed.ask<{ id: string }>(`select id::text from letters where state = 'SENT'`);
  const taken = new Set(bed.letters().map((name) => /^<surat-(\d+)-/.exec(name)?.[1]));
  expect(sent.filter(({ id }) => !taken.has(id))).toEqual([]);
  expect(sent.length).toBeGreaterThan(0);
}

/** What was acknowledged is there once. */
export async function proveAcknowledged(bed: Bed, said: Acknowledged): Promise<void> {
  const many = async (sql: string, values: unknown): Promise<number> =>
    (await bed.ask<{ count: number }>(`select count(*)::int as count from ${sql}`, [values]))[0]?.count ?? 0;
  expect(await many('tickets where title = any($1)', [...said.tickets.keys()])).toBe(said.tickets.size);
  expect(await many('tickets where number = any($1)', [...said.tickets.values()])).toBe(said.tickets.size);
  expect(await many(`audit_entries where event = 'comment' and payload ->> 'text' = any($1)`, said.comments)).toBe(
    said.comments.length,
  );
  const resolved = [...said.resolved];
  expect(await many(`tickets where status = 'RESOLVED' and number = any($1)`, resolved)).toBe(resolved.length);
  for (const event of ['claim', 'resolve'])
    expect(await many(`audit_entries where event = '${event}' and subject_id = any($1)`, resolved)).toBe(
      resolved.length,
    );
  const papers = [...said.papers];
  expect(await many('issued_documents where replaced_at is null and code = any($1)', papers)).toBe(papers.length);
  const files = await bed.ask<{ number: string; count: number }>(
    `select t.number, count(*)::int as count from attachments a join tickets t on t.id = a.ticket_id
     where t.number = any($1) group by 1`,
    [[...said.files.keys()]],
  );
  const found = new Map(files.map(({ number, count }) => [number, count]));
  // A form's file is sent after its request; of those who were answered for it each is there once.
  const wrong = [...said.files].filter(([number, count]) => {
    const here = found.get(number) ?? 0;
    return here > 1 || here < count;
  });
  expect(wrong).toEqual([]);
}

/** Nothing is half done: rows have their files and histories, chains are whole, facts are the histories, no file is nobody's. */
export async function proveWhole(bed: Bed): Promise<void> {
  const folder = path.join(bed.dataDir, 'attachments', 'uploads');
  const rows = await bed.ask<{ key: string; size: number; digest: string }>(
    `select storage_key as key, size, digest from attachments where uploaded_at > now() - interval '1 day'
       and ticket_id in (select id from tickets where title like 'Gangguan %')`,
  );
  const broken = rows.filter(({ key, digest }) => {
    const bytes = fs.readFileSync(path.join(folder, key));
    return createHash('sha256').update(bytes).digest('hex') !== digest;
  });
  expect(broken).toEqual([]);
  // What was cut off between file and row is old enough to be removed now; everything that is left has its row.
  const then = (Date.now() - OLD_MS) / 1000;
  for (const name of fs.readdirSync(folder)) fs.utimesSync(path.join(folder, name), then, then);
  await haveRun(bed, 'stray-files');
  const known = new Set(
    (await bed.ask<{ key: string }>('select storage_key as key from attachments')).map(({ key }) => key),
  );
  expect(fs.readdirSync(folder).filter((name) => !known.has(name))).toEqual([]);

  expect(
    await bed.ask(
      `select number from tickets t where (select count(*) from audit_entries e where e.subject_type = 'ticket'
         and e.subject_id = t.number and e.event = 'submit') <> 1`,
    ),
  ).toEqual([]);
  expect(await verifyLogAt(bed.databaseUrl)).toMatchObject({ code: 0 });
  expect(await verifyFactsAt(bed.databaseUrl)).toMatchObject({ code: 0 });
}

/** No ticket is stuck: what falls due is carried out, and nobody holds a lock or a job that has ended. */
export async function proveFree(bed: Bed): Promise<void> {
  await haveRun(bed, 'moments');
  expect(await bed.ask('select ticket_id, problem from moment_failures')).toEqual([]);
  await until(
    'what fell due is carried out',
    async () =>
      (await bed.ask(`select 1 from tickets where next_moment_at <= timezone('utc', now()) limit 1`)).length === 0,
    PATIENCE,
  );
  await until(
    'no job is held by somebody who has gone',
    async () =>
      (
        await bed.ask(
          `select name from pgboss.job where state = 'active' and started_on < now() - make_interval(secs => expire_seconds) limit 1`,
        )
      ).length === 0,
    PATIENCE,
  );
  expect(
    await bed.ask(
      `select pid from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'
         and state_change < now() - interval '1 minute'`,
    ),
  ).toEqual([]);
}
