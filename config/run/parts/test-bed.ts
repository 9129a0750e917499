import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { envFor, readEnv, type Values } from '../../env.ts';
import { withSecrets } from '../../secrets.ts';
import { isAlive } from './alive.mjs';
import { openEmbedded } from './database.ts';
import type { House } from './house.ts';
import { readJournal } from './journal.ts';
import { freePorts } from './ports.ts';
import { ROOT } from './verb.ts';

const PREFIX = 'ticketing-test-';

/** A folder of this run's own, open enough for PostgreSQL's user to pass; those of killed runs are removed. */
export function makeTestFolder(): string {
  for (const name of fs.readdirSync(os.tmpdir()).filter((each) => each.startsWith(PREFIX))) {
    const folder = path.join(os.tmpdir(), name);
    const journal = readJournal(path.join(folder, 'run.json'));
    const isYoung = Date.now() - (fs.statSync(folder, { throwIfNoEntry: false })?.ctimeMs ?? 0) < 60_000;
    if (journal ? !isAlive(journal.runner) && !(journal.guard && isAlive(journal.guard)) : !isYoung)
      removeTestFolder(folder);
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), PREFIX));
  fs.chmodSync(folder, 0o711);
  return folder;
}

export function removeTestFolder(folder: string): void {
  const database = path.join(folder, 'postgres');
  if (fs.lstatSync(database, { throwIfNoEntry: false })?.isSymbolicLink())
    fs.rmSync(fs.readlinkSync(database), { recursive: true, force: true });
  fs.rmSync(folder, { recursive: true, force: true });
}

/**
 * What tests run on: this folder, ports nobody uses, secrets and a database server of their own. Of the variables set by
 * hand only those that say how, not where, are kept.
 */
export async function testValues(given: Values, folder: string): Promise<Values> {
  const [site, cms, mailUi, mailSmtp, pg] = (await freePorts(5)).map(String);
  return withSecrets(
    readEnv(
      {
        NODE_ENV: 'test',
        DATA_DIR: folder,
        SITE_PORT: site,
        CMS_PORT: cms,
        MAIL_UI_PORT: mailUi,
        MAIL_SMTP_PORT: mailSmtp,
        PG_PORT: pg,
        LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
        CHROMIUM_PATH: given.CHROMIUM_PATH,
      },
      ROOT,
    ),
  );
}

/** The environment of jest: everything cms would get, and where the server is on which tests make their databases. */
export async function testEnv(house: House, values: Values): Promise<NodeJS.ProcessEnv> {
  const url = await openEmbedded(house, values, 'ticketing', false);
  const admin = new URL(url);
  admin.pathname = '/postgres';
  return envFor(
    'tests',
    { ...values, DATABASE_URL: url },
    {
      TEST_DATABASE_URL: admin.href,
      TEST_DATA_DIR: values.DATA_DIR ?? '',
      // Dozens of servers read the same programs: only the first compiles them.
      NODE_COMPILE_CACHE: path.join(ROOT, '.tmp/compiled'),
    },
  );
}
