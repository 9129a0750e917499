import { definitionOf, REPORTS, type DimensionId, type ReportName } from 'strapi-plugin-ticketing/domain';
import { median, table } from '../support/bench';
import { connect, createDatabase, dropDatabase, newName } from '../support/databases';
import { TEMPLATE } from '../support/template';
import { verifyFacts, verifyLog } from '../support/verify';
import { openWorld, type Person, type World } from '../support/world';
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
