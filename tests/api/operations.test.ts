import fs from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { JOB_NAMES, stepsDue } from 'strapi-plugin-ticketing/domain';
import { openCaddy } from '../support/caddy';
import { setService } from '../support/desk';
import { urlOf } from '../support/databases';
import { until } from '../support/jobs';
import { listenAs } from '../support/ears';
import { newcomer } from '../support/portal-account';
import { freePort, startCms, startSite, type Server } from '../support/servers';
import { openWorld, outage, signInPortal, type PortalAccount, type World } from '../support/world';
import { testReplica } from './operations/replica';

const TOKEN = 'hanya-untuk-pengumpul';
/** Longer than two of the proxy's looks, one a second: on a busy machine one comes late. */
const DRAIN = '3';
const SETTINGS = { METRICS_TOKEN: TOKEN, CMS_DRAIN_SECONDS: DRAIN };

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

test('an administrator reads what carries how much in PostgreSQL, and which number asks for a step', async () => {
  const [admin, officer] = [await world.staff('Administrator Demo'), await world.staff('Galih Ramadhan')];
  await expect(officer.getLoad({})).rejects.toMatchObject({ code: 'notAllowed' });
  const { figures, tables, due } = await admin.getLoad({});
  const { rows } = await world.database.query<{ bytes: number; connections: number }>(
    `select pg_total_relation_size(relid)::float8 as bytes, current_setting('max_connections')::float8 as connections
     from pg_stat_user_tables order by 1 desc limit 1`,
  );
  expect(figures.largestTable).toBe(rows[0]?.bytes);
  expect(figures.connections).toBeGreaterThan(100 / (rows[0]?.connections ?? 1));
  expect(figures.connections).toBeLessThan(100);
  for (const figure of Object.values(figures)) expect(Number.isFinite(figure)).toBe(true);
  expect([...due]).toEqual(stepsDue(figures));
  expect(tables.find(({ name }) => name === 'audit_entries')).toMatchObject({ purpose: 'audit' });
  expect(tables.map(({ bytes }) => bytes)).toEqual(tables.map(({ bytes }) => bytes).toSorted((a, b) => b - a));
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

const portOf = (server: Server): number => Number(new URL(server.url).port);
const folder = (name: string): string => path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName, name);

/** Asks until it is over; what was not answered as it should be is kept. */
function asking<T>(ask: () => Promise<T>) {
  const [answers, failures]: [T[], unknown[]] = [[], []];
  let isOver = false;
  const hand = async (): Promise<void> => {
    while (!isOver)
      await ask().then(
        (answer) => answers.push(answer),
        (error: unknown) => failures.push(error),
      );
  };
  const hands = Promise.all([hand(), hand()]);
  return {
    answers,
    failures,
    end: async (): Promise<void> => {
      isOver = true;
      await hands;
    },
  };
}

test('two cms and two portals behind Caddy are one desk, and each is replaced under load without losing a request', async () => {
  const [cmsPort, inside, ...sitePorts] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  const boot = (name: string, port: number) =>
    startCms(urlOf(world.databaseName), folder(name), { ...SETTINGS, CMS_PORT: String(port) });
  const open = (port: number) =>
    startSite({ url: `http://127.0.0.1:${inside}` }, folder('site'), {
      SITE_PORT: String(port),
      SITE_DRAIN_SECONDS: DRAIN,
    });
  fs.mkdirSync(folder('site'), { recursive: true });
  const running = [world.cms, await boot('b', cmsPort)];
  const caddy = await openCaddy(folder('caddy'), { cms: running.map(portOf), site: sitePorts, inside });
  const sites = await Promise.all(sitePorts.map(open));

  // Whoever signed in at one is signed in at the other, hears there what happens here, and is counted by both.
  const account = world.accounts.portal[0] as PortalAccount;
  const [here, there] = [running[0]?.url ?? '', running[1]?.url ?? ''];
  const clerk = await signInPortal(caddy.cmsUrl, account);
  const line = await listenAs(there, await signInPortal(here, account));
  const { number } = await (await signInPortal(here, account)).submitTicket(outage());
  await line.until(({ data }) => data.number === number);
  line.hangUp();
  await setService(world, 'NET-02', { name: 'Satu nama di keduanya' });
  for (const url of [here, there]) {
    const answer = await fetch(`${url}/api/ticketing/catalog`, { headers: { authorization: `Bearer ${clerk.token}` } });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Satu nama di keduanya')]);
  }
  const { email } = await newcomer(world);
  const guess = async (url: string): Promise<number> =>
    (await request(url).post('/api/auth/local').send({ identifier: email, password: 'salah-sama-sekali' })).status;
  const guesses: number[] = [];
  for (let tries = 0; tries < 8; tries += 1) guesses.push(await guess(tries % 2 === 0 ? here : there));
  expect(guesses).toEqual([400, 400, 400, 400, 400, 400, 429, 429]);

  const filing = asking(() => clerk.submitTicket(outage()));
  const reading = asking(async () => {
    const answer = await fetch(`${caddy.siteUrl}/masuk`, { signal: AbortSignal.timeout(60_000) });
    const text = await answer.text();
    if (answer.status !== 200 || !text.includes('identifier')) throw new Error(`the portal answered ${answer.status}`);
    return answer.status;
  });
  const isReady = (url: string) => () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const [index, port] of [portOf(world.cms), cmsPort].entries()) {
    await running[index]?.stop();
    running[index] = await boot(`again-${index}`, port);
    await until('the new one is ready', isReady(running[index].url));
  }
  for (const [index, port] of sitePorts.entries()) {
    await sites[index]?.stop();
    sites[index] = await open(port);
    await until('the new one is ready', isReady(sites[index].url));
  }
  await filing.end();
  await reading.end();
  await caddy.close();
  expect([filing.failures, reading.failures]).toEqual([[], []]);
  const numbers = filing.answers.map((answer) => answer.number);
  expect(numbers.length).toBeGreaterThan(10);
  expect(reading.answers.length).toBeGreaterThan(10);
  expect(new Set(numbers).size).toBe(numbers.length);
  const { rows } = await world.database.query<{ count: number }>(
    'select count(*)::int as count from tickets where number = any($1)',
    [numbers],
  );
  expect(rows[0]?.count).toBe(numbers.length);
  const schedules = await world.database.query('select name from pgboss.schedule group by name having count(*) > 1');
  expect(schedules.rows).toEqual([]);
  await Promise.all([...sites, ...running].map((server) => server.stop()));
}, 300_000);

// The cms of the tests above has ended.
testReplica(() => world);
