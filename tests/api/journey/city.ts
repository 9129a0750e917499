import fs from 'node:fs';
import {
  dayLater,
  definitionOf,
  type DimensionId,
  DURATION_EDGES,
  edgeOf,
  histogramFrom,
  isCount,
  isStock,
  isTimes,
  REPORTS,
  ticketsBehind,
  wibDay,
} from '../../../plugins/ticketing/domain';
import type { Life, Step } from '../../bench/city/life';
import { loadCity, SEARCH_ROWS } from '../../bench/city/load';
import { type City, settle } from '../../bench/city/office';
import { written } from '../../bench/city/write';
import { connect } from '../../support/databases';
import { runJob } from '../../support/jobs';
import { officeOf, told } from '../../support/office';
import { lifeOf, recounted, type Life as Recounted } from '../../support/recount';
import { verifyFacts } from '../../support/verify';
import { outage, type Person } from '../../support/world';
import { DEFINITION, OF_CLASSES, world } from './stage';

test('the city of the bench is written as people would have made it: rows, entries, facts and words', async () => {
  const { database } = world;
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const lived: string[] = [];
  const file = async () => {
    const { number } = await clerk.submitTicket(outage());
    lived.push(number);
    return number;
  };
  const first = await file();
  await officer.actOnTicket({ number: first, action: 'claim' });
  await officer.commentOnTicket({ number: first, body: 'Sedang kami periksa.' });
  await officer.commentOnTicket({ number: first, body: 'Cek ODP.', internal: true });
  await officer.actOnTicket({ number: first, action: 'askRequester', question: 'Lampu merah?' });
  await clerk.commentOnTicket({ number: first, body: 'Ya.' });
  await officer.actOnTicket({
    number: first,
    action: 'waitThirdParty',
    party: 'Penyedia',
    reason: 'Menunggu teknisi.',
  });
  await officer.actOnTicket({ number: first, action: 'resume' });
  const result = { resolutionSummary: 'Kabel diganti.', workDone: 'Diuji.', effortMinutes: 30 };
  await officer.actOnTicket({ number: first, action: 'resolve', ...result });
  await clerk.actOnTicket({ number: first, action: 'reopen', reason: 'Terjadi lagi.' });
  await officer.actOnTicket({ number: first, action: 'resolve', ...result });
  await clerk.actOnTicket({ number: first, action: 'rate', rating: 3 });
  await officer.actOnTicket({ number: await file(), action: 'reject', reason: 'Di luar lingkup.' });
  await clerk.actOnTicket({ number: await file(), action: 'cancel', reason: 'Tidak diperlukan.' });

  const city = await settle(database);
  const given: Readonly<Record<string, readonly object[]>> = {
    comment: [{ body: 'Sedang kami periksa.' }, { body: 'Cek ODP.', internal: true }, { body: 'Ya.' }],
    askRequester: [{ question: 'Lampu merah?' }],
    waitThirdParty: [{ party: 'Penyedia', reason: 'Menunggu teknisi.' }],
    resolve: [1, 2].map(() => ({ summary: 'Kabel diganti.', workDone: 'Diuji.', effortMinutes: 30 })),
    reopen: [{ reason: 'Terjadi lagi.' }],
    rate: [{ rating: 3 }],
    reject: [{ reason: 'Di luar lingkup.' }],
    cancel: [{ reason: 'Tidak diperlukan.' }],
  };
  for (const number of lived) {
    const { rows: tickets } = await database.query<Record<string, unknown>>(
      'select to_jsonb(t) as row, t.form from tickets t where number = $1',
      [number],
    );
    const there = tickets[0]?.['row'] as Record<string, unknown>;
    const { rows: entries } = await database.query<Record<string, unknown> & { event: string; at: string }>(
      `select event, (extract(epoch from at) * 1000)::bigint::text as at, actor_kind, actor_id, actor_name, actor_role, payload
       from audit_entries where subject_type = 'ticket' and subject_id = $1 order by id`,
      [number],
    );
    const by = (entry: Record<string, unknown> | undefined) =>
      ({
        ...{ kind: entry?.['actor_kind'], id: entry?.['actor_id'], name: entry?.['actor_name'] },
        ...{ role: entry?.['actor_role'], phone: '', email: '' },
      }) as City['clerks'][number];
    const used: Record<string, number> = {};
    const steps = entries.slice(1).map((entry) => {
      const place = (used[entry.event] = (used[entry.event] ?? 0) + 1) - 1;
      return {
        at: Number(entry.at),
        by: by(entry),
        does: entry.event,
        ...given[entry.event]?.[place],
      } as unknown as Step;
    });
    const [service, skpd] = [
      city.services.find(({ code }) => code === 'NET-01') as City['services'][number],
      city.skpd.find(({ code }) => code === 'DISDIKBUD') as City['skpd'][number],
    ];
    const { title, description, impact, urgency, contact } = outage();
    const asked = { number, at: Number(entries[0]?.at), by: by(entries[0]), service, skpd, channel: 'WEB', contact };
    const form = there['form'] as Life['form'];
    const made = written({ ...asked, title, description, impact, urgency, form, steps }, city, Number(there['id']));
    // As rows of the table: instants and JSON in PostgreSQL's own writing. What only the clock waits for is put out.
    const { rows: rewritten } = await database.query<{ row: Record<string, unknown> }>(
      'select to_jsonb(t) as row from json_populate_recordset(null::tickets, $1) t',
      [JSON.stringify([made.ticket])],
    );
    const own = ({ document_id: _, next_moment_at: __, ...row }: Record<string, unknown>) => row;
    expect(own(rewritten[0]?.row ?? {})).toEqual(own(there));
    expect(
      made.entries.map(({ event, at, actor_kind, actor_id, actor_name, actor_role, payload }) => ({
        ...{ event, at: String((at as Date).getTime()), actor_kind, actor_id, actor_name, actor_role },
        payload: JSON.parse(JSON.stringify(payload)) as unknown,
      })),
    ).toEqual(entries);
    const { rows: words } = await database.query<{ kept: string; anew: string }>(
      `select strip(w.words)::text as kept, strip(s.words)::text as anew
       from ticket_search w join (${SEARCH_ROWS}) s on s.ticket_id = w.ticket_id`,
      [there['id'], there['id']],
    );
    expect(words[0]?.anew).toBe(words[0]?.kept);
  }
});

describe('the figures of every report, over a random city of ten years', () => {
  /** One city for everybody who runs this; `CITY_SEED=7 npm test -- api tests/api/journey` looks at another. */
  const seed = Number(process.env['CITY_SEED'] ?? 20261129);
  beforeAll(async () => {
    const beside = await connect(world.databaseName);
    await loadCity(world.database, beside, 400, seed, Date.now());
    await beside.end();
    expect(await runJob(world.database, 'sums')).toBe('completed');
  }, 120_000);

  const FILTERS: readonly Readonly<Record<string, string>>[] = [
    {},
    { skpd: 'DISDIKBUD' },
    { category: 'NET' },
    { status: 'RESOLVED,IN_PROGRESS', priority: 'HIGH,MEDIUM' },
    { team: 'TIM-INFRA', channel: 'WEB' },
    { assignee: 'none' },
  ];
  const fits = ({ keys }: Recounted, filters: Readonly<Record<string, string>>): boolean =>
    Object.entries(filters).every(([name, value]) =>
      value.split(',').includes(keys[name === 'assignee' ? 'officer' : name] ?? ''),
    );
  const MEASURED = REPORTS.filter((report) => report !== 'survey');

  test('equal a naive recount of the histories, to the digit, and lead to exactly their tickets', async () => {
    const { database } = world;
    const [now, office, histories] = [Date.now(), await officeOf(database), await told(database)];
    const today = wibDay(now);
    const periods = [
      { from: '2020-01-01', to: '2035-12-31' },
      { from: dayLater(today, -45), to: dayLater(today, -10) },
      { from: `${today.slice(0, 7)}-01`, to: today },
    ];
    const coordinator = await world.staff('Laila Safitri');
    const lives = [...histories.values()].map((entries) => lifeOf(entries, office, now));
    expect(lives.length).toBeGreaterThan(40);
    const [compared, listed] = [new Set<string>(), new Set<string>()];
    for (const [index, report] of MEASURED.entries())
      for (const by of definitionOf(report).by) {
        const [filters, days] = [
          FILTERS[(index + compared.size) % FILTERS.length] ?? {},
          periods[index % 3] ?? periods[0],
        ];
        const isChosen = definitionOf(report).by.length > 1 && by !== 'ticket';
        const found = await coordinator.getReport({
          ...{ report, ...days, ...filters },
          ...(isChosen && { by: by as DimensionId }),
        });
        const chosen = lives.filter((life) => fits(life, filters));
        for (const row of found.rows) {
          const code = String(row.cells['code'] ?? '');
          const codes = Object.values(row.only ?? {}).flatMap((value) => value.split(','));
          const own = codes.length > 0 ? chosen.filter(({ keys }) => codes.includes(keys[by] ?? '')) : chosen;
          for (const column of row.measure ? [{ key: 'current', measure: row.measure, leads: null }] : found.columns) {
            if (!column.measure || by === 'ticket') continue;
            const isWork = ['effortMinutes', 'effortEntries'].includes(column.measure);
            // Whose work it was stands in the record, and not on the ticket.
            const naive =
              isWork && (by === 'officer' || 'assignee' in filters)
                ? undefined
                : recounted(column.measure, own, row.days ?? found, today);
            // Of each month there is the stock alone.
            const isUntold = by === 'month' && isStock(column.measure) && column.measure !== 'open';
            if (naive === undefined || isUntold) continue;
            compared.add(column.measure);
            const where = [seed, report, by, filters, code, column.measure];
            expect([...where, row.cells[column.key]]).toEqual([...where, naive]);
            const behind = ticketsBehind(found, row, column);
            const isList = isCount(column.measure) && !isTimes(column.measure) && Number(naive) > 0;
            if (!isList || !behind || listed.has(JSON.stringify(behind))) continue;
            listed.add(JSON.stringify(behind));
            const { pagination } = await coordinator.listTickets({ ...behind, pageSize: 1 });
            expect([...where, behind, pagination.total]).toEqual([...where, behind, naive]);
          }
        }
      }
    expect(compared.size).toBeGreaterThan(40);
    expect(listed.size).toBeGreaterThan(60);
  });

  /** Every report by everything it may be asked by: of all, and narrowed by one thing and by two. */
  const answers = async (person: Person) => {
    const all = [];
    for (const report of MEASURED)
      for (const by of definitionOf(report).by) {
        const isChosen = definitionOf(report).by.length > 1 && by !== 'ticket';
        const filters = FILTERS[[0, 1, 0, 4][all.length % 4] ?? 0];
        const said = await person.getReport({
          ...{ report, from: '2018-03-15', to: '2035-12-31', ...filters },
          ...(isChosen && { by: by as DimensionId }),
        });
        all.push({ ...said, asOf: '' });
      }
    return all;
  };
  const sumsOf = async (what: string): Promise<number> =>
    Number((await world.database.query<{ n: number }>(`select count(*)::int as n from ${what}`)).rows[0]?.n);

  test('put a duration into the class that the definitions put it into', async () => {
    const around = DURATION_EDGES.flatMap((edge) => [edge - 1, edge, edge + 1]);
    const { rows } = await world.database.query<{ minutes: number; digits: string }>(
      'select minutes, duration_unit(minutes)::text as digits from unnest($1::int[]) minutes',
      [around],
    );
    expect(rows.map(({ digits }) => histogramFrom(digits))).toEqual(
      around.map((minutes) => ({ [edgeOf(minutes)]: 1 })),
    );
  });

  test('are read from sums of months and days and say what the facts say, to the digit, also right after one changed', async () => {
    const { database } = world;
    const coordinator = await world.staff('Laila Safitri');
    expect(await sumsOf('fresh_stretches()')).toBeGreaterThan(100);
    const {
      rows: [old],
    } = await database.query<{ number: string; day: string }>(
      `select t.number, wib_day(t.submitted_at)::text as day from tickets t join ticket_facts f on f.id = t.id
        where f.status = 'RESOLVED' and f.rating is null and not f.is_confidential and f.resolved_at < now() - interval
        '3 months' order by t.id limit 1`,
    );
    // A number of a sum that is wrong is seen in the report, and named by the command.
    const received = async () =>
      (await coordinator.getReport({ report: 'by-skpd', from: '2010-01-01' })).totals?.['received'];
    const right = Number(await received());
    await database.query(`update ticket_sums set received = received + 7 where ctid = (select ctid from ticket_sums
      where dimension = 'skpd' order by since limit 1)`);
    expect(await received()).toBe(right + 7);
    const found = await verifyFacts(world.databaseName);
    expect([found.code, found.said]).toEqual([1, expect.stringMatching(/Jumlah sejak \d{4}-\d{2}-01 tidak sama/)]);
    await database.query('select sum_stretch(since, until) from ticket_sums order by since limit 1');
    const mended = await verifyFacts(world.databaseName);
    expect([await received(), mended]).toMatchObject([right, { code: 0 }]);

    // Somebody changes what lies years back: its month is read from the facts until it is summed again.
    const isFresh = () => sumsOf(`fresh_stretches() where '${old?.day}' >= since and '${old?.day}' < until`);
    expect(await isFresh()).toBe(1);
    await database.query("update tickets set rating = 1, priority = 'LOW' where number = $1", [old?.number]);
    expect(await isFresh()).toBe(0);
    const changed = await answers(coordinator);
    await database.query('insert into stale_days select since from summed_stretches');
    expect(await answers(coordinator)).toEqual(changed);
    expect(await runJob(database, 'sums')).toBe('completed');
    expect([await isFresh(), await answers(coordinator)]).toEqual([1, changed]);

    // A month in its days says the same; once it is over it takes their place.
    const days = `from generate_series(date_trunc('month', '${old?.day}'::timestamp), date_trunc('month', '${old?.day}'::timestamp)
      + interval '1 month' - interval '1 day', interval '1 day') d`;
    const isMonth = `where since = date_trunc('month', '${old?.day}'::timestamp)::date`;
    await database.query(`delete from summed_stretches ${isMonth}`);
    await database.query(`select sum_stretch(d::date, d::date + 1) ${days}`);
    expect(await sumsOf(`fresh_stretches() f where exists (select ${days} where f.since = d::date)`)).toBeGreaterThan(
      27,
    );
    expect(await answers(coordinator)).toEqual(changed);
    expect(await runJob(database, 'sums')).toBe('completed');
    expect(await sumsOf(`fresh_stretches() f where exists (select ${days} where f.since = d::date)`)).toBe(1);
    expect([await isFresh(), await answers(coordinator)]).toEqual([1, changed]);

    // As each boot does it: a definition that stayed spoils nothing, another one every sum that was made before it.
    const define = async () => void (await database.query(fs.readFileSync(DEFINITION, 'utf8')));
    await define();
    expect(await isFresh()).toBe(1);
    await database.query("comment on function ticket_sums_now(date, date) is 'an earlier one'");
    await define();
    expect(await sumsOf('fresh_stretches()')).toBe(0);
    await define();
    expect(await runJob(database, 'sums')).toBe('completed');
    expect([await isFresh(), await answers(coordinator)]).toEqual([1, changed]);

    // A database of before kept classes as arrays: nothing of its sums is believed, and all are made again.
    await database.query("alter table ticket_sums alter column reply type integer[] using '{0}'");
    await database.query(fs.readFileSync(OF_CLASSES, 'utf8'));
    await define();
    expect([await sumsOf('ticket_sums'), await sumsOf('fresh_stretches()')]).toEqual([0, 0]);
    expect(await answers(coordinator)).toEqual(changed);
    expect(await runJob(database, 'sums')).toBe('completed');
    expect([await isFresh(), await answers(coordinator)]).toEqual([1, changed]);
    // What is of today's shape it leaves alone.
    await database.query(fs.readFileSync(OF_CLASSES, 'utf8'));
    expect(await isFresh()).toBe(1);
    await database.query('update tickets set rating = null where number = $1', [old?.number]);
  });
});
