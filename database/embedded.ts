import { spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { birthOf } from '../config/run/parts/alive.mjs';
import { POSTGRES, stopAll } from '../config/run/parts/stop.ts';
import { Sentence, words } from '../config/run/parts/words.mjs';
import { failure, launch, makeCluster, refuseOtherVersion, setPassword, USER, type Wish } from './cluster.ts';
import { codeOf, createDatabase, withClient } from './connect.ts';
import { findPlace } from './place.ts';

export interface Embedded {
  readonly url: string;
  readonly child: ChildProcess;
  readonly notice: string | null;
  readonly stop: () => Promise<void>;
}

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

/**
 * Where this data folder's PostgreSQL answers right now, on whichever port it was started; null when it does not run.
 */
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

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  await stopAll([
    { name: 'postgres', pid: child.pid, birth: birthOf(child.pid), rank: 0, signals: POSTGRES, isGroup: false },
  ]);
}
