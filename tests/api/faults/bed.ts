import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { cmsProgram } from '../../../config/run/parts/cms-program';
import { keep } from '../../support/backups';
import { newName } from '../../support/databases';
import { until } from '../../support/jobs';
import { cmsEnv, freePort, ROOT, siteEnv, start, type Running } from '../../support/servers';
import { TEMPLATE, templateDir } from '../../support/template';

/** Everything a desk is made of, each a process of its own. */
export const PARTS = ['cms', 'database', 'site', 'mail'] as const;
export type Part = (typeof PARTS)[number];

const PATIENCE = 300_000;
/** Of ten deaths of the cms or the database so many are of the process that keeps the others. */
const KEEPERS = 3;

export interface Bed {
  readonly cmsUrl: string;
  readonly siteUrl: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** The process that keeps those of the cms. */
  cmsPid(): number;
  /** The `Message-ID` of every letter the mail server has taken. */
  letters(): string[];
  /** Runs on a connection of its own, also where the last one was cut off. */
  ask<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Ends one in the middle of what it does, and has it started again where nobody else does. */
  kill(part: Part): Promise<void>;
  /** Every part answers. */
  whole(): Promise<void>;
  close(): Promise<void>;
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3000) }).then(
    ({ ok }) => ok,
    () => false,
  );
/** Read from the kernel: a small machine has no `pgrep`. */
export const childrenOf = (pid: number): number[] =>
  fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // "7 (name) S 1 …": a name may hold anything, brackets too.
      const [, parent] = fs.readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return Number(parent) === pid ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
const end = (pid: number | undefined): void => {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
};
const anyOf = <T>(list: readonly T[]): T | undefined => (list.length === 0 ? undefined : list[randomInt(list.length)]);

/** A program that says a line once it is there; the line. */
async function spoken(file: string, args: readonly string[]): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(process.execPath, [path.join(__dirname, '../../support', file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => [''])])) as [unknown];
  if (!line) throw new Error(`${file} did not start`);
  return { child, line: String(line).trim() };
}

/** A desk on a database, a mail server and a portal that nobody else uses: a copy of the template. */
export async function openBed(): Promise<Bed> {
  const dataDir = path.join(process.env['TEST_DATA_DIR'] ?? '', newName());
  fs.mkdirSync(dataDir, { mode: 0o711 });
  const [pgPort, mailPort, cmsPort, sitePort] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  const password = randomBytes(12).toString('hex');
  const databaseUrl = `postgres://ticketing:${password}@127.0.0.1:${pgPort}/ticketing`;
  const [cmsUrl, siteUrl] = [`http://127.0.0.1:${cmsPort}`, `http://127.0.0.1:${sitePort}`];
  const book = path.join(dataDir, 'letters.txt');

  const openDatabase = () => spoken('postgres-process.mjs', [dataDir, String(pgPort), password]);
  const openMail = () => spoken('mail-server.mjs', [String(mailPort), book]);
  const env = cmsEnv(databaseUrl, dataDir, cmsPort, {
    CMS_INSTANCES: '2',
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    SITE_URL: siteUrl,
    LOG_LEVEL: 'warn',
  });
  const openCms = () => start('cms', cmsProgram(ROOT), path.join(ROOT, 'cms'), env, cmsPort, PATIENCE);
  const openSite = () =>
    start(
      'site',
      [path.join(ROOT, 'site/dist/server/entry.mjs')],
      path.join(ROOT, 'site'),
      siteEnv(cmsUrl, dataDir, sitePort),
      sitePort,
      PATIENCE,
    );

  let database = await openDatabase();
  const made = await keep('backup', { database: TEMPLATE, dataDir: templateDir() }, [], {
    BACKUP_DIR: path.join(dataDir, 'template'),
  });
  const [file = ''] = made.code === 0 ? fs.readdirSync(path.join(dataDir, 'template')) : [];
  const restored = await keep('restore', { database: TEMPLATE, dataDir }, [path.join(dataDir, 'template', file)], {
    DATABASE_URL: databaseUrl,
  });
  if (restored.code !== 0) throw new Error(made.said + restored.said);
  let mail = await openMail();
  let cms: Running = await openCms();
  let site: Running = await openSite();

  const killCms = async (): Promise<void> => {
    if (randomInt(10) >= KEEPERS) return end(anyOf(childrenOf(cms.pid ?? 0)));
    await cms.kill();
    await until('the port is free', () => answers(cmsUrl).then((is) => !is));
    cms = await openCms();
  };
  const killDatabase = async (): Promise<void> => {
    const keeper = Number(database.line);
    // One of those who serve: the keeper ends all of them and begins anew.
    if (randomInt(10) >= KEEPERS) return end(anyOf(childrenOf(keeper)));
    const gone = once(database.child, 'exit');
    end(keeper);
    await gone;
    database = await openDatabase();
  };
  const kill: Record<Part, () => Promise<void>> = {
    cms: killCms,
    database: killDatabase,
    async site() {
      await site.kill();
      site = await openSite();
    },
    async mail() {
      const gone = once(mail.child, 'exit');
      end(mail.child.pid);
      await gone;
      mail = await openMail();
    },
  };

  return {
    cmsUrl,
    siteUrl,
    dataDir,
    databaseUrl,
    cmsPid: () => cms.pid ?? 0,
    letters: () => fs.readFileSync(book, 'utf8').split('\n').filter(Boolean),
    async ask<Row>(sql: string, values: unknown[] = []) {
      const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
      client.on('error', () => undefined);
      await client.connect();
      try {
        return (await client.query(sql, values)).rows as Row[];
      } finally {
        await client.end();
      }
    },
    kill: (part) => kill[part](),
    whole: () =>
      until(
        'every part answers again by itself',
        async () => (await answers(siteUrl)) && (await answers(cmsUrl)),
        PATIENCE,
      ),
    async close() {
      await site.stop();
      await cms.stop();
      end(mail.child.pid);
      const gone = once(database.child, 'exit');
      database.child.kill('SIGTERM');
      await gone;
    },
  };
}
