import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { checksums, fileSums, keep, rehearse } from '../support/backups';
import { connect, createDatabase, dropDatabase, newName, urlOf } from '../support/databases';
import { fileOf, PDF, PNG } from '../support/files';
import { until } from '../support/jobs';
import { startCms } from '../support/servers';
import { openSlowLine } from '../support/slow-line';
import { verifyLog } from '../support/verify';
import { openWorld, outage, readAccounts, signInPortal, type World } from '../support/world';

let world: World;
let home: string;
/** The file that a quiet evening left, and what the system was at that moment. */
let file: string;
let before: Record<string, string>;
let lastNumber: string;
const made: string[] = [];

const attachments = (dataDir: string): string => path.join(dataDir, 'attachments', 'uploads');
const backups = (): string[] =>
  fs
    .readdirSync(path.join(home, 'backups'))
    .sort()
    .map((name) => path.join(home, 'backups', name));

/** An empty system: a database and a data folder nobody has used. */
async function emptySystem(): Promise<{ database: string; dataDir: string }> {
  const database = newName();
  await createDatabase(database);
  made.push(database);
  return { database, dataDir: path.join(home, database) };
}

/** Nobody works, and nothing happens by itself. */
const stopWorld = (): Promise<void> => world.cms.stop();

beforeAll(async () => {
  world = await openWorld();
  home = path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName);
  const clerk = await world.clerk();
  const { number } = await clerk.submitTicket(outage());
  await clerk.addAttachment({ number, file: fileOf('surat.pdf', PDF) });
  await clerk.addAttachment({ number, file: fileOf('foto.png', PNG) });
  ({ number: lastNumber } = await clerk.submitTicket(outage({ title: 'Yang terakhir sebelum cadangan' })));
}, 240_000);
afterAll(async () => {
  await world.close();
  for (const name of made) await dropDatabase(name);
});

test('a backup made while people write is of one moment: restored, every ticket has its history and every chain is whole', async () => {
  const clerk = await world.clerk();
  let isMade = false;
  const numbers: string[] = [];
  const writing = (async () => {
    while (!isMade) numbers.push((await clerk.submitTicket(outage())).number);
  })();
  const { code, said } = await keep('backup', { database: world.databaseName, dataDir: home });
  isMade = true;
  await writing;
  expect(said).toContain('tabel');
  expect(code).toBe(0);
  expect(numbers.length).toBeGreaterThan(0);
  const system = await emptySystem();
  expect(await keep('restore', system, backups())).toMatchObject({ code: 0 });
  expect(await verifyLog(system.database)).toMatchObject({ code: 0 });
  const restored = await connect(system.database);
  const { rows } = await restored.query(
    `select number from tickets t where (select count(*) from audit_entries
       where subject_type = 'ticket' and subject_id = t.number and event = 'submit') <> 1`,
  );
  await restored.end();
  expect(rows).toEqual([]);
}, 180_000);

test('a restored system has the same rows, sequences, objects and files, and gives the next number', async () => {
  await stopWorld();
  before = await checksums(world.database);
  for (const old of backups()) fs.rmSync(old);
  const kept = await keep('backup', { database: world.databaseName, dataDir: home });
  expect(kept.code).toBe(0);
  // No kind of object that we make is left out.
  expect(kept.said).not.toContain('tidak ikut dicadangkan');
  [file = ''] = backups();
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);

  const system = await emptySystem();
  expect(await keep('restore', system, [file])).toMatchObject({ code: 0 });
  const restored = (await connect(system.database)).on('error', () => undefined);
  expect(await checksums(restored)).toEqual(before);
  // Files of the samples came with the template and lie elsewhere; what this system holds comes back byte for byte.
  expect(fileSums(attachments(system.dataDir))).toEqual(fileSums(attachments(home)));

  const cms = await startCms(urlOf(system.database), system.dataDir);
  const [account] = readAccounts().portal;
  if (!account) throw new Error('there is no clerk');
  const clerk = await signInPortal(cms.url, account);
  const { rows } = await restored.query<{ number: string }>('select max(number) as number from tickets');
  const last = Number(rows[0]?.number.slice(-5));
  const { number } = await clerk.submitTicket(outage());
  expect(Number(number.slice(-5))).toBe(last + 1);
  const [attached] = await clerk.listAttachments({
    number: lastNumber.replace(/\d{5}$/, (n) => String(Number(n) - 1).padStart(5, '0')),
  });
  expect(attached?.name).toBe('surat.pdf');
  await cms.stop();
  await restored.end();
}, 180_000);

test('its rows are counted to the last also where the end of a table comes apart from its rows', async () => {
  const apart = path.join(home, 'lambat');
  const [address, line] = [new URL(urlOf(world.databaseName)), await openSlowLine(urlOf(world.databaseName))];
  address.port = String(line.port);
  const slow = { DATABASE_URL: address.href, BACKUP_DIR: apart };
  expect(await keep('backup', { database: world.databaseName, dataDir: home }, [], slow)).toMatchObject({ code: 0 });
  await line.close();
  const rowsIn = (backup: string): object =>
    (JSON.parse(spawnSync('tar', ['xOf', backup, 'manifest.json']).stdout.toString()) as { rows: object }).rows;
  // The one before has left a row about itself.
  expect({ ...rowsIn(path.join(apart, fs.readdirSync(apart)[0] ?? '')), 'public.backup_runs': 1 }).toEqual(
    rowsIn(file),
  );
}, 60_000);

test('a change in any part of the file is noticed, and nothing is made of it', async () => {
  const system = await emptySystem();
  const bytes = fs.readFileSync(file);
  const bad = path.join(home, 'rusak.tar');
  for (let part = 0; part <= 12; part += 1) {
    const changed = Buffer.from(bytes);
    const at = Math.min(bytes.length - 1, Math.floor((bytes.length * part) / 12));
    changed[at] = (changed[at] ?? 0) ^ 1;
    fs.writeFileSync(bad, changed);
    const { code, said } = await keep('restore', system, [bad]);
    expect([at, code, /rusak|bukan cadangan/.test(said)]).toEqual([at, 1, true]);
  }
  fs.writeFileSync(bad, bytes.subarray(0, bytes.length - 100_000));
  expect((await keep('restore', system, [bad])).said).toContain('rusak');
  const client = await connect(system.database);
  expect((await client.query(`select 1 from pg_tables where schemaname = 'public'`)).rows).toEqual([]);
  await client.end();
}, 180_000);

test('what is no backup of ours, or of a newer release, or not for an empty system, is refused in a sentence', async () => {
  const system = await emptySystem();
  const refused = async (of: string, where = system, more: NodeJS.ProcessEnv = {}): Promise<string> => {
    const { code, said } = await keep('restore', where, [of], more);
    expect(code).toBe(1);
    expect(said).not.toContain('    at ');
    return said;
  };
  const foreign = path.join(home, 'lain.tar');
  spawnSync('tar', ['cf', foreign, '-C', path.join(home, 'backups'), path.basename(file)]);
  expect(await refused(foreign)).toContain('bukan cadangan sistem ini');
  expect(await refused(path.join(home, 'tidak-ada.tar'))).toContain('tidak ada');
  expect(await refused(file, { ...system, database: world.databaseName })).toContain('tidak kosong');
  expect(await refused(file, { ...system, dataDir: home })).toContain('tidak kosong');

  await world.database.query("insert into applied_sql (name, digest) values ('999-besok.sql', '')");
  await keep('backup', { database: world.databaseName, dataDir: home });
  const newer = backups().at(-1) ?? '';
  expect(await refused(newer)).toContain('versi yang lebih baru');
  // The same words at boot, before Strapi touches a table.
  await expect(startCms(urlOf(world.databaseName), path.join(home, 'boot'))).rejects.toThrow('versi yang lebih baru');
  await world.database.query("delete from applied_sql where name = '999-besok.sql'");
  // One that brought no new file tells of itself by its number; and what is done once is not rewritten afterwards.
  const mark = (column: 'release' | 'digest', value: string, name: string) =>
    world.database.query(`update applied_sql set ${column} = $1 where name = $2`, [value, name]);
  const boot = () => startCms(urlOf(world.databaseName), path.join(home, 'boot'));
  await mark('release', '10.0.0', '010-tickets.sql');
  await expect(boot()).rejects.toThrow('versi yang lebih baru (10.0.0)');
  await mark('release', '0.0.9', '010-tickets.sql');
  const once = '051-guide-kinds.once.sql';
  const { rows } = await world.database.query<{ digest: string }>('select digest from applied_sql where name = $1', [
    once,
  ]);
  await mark('digest', 'lain', once);
  await expect(boot()).rejects.toThrow(`${once} sudah pernah dijalankan`);
  await mark('digest', rows[0]?.digest ?? '', once);
}, 180_000);

test('a locked backup opens with its key alone, and carries the secrets an open one never holds', async () => {
  const here = { database: world.databaseName, dataDir: home };
  const pair = async () => {
    const { said } = await keep('backup', here, ['key']);
    const identity = path.join(home, `kunci-${newName()}.txt`);
    fs.writeFileSync(identity, /AGE-SECRET-KEY-\S+/.exec(said)?.[0] ?? '');
    return { identity, recipient: /age1\w+/.exec(said)?.[0] ?? '' };
  };
  const [own, other] = [await pair(), await pair()];
  fs.writeFileSync(path.join(home, 'secrets.json'), '{"JWT_SECRET":"rahasia-kota"}');
  const second = path.join(home, 'kedua');
  expect(await keep('backup', here, [], { BACKUP_RECIPIENT: own.recipient, BACKUP_SECOND_DIR: second })).toMatchObject({
    code: 0,
  });
  const [locked = ''] = fs.readdirSync(second);
  expect(locked).toMatch(/\.tar\.age$/);
  const at = path.join(second, locked);
  expect(fs.readFileSync(at).includes('rahasia-kota')).toBe(false);
  const system = await emptySystem();
  expect((await keep('restore', system, [at])).said).toContain('terkunci');
  const with_ = (key: { identity: string }) => ({ BACKUP_IDENTITY_FILE: key.identity });
  expect((await keep('restore', system, [at], with_(other))).said).toContain('tidak membuka');
  expect(await keep('restore', system, [at], with_(own))).toMatchObject({ code: 0 });
  expect(fs.readFileSync(path.join(system.dataDir, 'secrets.json'), 'utf8')).toContain('rahasia-kota');
  expect(spawnSync('tar', ['tf', file], { encoding: 'utf8' }).stdout).not.toContain('secrets.json');
}, 180_000);

test('a trial restores the newest backup beside the system, opens its tickets, and says when and in which time', async () => {
  const here = { database: world.databaseName, dataDir: path.join(home, 'uji') };
  await keep('backup', here);
  expect(await rehearse(here)).toMatchObject({ code: 0 });
  const last = async () =>
    (
      await world.database.query(
        "select is_good, file, detail::json as detail from backup_runs where kind = 'REHEARSAL' order by id desc limit 1",
      )
    ).rows[0] as {
      is_good: boolean;
      file: string;
      detail: { tickets: number; seconds: number; why: string };
    };
  const good = await last();
  expect(good).toMatchObject({ is_good: true, detail: { tickets: 20 } });
  expect(good.detail.seconds).toBeGreaterThan(0);
  // A bit that fell over on the disk.
  const at = path.join(here.dataDir, 'backups', good.file);
  const bytes = fs.readFileSync(at);
  bytes[5000] = (bytes[5000] ?? 0) ^ 1;
  fs.writeFileSync(at, bytes);
  expect(await rehearse(here)).toMatchObject({ code: 1 });
  expect(await last()).toMatchObject({ is_good: false });
  expect((await last()).detail.why).toContain('rusak');
  const { rows } = await world.database.query("select 1 from pg_database where datname like 'ticketing_rehearsal%'");
  expect(rows).toEqual([]);
}, 240_000);

const FIXTURES = path.join(__dirname, '../fixtures');
const releases = fs.readdirSync(FIXTURES).filter((name) => /^release-.*\.tar$/.test(name));
/** What a database is made of, but for the scheduler's own and the numbers of its years. */
const objectsOf = (sums: Record<string, string>) =>
  ['columns', 'tables', 'constraints', 'indexes', 'triggers', 'functions', 'aggregates'].flatMap((kind) =>
    (sums[kind] ?? '').split('\n').filter((line) => !/pgboss\.|ticket_numbers_/.test(line)),
  );

test.each([...releases, 'hari ini'])(
  'a system of %s starts on the code of today, with two processes at once, and is what a new one is; a second start does nothing',
  async (name) => {
    const system = await emptySystem();
    const kept = releases.includes(name) ? path.join(FIXTURES, name) : file;
    expect(await keep('restore', system, [kept])).toMatchObject({ code: 0 });
    const database = await connect(system.database);
    const ask = async <Row>(sql: string): Promise<Row[]> => (await database.query(sql)).rows as Row[];
    const ledger = () => ask('select name, digest, release, first_at, last_at from applied_sql order by name');
    const tickets = await ask('select number, status, title, priority from tickets order by id');
    const listening = `select 1 from pg_stat_activity where datname = current_database() and application_name = 'ticketing-live'`;
    const startBoth = async () => {
      const cms = await startCms(urlOf(system.database), system.dataDir, { CMS_INSTANCES: '2' });
      await until('both are there', async () => (await ask(listening)).length === 2);
      await cms.stop();
      return ledger();
    };
    const first = await startBoth();
    expect(first.map((row) => (row as { name: string }).name)).toEqual(
      fs.readdirSync(path.join(__dirname, '../../database/sql')).sort(),
    );
    expect(await startBoth()).toEqual(first);
    expect(await ask('select number, status, title, priority from tickets order by id')).toEqual(tickets);
    expect(tickets.length).toBeGreaterThan(0);
    const asNew = objectsOf(before);
    expect(asNew.length).toBeGreaterThan(500);
    expect(objectsOf(await checksums(database))).toEqual(asNew);
    await database.end();
    expect(await verifyLog(system.database)).toMatchObject({ code: 0 });
  },
  240_000,
);
