import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { connect } from '../support/databases';
import { fileOf, PNG } from '../support/files';
import { until } from '../support/jobs';
import { verifyLog } from '../support/verify';
import { openWorld, outage, type World } from '../support/world';

/** How often something is killed; `FAULTS_KILLS=1000 npm test -- api tests/api/faults` is the long form. */
const KILLS = Number(process.env['FAULTS_KILLS'] ?? 4);
const PAUSE_MS = 300;
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let world: World;
beforeAll(async () => {
  world = await openWorld({ CMS_INSTANCES: '2' });
}, 240_000);
afterAll(() => world.close());

/** The processes that share the port; the one that was started keeps them. */
const processes = (): number[] => {
  try {
    return execFileSync('pgrep', ['-P', String(world.cms.pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  } catch {
    return [];
  }
};
const isAnswering = () =>
  fetch(`${world.cms.url}/readyz`, { signal: AbortSignal.timeout(3000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** In the middle of what it does, without a word. */
async function killOne(): Promise<void> {
  const [pid] = processes();
  if (pid) process.kill(pid, 'SIGKILL');
  await until('the killed process was replaced', async () => processes().length === 2 && isAnswering());
}
/** As PostgreSQL looks from outside while it is started again: everybody is cut off, nobody comes in, then it is back. */
async function cutDatabase(): Promise<void> {
  const outside = await connect('postgres');
  await outside.query(`alter database ${world.databaseName} with allow_connections false`);
  const { rows } = await world.database.query<{ pid: number }>('select pg_backend_pid() as pid');
  await outside.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> $2', [
    world.databaseName,
    rows[0]?.pid,
  ]);
  await sleep(PAUSE_MS);
  await outside.query(`alter database ${world.databaseName} with allow_connections true`);
  await outside.end();
  await until('the desk answers again by itself', isAnswering);
}

/** What was sent is sent again until it is answered, with the key it was first sent with, as a portal page does. */
async function acknowledged<T>(send: (key: string) => Promise<T>): Promise<T> {
  const key = randomUUID();
  for (const patience = Date.now() + 120_000; ;) {
    try {
      return await send(key);
    } catch (error) {
      if (Date.now() > patience) throw error;
      await sleep(100);
    }
  }
}

test('whoever is killed in the middle of it, everything acknowledged is there once and every chain is whole', async () => {
  const clerk = await world.clerk();
  const tickets = new Map<string, string>();
  const words: string[] = [];
  let uploads = 0;
  let isOver = false;
  const hand = async (name: string): Promise<void> => {
    for (let index = 0; !isOver; index += 1) {
      const title = `Gangguan ${name} ${index} ${randomUUID()}`;
      const { number } = await acknowledged((idempotencyKey) =>
        clerk.submitTicket(outage({ title }), { idempotencyKey }),
      );
      tickets.set(title, number);
      const body = `Catatan ${randomUUID()}`;
      await acknowledged((idempotencyKey) => clerk.commentOnTicket({ number, body }, { idempotencyKey }));
      words.push(body);
      const bytes = Buffer.concat([PNG, Buffer.from(randomUUID())]);
      await acknowledged(() => clerk.addAttachment({ number, file: fileOf('foto.png', bytes) }));
      uploads += 1;
    }
  };
  const hands = ['satu', 'dua', 'tiga'].map(hand);
  for (let kill = 0; kill < KILLS; kill += 1) {
    await sleep(PAUSE_MS);
    await (kill % 2 === 0 ? killOne() : cutDatabase());
  }
  // A slow machine files little between two kills: they go on until there is enough to count.
  await until('more was filed than was killed', () => Promise.resolve(tickets.size > KILLS));
  isOver = true;
  await Promise.all(hands);

  const { database } = world;
  const many = async (sql: string, values: unknown): Promise<number> =>
    (await database.query<{ count: number }>(`select count(*)::int as count from ${sql}`, [values])).rows[0]?.count ??
    0;
  expect(await many('tickets where title = any($1)', [...tickets.keys()])).toBe(tickets.size);
  expect(await many('tickets where number = any($1)', [...tickets.values()])).toBe(tickets.size);
  expect(await many(`audit_entries where event = 'comment' and payload ->> 'text' = any($1)`, words)).toBe(
    words.length,
  );
  const { rows: files } = await database.query<{ storage_key: string; size: number }>(
    'select storage_key, size from attachments where ticket_id in (select id from tickets where number = any($1))',
    [[...tickets.values()]],
  );
  expect(files).toHaveLength(uploads);
  const folder = path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName, 'attachments', 'uploads');
  for (const { storage_key: key, size } of files) expect(fs.statSync(path.join(folder, key)).size).toBe(size);
  expect(await verifyLog(world.databaseName)).toMatchObject({ code: 0 });
}, 600_000);
