import fs from 'node:fs';
import path from 'node:path';
import {
  definitionOf,
  PRIVACY_VERSION,
  REPORTS,
  type DimensionId,
  type ReportName,
} from 'strapi-plugin-ticketing/domain';
import { inParallel, median, table } from '../support/bench';
import { connect, createDatabase, dropDatabase, newName } from '../support/databases';
import { startSite } from '../support/servers';
import { TEMPLATE } from '../support/template';
import { verifyFacts, verifyLog } from '../support/verify';
import { openWorld, type Person, type PortalAccount, type World } from '../support/world';
import { loadCity } from './city/load';

/** How many tickets: `BENCH_TICKETS=1000000 npm run bench -- reports`. */
const TICKETS = Number(process.env['BENCH_TICKETS'] ?? 10_000);
const SEED = 12;
const TIMES = 3;
const FILLED = newName();

let world: World;
let leader: Person;
const rows: (string | number)[][] = [];

beforeAll(async () => {
  await createDatabase(FILLED, TEMPLATE);
  const [database, beside] = [await connect(FILLED), await connect(FILLED)];
  const { tickets, entries, seconds } = await loadCity(database, beside, TICKETS, SEED, Date.now());
  process.stderr.write(`${tickets} tickets, ${entries} entries: ${Math.round(tickets / seconds)} tickets a second\n`);
  const began = performance.now();
  await database.query("select sum_stretch(s.since, s.until) from stretches_to_sum(wib_day(timezone('utc', now()))) s");
  process.stderr.write(`months summed in ${Math.round((performance.now() - began) / 1000)} s\n`);
  await Promise.all([database.end(), beside.end()]);
  for (const verify of [verifyLog, verifyFacts]) {
    const { code, said } = await verify(FILLED);
    process.stderr.write(said);
    expect(code).toBe(0);
  }
  world = await openWorld({}, FILLED);
  leader = await world.leader();
}, 3_600_000);
afterAll(async () => {
  await world.close();
  await dropDatabase(FILLED);
  table(
    `Reports at ${TICKETS} tickets, ms: median of ${TIMES}, whole answer beside a plain group by in the same run`,
    ['report', 'period', 'answer', 'plain', 'answer / plain'],
    rows,
  );
});

/** The cookie of somebody who signed in at the portal. */
async function sessionOf(url: string, { email, password }: PortalAccount): Promise<string> {
  await world.database.query(
    'insert into privacy_acknowledgements (user_id, version, at) select id, $1, now() from up_users',
    [PRIVACY_VERSION],
  );
  const signedIn = await fetch(`${url}/masuk`, {
    method: 'POST',
    headers: { origin: url },
    body: new URLSearchParams({ identifier: email, password }),
    redirect: 'manual',
  });
  if (signedIn.status !== 303) throw new Error(`the portal answered ${signedIn.status} to a sign-in`);
  return signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const spent: number[] = [];
  for (let time = -1; time < TIMES; time += 1) {
    // A transaction has ended since: nothing is answered out of memory.
    await world.database.query('select pg_current_xact_id()');
    const start = performance.now();
    await work();
    if (time >= 0) spent.push(performance.now() - start);
  }
  return median(spent);
}

/** What a report with these rows would be, asked of the tickets themselves. */
const PLAIN: Partial<Record<DimensionId, string>> = {
  status: 't.status',
  skpd: 't.skpd_id',
  category: 'c.parent_id',
  service: 't.category_id',
  priority: 't.priority',
  channel: 't.channel',
  officer: 't.assignee_id',
  team: 't.team_id',
};
const plainOf = (report: ReportName): string => {
  const [by] = definitionOf(report).by;
  const key = PLAIN[by as DimensionId] ?? "to_char(t.submitted_at, 'YYYY-MM')";
  return `select ${key} as key, count(*), count(*) filter (where t.status = 'RESOLVED'),
    count(*) filter (where t.status = 'RESOLVED' and not t.is_resolution_late), avg(t.resolution_minutes)
    from tickets t join categories c on c.id = t.category_id join skpd s on s.id = t.skpd_id
    where not t.is_confidential and wib_day(t.submitted_at) between $1 and $2 group by 1`;
};

const today = new Date().toISOString().slice(0, 10);
const PERIODS = {
  'this month': { from: `${today.slice(0, 7)}-01`, to: today },
  'this year': { from: `${today.slice(0, 4)}-01-01`, to: today },
  'ten years': { from: `${Number(today.slice(0, 4)) - 10}-01-01`, to: today },
};

test.each(REPORTS.filter((report) => report !== 'survey'))(
  '%s',
  async (report) => {
    for (const [name, period] of Object.entries(PERIODS)) {
      const own = await took(() => leader.getReport({ report, ...period, compare: 'none' }));
      const plain = await took(() => world.database.query(plainOf(report), [period.from, period.to]));
      rows.push([report, name, own, plain, (own / plain).toFixed(2)]);
    }
  },
  600_000,
);

/** What sixteen leaders of a meeting open at once, while nothing is written and while somebody files every second. */
test('the dashboard', async () => {
  const dataDir = path.join(process.env['TEST_DATA_DIR'] ?? '', `${world.databaseName}-site`);
  fs.mkdirSync(dataDir, { recursive: true });
  const site = await startSite(world.cms, dataDir);
  const cookie = await sessionOf(site.url, world.accounts.portal[3] as PortalAccount);
  const get = (url: string) => async () => {
    const response = await fetch(url, { headers: { cookie }, redirect: 'manual' });
    if (response.status >= 300) throw new Error(`${url} answered ${response.status}`);
    await response.arrayBuffer();
  };
  const anew = async (work: () => Promise<unknown>) => {
    await world.database.query('select pg_current_xact_id()');
    await work();
  };
  const page = get(`${site.url}/dasbor`);
  const health = get(`${world.cms.url}/_health`);
  const found: (string | number)[][] = [];
  const note = (what: string, [rate, middle, late]: readonly [number, number, number]) =>
    found.push([what, rate.toFixed(1), middle.toFixed(0), late.toFixed(0)]);
  await inParallel(4, 20, page);
  note('one, of a state nobody asked before', await inParallel(1, 20, () => anew(page)));
  note('one, again', await inParallel(1, 20, page));
  note('sixteen at once', await inParallel(16, 160, page));
  const filing = setInterval(() => void world.database.query('select pg_current_xact_id()'), 1000);
  note('sixteen at once, something written each second', await inParallel(16, 160, page));
  clearInterval(filing);
  note('_health, sixteen at once', await inParallel(16, 1600, health));
  await site.stop();
  table(`The dashboard at ${TICKETS} tickets`, ['what', 'a second', 'median ms', 'p95 ms'], found);
}, 600_000);
