import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openLog, tail } from '../config/run/parts/logs.mjs';
import { Sentence, words } from '../config/run/parts/words.mjs';
import type { Place } from './place.ts';

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
/**
 * For a machine of two cores shared with Strapi and the portal. No Unix socket: nothing to clean up, nothing to
 * collide.
 */
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

/** Files of one version are never opened by another. */
export function refuseOtherVersion({ folder, postgres }: Place): void {
  const file = path.join(folder, 'PG_VERSION');
  if (!fs.existsSync(file)) return;
  const found = fs.readFileSync(file, 'utf8').trim();
  const installed = /(\d+)/.exec(spawnSync(postgres, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1];
  if (installed !== undefined && found !== installed)
    throw new Sentence(words.database.otherVersion(folder, found, installed));
}

/** Made aside and renamed when whole, so that an interrupted first start leaves nothing half-made. */
export async function makeCluster(place: Place, wish: Wish): Promise<void> {
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

/** Starts the server on files that are there. */
export function launch(place: Place, wish: Wish): ChildProcess {
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

/** The clock under which a whole test run lives on another day (tests/README.md). */
const anotherDay = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => process.env.FAKETIME && /^(LD_PRELOAD|FAKETIME.*)$/.test(name)),
  );

/** A group of its own, a folder anyone may stand in, and none of our secrets in its environment. */
const options = ({ owner }: Place, fd: number) => ({
  cwd: '/',
  detached: true,
  stdio: ['ignore', fd, fd] as ['ignore', number, number],
  env: { ...anotherDay(), PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  ...(owner && { uid: owner.uid, gid: owner.gid }),
});

/** Sets the password of our user while no server runs: the files are ours, whoever lost it. */
export function setPassword(place: Place, password: string): void {
  const { cwd, env, owner } = { ...options(place, 0), owner: place.owner };
  spawnSync(place.postgres, ['--single', '-D', place.folder, 'postgres'], {
    cwd,
    env,
    input: `ALTER ROLE ${USER} PASSWORD '${password.replaceAll("'", "''")}';\n`,
    ...(owner && { uid: owner.uid, gid: owner.gid }),
  });
}

export const failure = (what: string, log: string) => new Sentence(words.database.failed(what, log), tail(log, 15));
