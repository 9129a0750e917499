import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { verifyLog } from '../../../database/audit.ts';
import { checkFile } from '../../../database/backup/read.ts';
import { restore } from '../../../database/backup/restore.ts';
import { backupsIn } from '../../../database/backup/retention.ts';
import { recordRun } from '../../../database/backup/runs.ts';
import { createDatabase, withClient, type Ssl } from '../../../database/connect.ts';
import { envFor, type Values } from '../../env.ts';
import { backupFolder, identityOf, placesOf, self } from './backups.ts';
import { ROOT } from './verb.ts';
import { Sentence, words } from './words.mjs';

/** Made for one rehearsal and dropped after it; one that was cut off is dropped by the next. */
const PREFIX = 'ticketing_rehearsal_';
const PATIENCE_MS = 300_000;

const dropAll = (url: string, ssl: Ssl): Promise<void> =>
  withClient(
    url,
    async (client) => {
      const { rows } = await client.query<{ name: string }>(
        'select datname as name from pg_database where starts_with(datname, $1)',
        [PREFIX],
      );
      for (const { name } of rows)
        await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
    },
    ssl,
  );

/** Opens the newest tickets through the use cases themselves, on the restored database; answers how many. */
async function openTickets(values: Values, url: string): Promise<number> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'ticketing-rehearsal-'));
  try {
    const said = await new Promise<string>((resolve, reject) => {
      const env = envFor('cms', {
        ...values,
        DATABASE_URL: url,
        DATA_DIR: dataDir,
        DEMO_DATA: 'false',
        LOG_LEVEL: 'error',
      });
      const child = spawn(process.execPath, [path.join(ROOT, 'cms/rehearse.cjs')], {
        cwd: path.join(ROOT, 'cms'),
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: PATIENCE_MS,
      });
      let [out, all] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
        all += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        all += text;
      });
      child.once('error', reject);
      child.once('close', (code) => (code === 0 ? resolve(out) : reject(new Error(all.slice(-2000)))));
    });
    return Number(/opened (\d+)/.exec(said)?.[1] ?? 0);
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * The restore certificate: the newest backup is read whole, restored into a database of its own, its rows, chains and
 * root compared, and tickets opened through the use cases. What came of it is written down, good or bad; a bad one throws.
 */
export async function rehearse(values: Values, url: string, ssl: Ssl): Promise<void> {
  const at = new Date();
  const began = performance.now();
  const [newest] = await backupsIn(backupFolder(values));
  const scratch = new URL(url);
  try {
    if (!newest) throw new Sentence(words.backup.noBackup);
    await dropAll(url, ssl);
    const name = `${PREFIX}${crypto.randomBytes(6).toString('hex')}`;
    await createDatabase(url, name);
    scratch.pathname = `/${name}`;
    const source = {
      file: path.join(backupFolder(values), newest),
      identity: await identityOf(values),
      report: () => undefined,
    };
    const checked = await checkFile(source, self());
    const restored = await restore(source, checked, { ...placesOf(values), url: scratch.href, ssl }, true);
    const seconds = (performance.now() - began) / 1000;
    const verdict = await withClient(scratch.href, verifyLog, ssl);
    if (verdict.findings.length > 0) throw new Sentence(words.backup.brokenChains(verdict.findings.length));
    const tickets = await openTickets(values, scratch.href);
    const { entries, chains } = verdict;
    const detail = { ...restored, entries, chains, tickets, seconds, missing: checked.manifest.missing };
    await recordRun(url, ssl, { kind: 'REHEARSAL', isGood: true, at, file: newest, detail });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    await recordRun(url, ssl, { kind: 'REHEARSAL', isGood: false, at, file: newest ?? null, detail: { why } });
    throw error;
  } finally {
    await dropAll(url, ssl).catch(() => undefined);
  }
}
