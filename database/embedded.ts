import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { birthOf } from '../config/run/parts/alive.mjs';
import { openLog, tail } from '../config/run/parts/logs.mjs';
import { POSTGRES, stopAll } from '../config/run/parts/stop.ts';
import { Sentence, words } from '../config/run/parts/words.mjs';
import { codeOf, createDatabase, withClient } from './connect.ts';
import { findPlace, type Place } from './place.ts';

export const USER = 'ticketing';

export interface Wish {
  readonly dataDir: string;
  readonly port: number;
  readonly password: string;
  /** Made when missing. */
  readonly database: string;
  readonly log: string;
  /** False for tests: faster, and lost in a power cut. */
  readonly isDurable: boolean;
  /** Called at once for every process, so that its keeper can stop it at any moment; may throw to refuse. */
  readonly onSpawn: (child: ChildProcess) => void;
}
export interface Embedded {
  readonly url: string;
  readonly child: ChildProcess;
  readonly notice: string | null;
  readonly stop: () => Promise<void>;
}

/** For a machine of two cores shared with Strapi and the portal. No Unix socket: nothing to clean up, nothing to collide. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '300',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  random_page_cost: '1.1',
  max_wal_size: '1GB',
  wal_compression: 'on',
  jit: 'off',
  max_parallel_workers_per_gather: '1',
};
const HASTY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export const isNew = (dataDir: string) => !fs.existsSync(path.join(dataDir, 'postgres', 'PG_VERSION'));

/** Starts PostgreSQL on 127.0.0.1 with its files in `dataDir/postgres`, making them first when there are none. */
export async function startEmbedded(wish: Wish): Promise<Embedded> {
  const place = await findPlace(wish.dataDir);
  await clearStale(place.folder);
  refuseOtherVersion(place);
  if (!fs.existsSync(path.join(place.folder, 'PG_VERSION'))) await makeCluster(place, wish);

  const url = (database: string) =>
    `postgres://${USER}:${encodeURIComponent(wish.password)}@127.0.0.1:${wish.port}/${database}`;
  let child = launch(place, wish);
  if ((await answers(child, url('postgres'), wish.log)) === 'wrongPassword') {
    // secrets.json was lost or replaced; the files are ours, so the password is set anew.
    await stopChild(child);
    setPassword(place, wish.password);
    child = launch(place, wish);
    if ((await answers(child, url('postgres'), wish.log)) !== 'ready') throw failure('menerima sandi', wish.log);
  }
  await createDatabase(url('postgres'), wish.database);
  return { url: url(wish.database), child, notice: place.notice, stop: () => stopChild(child) };
}

/** Where this data folder's PostgreSQL answers right now, on whichever port it was started; null when it does not run. */
export async function runningAt(dataDir: string, password: string, database: string): Promise<string | null> {
  const { folder } = await findPlace(dataDir);
  const [pid = '', , , port = ''] = (
    await fs.promises.readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
  ).split('\n');
  const isRunning = birthOf(Number.parseInt(pid, 10)) !== null && commandOf(Number.parseInt(pid, 10)).includes(folder);
  return isRunning ? `postgres://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port.trim()}/${database}` : null;
}

/** A crash leaves postmaster.pid behind; a killed runner may even leave a live server. */
async function clearStale(folder: string): Promise<void> {
  const file = path.join(folder, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const pid = Number.parseInt(fs.readFileSync(file, 'utf8'), 10);
  if (birthOf(pid) !== null && commandOf(pid).includes(folder)) {
    await stopAll([{ name: 'postgres', pid, birth: birthOf(pid), rank: 0, signals: POSTGRES, isGroup: false }]);
    if (birthOf(pid) !== null) throw new Sentence(words.database.stillAlive);
  }
  fs.rmSync(file, { force: true });
}

function commandOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
}

function refuseOtherVersion({ folder, postgres }: Place): void {
  const file = path.join(folder, 'PG_VERSION');
  if (!fs.existsSync(file)) return;
  const found = fs.readFileSync(file, 'utf8').trim();
  const installed = /(\d+)/.exec(spawnSync(postgres, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1];
  if (installed !== undefined && found !== installed)
    throw new Sentence(words.database.otherVersion(folder, found, installed));
}

/** Made aside and renamed when whole, so that an interrupted first start leaves nothing half-made. */
async function makeCluster(place: Place, wish: Wish): Promise<void> {
  const aside = `${place.folder}.new`;
  const secret = fs.mkdtempSync(path.join(os.tmpdir(), 'ticketing-pg-'));
  const passwordFile = path.join(secret, 'password');
  try {
    fs.rmSync(aside, { recursive: true, force: true });
    fs.mkdirSync(aside, { mode: 0o700 });
    fs.writeFileSync(passwordFile, wish.password, { mode: 0o600 });
    if (place.owner)
      for (const each of [aside, secret, passwordFile]) fs.chownSync(each, place.owner.uid, place.owner.gid);
    const fd = openLog(wish.log);
    // The built-in C.UTF-8 needs no locale of the machine and sorts the same everywhere.
    const child = spawn(
      place.initdb,
      [
        '-D',
        aside,
        '-U',
        USER,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        ...(wish.isDurable ? [] : ['--no-sync']),
      ],
      options(place, fd),
    );
    const ended = new Promise<number | null>((resolve) => child.once('error', () => resolve(-1)).once('exit', resolve));
    wish.onSpawn(child);
    const code = await ended;
    fs.closeSync(fd);
    if (code !== 0) throw failure('disiapkan', wish.log);
    fs.rmSync(place.folder, { recursive: true, force: true });
    fs.renameSync(aside, place.folder);
  } finally {
    fs.rmSync(secret, { recursive: true, force: true });
    fs.rmSync(aside, { recursive: true, force: true });
  }
}

function launch(place: Place, wish: Wish): ChildProcess {
  const settings = Object.entries({ ...SETTINGS, ...(wish.isDurable ? {} : HASTY) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const fd = openLog(wish.log);
  const child = spawn(place.postgres, ['-D', place.folder, '-p', String(wish.port), ...settings], options(place, fd));
  child.once('close', () => fs.closeSync(fd)).once('error', () => undefined);
  wish.onSpawn(child);
  return child;
}

/** A group of its own, a folder anyone may stand in, and none of our secrets in its environment. */
const options = ({ owner }: Place, fd: number) => ({
  cwd: '/',
  detached: true,
  stdio: ['ignore', fd, fd] as ['ignore', number, number],
  env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  ...(owner && { uid: owner.uid, gid: owner.gid }),
});

async function answers(child: ChildProcess, url: string, log: string): Promise<'ready' | 'wrongPassword'> {
  // Recovery after a crash may take its time.
  for (const until = Date.now() + 120_000; Date.now() < until;) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) break;
    try {
      await withClient(url, (client) => client.query('SELECT 1'));
      return 'ready';
    } catch (error) {
      if (codeOf(error) === '28P01') return 'wrongPassword';
    }
    await sleep(80);
  }
  throw failure('dinyalakan', log);
}

function setPassword(place: Place, password: string): void {
  const { cwd, env, owner } = { ...options(place, 0), owner: place.owner };
  spawnSync(place.postgres, ['--single', '-D', place.folder, 'postgres'], {
    cwd,
    env,
    input: `ALTER ROLE ${USER} PASSWORD '${password.replaceAll("'", "''")}';\n`,
    ...(owner && { uid: owner.uid, gid: owner.gid }),
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  await stopAll([
    { name: 'postgres', pid: child.pid, birth: birthOf(child.pid), rank: 0, signals: POSTGRES, isGroup: false },
  ]);
}

const failure = (what: string, log: string) => new Sentence(words.database.failed(what, log), tail(log, 15));
