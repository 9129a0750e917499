import path from 'node:path';
import type { Values } from '../../env.ts';
import { withSecrets } from '../../secrets.ts';
import { buildStale } from './builds.ts';
import { prepareDataDir } from './data-dir.ts';
import { checkGivenDatabase, openEmbedded } from './database.ts';
import type { House } from './house.ts';
import { afterEarlierRun } from './journal.ts';
import { dropLock, takeLock } from './lock.mjs';
import { checkPorts, portsOf } from './ports.ts';
import { step } from './progress.mjs';
import { startMail, type Mode } from './services.ts';
import { Sentence, words } from './words.mjs';

export interface Rooms {
  readonly values: Values;
  readonly hasMail: boolean;
  readonly isEmbedded: boolean;
  readonly isMailReady: () => Promise<void>;
}

/** One run per data folder: refuses while another lives, tidies up after one that was killed. */
export async function runJournal({ DATA_DIR = '' }: Values): Promise<string> {
  prepareDataDir(DATA_DIR);
  const lock = path.join(DATA_DIR, 'run.lock');
  const holder = takeLock(lock);
  if (holder) throw new Sentence(words.alreadyRunning(DATA_DIR, holder.pid));
  process.on('exit', () => dropLock(lock));
  const journal = path.join(DATA_DIR, 'run.json');
  const alive = await afterEarlierRun(journal, (work) => step(words.recovering, work));
  if (alive !== null) throw new Sentence(words.alreadyRunning(DATA_DIR, alive));
  return journal;
}

/**
 * Everything below the two servers, alike for start and dev: first all that may refuse, then builds, database, mail.
 */
export async function openRooms(house: House, given: Values, mode: Mode): Promise<Rooms> {
  const isEmbedded = !given.DATABASE_URL;
  const hasMail = given.NODE_ENV !== 'production' && given.SMTP_URL === `smtp://127.0.0.1:${given.MAIL_SMTP_PORT}`;
  const values = withSecrets(given);
  await checkPorts(portsOf(values, { hasMail, hasPostgres: isEmbedded }), mode);
  await checkGivenDatabase(values);
  await buildStale(house, values, mode === 'start' ? undefined : ['plugin']);
  const url = values.DATABASE_URL ?? (await openEmbedded(house, values, 'ticketing', true));
  const isMailReady = hasMail ? startMail(house, values) : async () => undefined;
  return { values: { ...values, DATABASE_URL: url }, hasMail, isEmbedded, isMailReady };
}
