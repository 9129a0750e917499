import path from 'node:path';
import { urlOf } from '../support/databases';
import { startCms } from '../support/servers';
import { verifyLog } from '../support/verify';
import { openWorld, outage, type World } from '../support/world';

let world: World;
let number: string;

/** As whoever owns the machine: past the triggers that hold everybody else. */
const asSuperuser = async (...statements: string[]) => {
  await world.database.query(
    [
      'begin',
      'alter table audit_entries disable trigger all',
      'alter table audit_seals disable trigger all',
      ...statements,
      'alter table audit_entries enable trigger all',
      'alter table audit_seals enable trigger all',
      'commit',
    ].join(';\n'),
  );
};
const restore = () =>
  asSuperuser(
    'delete from audit_entries',
    'insert into audit_entries select * from kept_entries',
    'delete from audit_seals',
    'insert into audit_seals select * from kept_seals',
  );
const ask = async <Row>(sql: string): Promise<Row> => (await world.database.query(sql)).rows[0] as Row;

beforeAll(async () => {
  world = await openWorld();
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  ({ number } = await clerk.submitTicket(outage()));
  await officer.actOnTicket({ number, action: 'claim' });
  await officer.commentOnTicket({ number, body: 'Sedang kami periksa.', internal: false });
  await officer.actOnTicket({ number, action: 'resolve', resolutionSummary: 'Kabel diganti.' });
  // Two days pass: what was written so far, in halves, is written the day before yesterday and yesterday. No hash
  // covers this.
  await asSuperuser(
    `update audit_entries set created_at = created_at - interval '1 day' * case when id < (select ` +
      `percentile_disc(0.5) within group (order by id) from audit_entries) then 2 else 1 end`,
  );
  // Two more instances boot at once, and both find days to seal.
  const instances = await Promise.all(
    [1, 2].map((each) =>
      startCms(
        urlOf(world.databaseName),
        path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName, String(each)),
      ),
    ),
  );
  for (
    const until = Date.now() + 30_000;
    (await ask<{ count: number }>('select count(*)::int as count from audit_seals')).count < 2 && Date.now() < until;
  )
    await new Promise((resolve) => setTimeout(resolve, 200));
  await Promise.all(instances.map((instance) => instance.stop()));
  // Today goes on.
  await clerk.submitTicket(outage());
  await world.database.query(
    'create table kept_entries as table audit_entries; create table kept_seals as table audit_seals',
  );
}, 240_000);
afterAll(() => world.close());
afterEach(restore);

test('each day that ended has one seal, over what was written on it, chained to the day before', async () => {
  const { rows } = await world.database.query(
    'select day::text as day, entries::int as entries, last_id::int as last_id, previous_hash, hash from ' +
      'audit_seals order by day',
  );
  expect(rows).toHaveLength(2);
  expect(Date.parse(rows[1].day) - Date.parse(rows[0].day)).toBe(86_400_000);
  expect([rows[0].previous_hash, rows[1].previous_hash]).toEqual([null, rows[0].hash]);
  const { before } = await ask<{ before: number }>(
    `select count(*)::int as before from audit_entries where id <= ${rows[1].last_id as number}`,
  );
  expect(rows[0].entries + rows[1].entries).toBe(before);
  for (const sql of ['update audit_seals set entries = 0', 'delete from audit_seals', 'truncate audit_seals'])
    await expect(world.database.query(sql)).rejects.toThrow('append-only');
});

test('a whole log is called whole, with its numbers, beside the running system', async () => {
  const { entries, chains } = await ask<{ entries: number; chains: number }>(
    'select count(*)::int as entries, count(distinct (subject_type, subject_id))::int as chains from audit_entries',
  );
  const { code, said } = await verifyLog(world.databaseName);
  expect(said).toContain(`${entries} entri, ${chains} rantai, 2 segel: utuh`);
  expect(code).toBe(0);
});

const tamperings: [string, () => Promise<{ sql: string[]; says: string | RegExp }>][] = [
  [
    'an entry that says something else',
    async () => {
      const { id } = await ask<{ id: number }>(
        `select id from audit_entries where subject_id = '${number}' and event = 'comment'`,
      );
      return {
        sql: [`update audit_entries set payload = jsonb_set(payload, '{text}', '"Sudah selesai."') where id = ${id}`],
        says: `ticket ${number}, entri ${id}: isinya diubah`,
      };
    },
  ],
  [
    'an entry at another time, by less than anybody would see',
    async () => {
      const { id } = await ask<{ id: number }>(
        `select id from audit_entries where subject_id = '${number}' and event = 'claim'`,
      );
      return {
        sql: [`update audit_entries set at = at - interval '1 microsecond' where id = ${id}`],
        says: `ticket ${number}, entri ${id}: isinya diubah`,
      };
    },
  ],
  [
    'an entry by another person',
    async () => {
      const { id } = await ask<{ id: number }>(
        "select id from audit_entries where subject_type = 'skpd' order by id limit 1 offset 7",
      );
      return {
        sql: [`update audit_entries set actor_name = 'Orang Lain' where id = ${id}`],
        says: `entri ${id}: isinya diubah`,
      };
    },
  ],
  [
    'an entry taken out of its chain',
    async () => {
      const { id, next } = await ask<{ id: number; next: number }>(
        `select id, (select min(id) from audit_entries n where n.subject_id = e.subject_id and n.id > e.id) ` +
          `as next from audit_entries e where subject_id = '${number}' and event = 'comment'`,
      );
      return {
        sql: [`delete from audit_entries where id = ${id}`],
        says: `ticket ${number}, entri ${next}: entri sebelumnya hilang`,
      };
    },
  ],
  [
    'two entries that have changed places',
    async () => {
      const { a, b } = await ask<{ a: number; b: number }>(
        `select min(id) as a, max(id) as b from audit_entries where subject_id = '${number}' and event in ` +
          `('claim', 'comment')`,
      );
      return {
        sql: [
          `update audit_entries set id = -1 where id = ${a}`,
          `update audit_entries set id = ${a} where id = ${b}`,
          `update audit_entries set id = ${b} where id = -1`,
        ],
        says: `ticket ${number}, entri ${a}: tidak menyambung`,
      };
    },
  ],
  [
    'the end of a chain cut off',
    async () => {
      const { id } = await ask<{ id: number }>(
        `select max(id) as id from audit_entries where subject_id = '${number}' and event = 'resolve'`,
      );
      return {
        sql: [`delete from audit_entries where id = ${id}`],
        says: /segel \d{4}-\d\d-\d\d: disegel \d+ entri, kini ada \d+/,
      };
    },
  ],
  [
    'a whole chain that never was',
    async () => ({
      sql: ["delete from audit_entries where subject_type = 'staff-account' and subject_id = '1'"],
      says: /segel \d{4}-\d\d-\d\d: disegel \d+ entri/,
    }),
  ],
  [
    'the whole history of a ticket, before any seal covers it',
    async () => {
      const { subject_id } = await ask<{ subject_id: string }>(
        "select subject_id from audit_entries where subject_type = 'ticket' order by id desc limit 1",
      );
      return {
        sql: [`delete from audit_entries where subject_type = 'ticket' and subject_id = '${subject_id}'`],
        says: `ticket ${subject_id}: seluruh riwayatnya hilang`,
      };
    },
  ],
  [
    'two chains that have changed places in time',
    async () => {
      const { a, b } = await ask<{ a: number; b: number }>(
        "select min(id) as a, max(id) as b from audit_entries where subject_type = 'holiday' and id in (select min(id) from audit_entries group by subject_type, subject_id having count(*) = 1)",
      );
      return {
        sql: [
          `update audit_entries set id = -1 where id = ${a}`,
          `update audit_entries set id = ${a} where id = ${b}`,
          `update audit_entries set id = ${b} where id = -1`,
        ],
        says: /segel \d{4}-\d\d-\d\d: entri hari itu diganti atau urutannya diubah/,
      };
    },
  ],
  [
    'a seal that counts fewer',
    async () => ({
      sql: ['update audit_seals set entries = entries - 1 where day = (select min(day) from audit_seals)'],
      says: /segel \d{4}-\d\d-\d\d: segelnya sendiri diubah/,
    }),
  ],
  [
    'the first seal gone',
    async () => ({
      sql: ['delete from audit_seals where day = (select min(day) from audit_seals)'],
      says: /segel \d{4}-\d\d-\d\d: tidak menyambung pada segel sebelumnya/,
    }),
  ],
];

test.each(tamperings)('caught and named: %s', async (_, tamper) => {
  const { sql, says } = await tamper();
  await asSuperuser(...sql);
  const { code, said } = await verifyLog(world.databaseName);
  expect(said).toMatch(/Mata rantai pertama yang putus: /);
  expect(said.slice(said.indexOf('putus: '))).toMatch(
    says instanceof RegExp
      ? new RegExp(`^putus: .*${says.source}`)
      : new RegExp(`^putus: .*${says.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`),
  );
  expect(code).toBe(1);
});

test('a database without a log is a sentence, not a crash', async () => {
  const { code, said } = await verifyLog('postgres');
  expect(said).toContain('tidak memuat jejak audit');
  expect(code).toBe(1);
});
