import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { table } from '../support/bench';
import { connect, createDatabase, dropDatabase, newName, urlOf } from '../support/databases';
import { ROOT } from '../support/servers';
import { TEMPLATE } from '../support/template';
import { loadCity } from './city/load';

/** How many tickets, one city after the other: `BENCH_TICKETS=100000,300000 npm run bench -- backup`. */
const CITIES = (process.env['BENCH_TICKETS'] ?? '10000,50000').split(',').map(Number);
/** And so many files of attachments besides in the last. */
const FILES = Number(process.env['BENCH_FILES'] ?? 20_000);
const SEED = 12;
const LOOK_MS = 100;
const MB = 1024 * 1024;

const home = path.join(process.env['TEST_DATA_DIR'] ?? '', newName());
const rows: (string | number)[][] = [];
afterAll(() => {
  table(
    'What a backup and a restore need at most, MB of memory of their process',
    ['tickets', 'files', 'entries', 'database, MB', 'file, MB', 'backup', 's', 'restore', 's'],
    rows,
  );
});

/** The most memory a program ever had, as the kernel keeps it, and in how many seconds it ended well. */
async function measured(
  verb: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ most: number; seconds: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(ROOT, `config/run/${verb}.ts`), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let most = 0;
  const look = setInterval(() => {
    try {
      most = Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? most);
    } catch {
      // It has ended.
    }
  }, LOOK_MS);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(look);
  expect(code).toBe(0);
  return { most: Math.round(most / 1024), seconds: Math.round((performance.now() - began) / 1000) };
}

/** Attachments of one ticket, each with its file: what is measured is their number, so that they are small. */
async function attach(database: Client, dataDir: string, count: number): Promise<void> {
  const folder = path.join(dataDir, 'attachments/uploads');
  fs.mkdirSync(folder, { recursive: true });
  const bytes = Buffer.from('berkas');
  const over: Record<string, string> = {
    document_id: 'left(md5(n::text), 24)',
    public_id: 'gen_random_uuid()::text',
    storage_key: 'gen_random_uuid()::text',
    digest: `'${createHash('sha256').update(bytes).digest('hex')}'`,
    size: String(bytes.length),
  };
  const { rows: columns } = await database.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'attachments' and column_name <> 'id'`,
  );
  const { rows: made } = await database.query<{ key: string }>(
    `insert into attachments (${columns.map(({ name }) => name).join(', ')})
     select ${columns.map(({ name }) => over[name] ?? `a.${name}`).join(', ')}
     from (select * from attachments order by id limit 1) a, generate_series(1, ${count}) n returning storage_key as key`,
  );
  for (const { key } of made) fs.writeFileSync(path.join(folder, key), bytes);
}

test.each(CITIES.map((tickets, place) => [tickets, place === CITIES.length - 1 ? FILES : 0]))(
  'a city of %i tickets, and %i files',
  async (tickets = 0, files = 0) => {
    const [name, empty] = [newName(), newName()];
    const dataDir = path.join(home, name);
    await createDatabase(name, TEMPLATE);
    await createDatabase(empty);
    const [database, beside] = [await connect(name), await connect(name)];
    const { entries } = await loadCity(database, beside, tickets, SEED, Date.now());
    for (const count of files > 0 ? [0, files] : [0]) {
      if (count > 0) await attach(database, dataDir, count);
      const { rows: sizes } = await database.query<{ size: number }>(
        'select pg_database_size(current_database())::float8 as size',
      );
      const made = await measured('backup', [], { DATABASE_URL: urlOf(name), DATA_DIR: dataDir });
      const folder = path.join(dataDir, 'backups');
      const file = path.join(folder, fs.readdirSync(folder).sort().at(-1) ?? '');
      const size = Math.round(fs.statSync(file).size / MB);
      const target = path.join(home, empty);
      const back = await measured('restore', [file], { DATABASE_URL: urlOf(empty), DATA_DIR: target });
      const shown = [made.most, made.seconds, back.most, back.seconds];
      rows.push([tickets, count, entries, Math.round((sizes[0]?.size ?? 0) / MB), size, ...shown]);
      await dropDatabase(empty);
      await createDatabase(empty);
      fs.rmSync(target, { recursive: true, force: true });
    }
    await Promise.all([database.end(), beside.end()]);
    for (const each of [name, empty]) await dropDatabase(each);
  },
  3_600_000,
);
