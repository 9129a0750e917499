import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { cmsProgram } from '../../config/run/parts/cms-program';
import { bootIn, cutOff, giveBack, leaseHost } from './hosts';

export const ROOT = path.join(__dirname, '../..');

/** Milliseconds after which a server counts as stuck. Machines are shared; most are up within seconds. */
const PATIENCE = 300_000;
/** Milliseconds a server may take to end. */
const LAST_WORDS_MS = 8000;

/** A port nobody listens on right now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net
      .createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address() as net.AddressInfo;
        server.close(() => resolve(port));
      });
  });

export interface Server {
  readonly url: string;
  /** Of a process that this test started. */
  readonly pid?: number;
  stop(): Promise<void>;
}
/** One that runs as a process of ours. */
export interface Running extends Server {
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

/** A process of ours, awaited until it is healthy; its output goes to a log that a failure quotes. */
export async function start(
  name: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  port: number,
  patience: number,
): Promise<Running> {
  const log = path.join(env['DATA_DIR'] ?? '', `${name}-${port}.log`);
  const out = fs.openSync(log, 'a');
  const child: ChildProcess = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', out, out] });
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + patience;
  for (;;) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`${name} did not start:\n${fs.readFileSync(log, 'utf8').slice(-4000)}`);
    }
    const isUp = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2000) }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return {
    url,
    kill: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => {
          fs.closeSync(out);
          resolve();
        });
        child.kill('SIGKILL');
      }),
    ...(child.pid !== undefined && { pid: child.pid }),
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        const timer = setTimeout(() => child.kill('SIGKILL'), LAST_WORDS_MS);
        child.once('exit', () => {
          clearTimeout(timer);
          fs.closeSync(out);
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
}

/** The environment of a cms with a database and data folder of its own. */
export function cmsEnv(databaseUrl: string, dataDir: string, port: number, more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  fs.mkdirSync(dataDir, { recursive: true });
  return {
    ...process.env,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    CMS_PORT: String(port),
    CMS_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    DEMO_DATA: 'false',
    // A server that lives at another time would find its night has come.
    BACKUP_DAILY: 'false',
    LOG_LEVEL: 'http',
    ...more,
  };
}

/** One that may have had others before it, which saves most of a boot's work. */
async function startWarm(env: NodeJS.ProcessEnv, dataDir: string, port: number): Promise<Running> {
  const lease = await leaseHost(ROOT, PATIENCE);
  const log = path.join(dataDir, `cms-${port}.log`);
  if (!(await bootIn(lease, env, log, PATIENCE)))
    throw new Error(`cms did not start:\n${fs.readFileSync(log, 'utf8').slice(-4000)}`);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: lease.pid,
    stop: () => giveBack(lease, LAST_WORDS_MS),
    kill: () => cutOff(lease),
  };
}

/**
 * The real cms, as `npm start` runs it. What Node itself is told, and what starts more processes, has a process of its
 * own.
 */
export async function startCms(databaseUrl: string, dataDir: string, more: NodeJS.ProcessEnv = {}): Promise<Running> {
  const port = Number(more['CMS_PORT'] ?? (await freePort()));
  const env = cmsEnv(databaseUrl, dataDir, port, more);
  const isAlone = more['NODE_OPTIONS'] !== undefined || more['CMS_INSTANCES'] !== undefined;
  return isAlone
    ? start('cms', cmsProgram(ROOT), path.join(ROOT, 'cms'), env, port, PATIENCE)
    : startWarm(env, dataDir, port);
}

/** The environment of a portal in front of a cms. */
export const siteEnv = (cmsUrl: string, dataDir: string, port: number, more: NodeJS.ProcessEnv = {}) => ({
  ...process.env,
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PORT: String(port),
  SITE_PORT: String(port),
  SITE_URL: `http://127.0.0.1:${port}`,
  CMS_URL: cmsUrl,
  DATA_DIR: dataDir,
  LOG_LEVEL: 'http',
  ...more,
});

/** The real portal, in front of a cms. */
export async function startSite(
  cms: Pick<Server, 'url'>,
  dataDir: string,
  more: NodeJS.ProcessEnv = {},
): Promise<Server> {
  const port = Number(more['SITE_PORT'] ?? (await freePort()));
  const env = siteEnv(cms.url, dataDir, port, more);
  return start('site', [path.join(ROOT, 'site/dist/server/entry.mjs')], path.join(ROOT, 'site'), env, port, PATIENCE);
}
