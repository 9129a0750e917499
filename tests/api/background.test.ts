import path from 'node:path';
import { connect, urlOf } from '../support/databases';
import { runJob, until } from '../support/jobs';
import { startCms } from '../support/servers';
import { openWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const others = async (): Promise<string[]> =>
  (
    await world.database.query<{ name: string }>(
      'select application_name as name from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
      [world.databaseName],
    )
  ).rows.map(({ name }) => name);
const bootHere = (more: NodeJS.ProcessEnv = {}) =>
  startCms(urlOf(world.databaseName), path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName), more);

test('a job runs by its schedule, without anybody asking for it', async () => {
  // Whatever boot asked for has come before this one.
  await runJob(world.database, 'moments');
  const {
    rows: [booted],
  } = await world.database.query<{ at: Date }>("select max(created_on) as at from pgboss.job where name = 'moments'");
  await until(
    'the next minute has come',
    async () => {
      const { rows } = await world.database.query(
        "select 1 from pgboss.job where name = 'moments' and created_on > $1 and state = 'completed'",
        [booted?.at],
      );
      return rows.length > 0;
    },
    110_000,
  );
}, 130_000);

test('keys that nobody will send again are forgotten, the others kept', async () => {
  await world.database.query(
    "insert into idempotency_keys (owner, key, fingerprint, ticket_number, created_at) select 'portal:1', 'key-' || days, '', '', timezone('utc', now()) - days * interval '1 day' from unnest(array[29, 31]) days",
  );
  expect(await runJob(world.database, 'keys')).toBe('completed');
  const { rows } = await world.database.query("select key from idempotency_keys where key like 'key-%'");
  expect(rows).toEqual([{ key: 'key-29' }]);
});

test('jobs take two connections at most, and a cms that stops leaves none behind', async () => {
  await runJob(world.database, 'moments');
  const jobs = (await others()).filter((name) => name === 'ticketing-jobs');
  expect(jobs.length).toBeGreaterThan(0);
  expect(jobs.length).toBeLessThanOrEqual(2);
  await world.cms.stop();
  await until('the connections are gone', async () => (await others()).length === 0, 5_000);
});

test('each job is on the schedule once, however many instances there are', async () => {
  const server = await bootHere({ CMS_INSTANCES: '2' });
  const listening = async (): Promise<number> => (await others()).filter((name) => name === 'ticketing-live').length;
  await until('both processes behind the one port are there', async () => (await listening()) === 2);
  await runJob(world.database, 'deadlines');
  const { rows } = await world.database.query<{ name: string; cron: string }>(
    'select name, cron from pgboss.schedule order by name',
  );
  const names = rows.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  expect(rows).toEqual(
    expect.arrayContaining([
      { name: 'backup', cron: '*/10 * * * *' },
      { name: 'deadlines', cron: '* * * * *' },
      { name: 'keys', cron: '20 19 * * *' },
      { name: 'moments', cron: '* * * * *' },
      { name: 'rehearsal', cron: '*/10 * * * *' },
    ]),
  );
  await server.stop();
  await until('both have ended', async () => (await others()).length === 0, 10_000);
});

test('a cms answers although its scheduler cannot start, and takes up the jobs once it can', async () => {
  await world.database.query('alter table pgboss.version rename column version to gone');
  const server = await bootHere();
  expect((await others()).length).toBeGreaterThan(0);
  const beside = await connect(world.databaseName);
  const ended = runJob(beside, 'moments').finally(() => beside.end());
  await world.database.query('alter table pgboss.version rename column gone to version');
  expect(await ended).toBe('completed');
  await server.stop();
});
