import path from 'node:path';
import request from 'supertest';
import { JOB_NAMES } from 'strapi-plugin-ticketing/domain';
import { openBalancer } from '../support/balancer';
import { urlOf } from '../support/databases';
import { until } from '../support/jobs';
import { startCms, type Server } from '../support/servers';
import { openWorld, outage, signInPortal, type PortalAccount, type World } from '../support/world';
import { testReplica } from './operations/replica';

const TOKEN = 'hanya-untuk-pengumpul';
const SETTINGS = { METRICS_TOKEN: TOKEN, CMS_DRAIN_SECONDS: '1' };

let world: World;
beforeAll(async () => {
  world = await openWorld(SETTINGS);
}, 240_000);
afterAll(() => world.close());

const metrics = async (authorization: string) => request(world.cms.url).get('/metrics').set({ authorization });

test('figures are there for whoever holds the key, and for nobody else', async () => {
  const clerk = await world.clerk();
  const { number } = await clerk.submitTicket(outage());
  await clerk.getTicket({ number });
  for (const wrong of ['', 'Bearer ', 'Bearer lain', TOKEN]) expect((await metrics(wrong)).status).toBe(404);
  const { status, text } = await metrics(`Bearer ${TOKEN}`);
  expect(status).toBe(200);
  expect(text).toMatch(
    /ticketing_http_request_duration_seconds_count\{method="GET",route="\/api\/ticketing\/tickets\/:number",status="2xx"\} [1-9]/,
  );
  expect(text).toMatch(/ticketing_sql_statements_total [1-9]/);
  expect(text).toMatch(/ticketing_pool_connections\{state="free"\} \d/);
  expect(text).toMatch(/ticketing_database_bytes [1-9]/);
  expect(text).toMatch(/nodejs_eventloop_lag_seconds /);
  expect(text).toMatch(/ticketing_outbox_letters\{state="waiting"\} \d/);
  expect(text).toMatch(/ticketing_outbox_oldest_seconds \d/);
  expect(text).toMatch(/ticketing_storage_up 1/);
  // Patterns only: no number, name or address of anybody.
  expect(text).not.toContain(number);
  expect(text).not.toContain(clerk.email);
});

test('an administrator has a job run now, sees how it went, and it is written down', async () => {
  const [admin, officer] = [await world.staff('Administrator Demo'), await world.staff('Galih Ramadhan')];
  await expect(officer.runJob({ name: 'seals' })).rejects.toMatchObject({ code: 'notAllowed' });
  const sealsOf = async () => (await admin.getOperations({})).jobs.find(({ name }) => name === 'seals');
  await until('the first runs have ended', async () => (await sealsOf())?.last !== null);
  const before = (await sealsOf())?.last?.at ?? '';
  const { jobs } = await admin.runJob({ name: 'seals' });
  expect(jobs.find(({ name }) => name === 'seals')).toMatchObject({ isWaiting: true });
  await until('it has run', async () => ((await sealsOf())?.last?.at ?? '') > before);
  const seals = await sealsOf();
  expect(seals).toMatchObject({ isRunning: false, isWaiting: false, failed: 0, last: { isGood: true, why: null } });
  expect(Date.parse(seals?.nextAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
  // Everything that happens by itself is there, also what is done once a night.
  expect(jobs.map(({ name }) => name).sort()).toEqual([...JOB_NAMES].sort());
  const { rows } = await world.database.query<{ actor_name: string }>(
    "select actor_name from audit_entries where event = 'runJob' and subject_id = 'ticketing.job.seals'",
  );
  expect(rows).toEqual([{ actor_name: 'Administrator Demo' }]);
});

test('of two instances each is stopped and started again under load, and no request is lost', async () => {
  const portOf = (server: Server): number => Number(new URL(server.url).port);
  const boot = (name: string) =>
    startCms(
      urlOf(world.databaseName),
      path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName, name),
      SETTINGS,
    );
  const running = [world.cms, await boot('b')];
  const balancer = await openBalancer(() => running.map(portOf));
  const clerk = await signInPortal(balancer.url, world.accounts.portal[0] as PortalAccount);
  const answers: string[] = [];
  const failures: unknown[] = [];
  let isOver = false;
  const hand = async () => {
    while (!isOver)
      await clerk.submitTicket(outage()).then(
        ({ number }) => answers.push(number),
        (error: unknown) => failures.push(error),
      );
  };
  const hands = [hand(), hand(), hand()];
  await running[0]?.stop();
  running[0] = await boot('c');
  await running[1]?.stop();
  await new Promise((resolve) => setTimeout(resolve, 500));
  isOver = true;
  await Promise.all(hands);
  balancer.close();
  expect(failures).toEqual([]);
  expect(answers.length).toBeGreaterThan(10);
  expect(new Set(answers).size).toBe(answers.length);
  const { rows } = await world.database.query<{ count: number }>(
    'select count(*)::int as count from tickets where number = any($1)',
    [answers],
  );
  expect(rows[0]?.count).toBe(answers.length);
  const schedules = await world.database.query('select name from pgboss.schedule group by name having count(*) > 1');
  expect(schedules.rows).toEqual([]);
  await running[0]?.stop();
}, 240_000);

// The cms of the tests above has ended.
testReplica(() => world);
