import path from 'node:path';
import { isNew, runningAt } from '../../../database/embedded.ts';
import type { Ssl } from '../../../database/connect.ts';
import { flag, type Values } from '../../env.ts';
import { keptSecrets } from '../../secrets.ts';
import { checkGivenDatabase, openEmbedded } from './database.ts';
import type { House } from './house.ts';
import { freePorts } from './ports.ts';
import { runJournal } from './rooms.ts';
import { ROOT } from './verb.ts';
import { Sentence } from './words.mjs';

export const DATABASE = 'ticketing';

const urlIfRunning = async ({ DATA_DIR = '' }: Values): Promise<string | null> =>
  isNew(DATA_DIR)
    ? null
    : runningAt(DATA_DIR, keptSecrets(DATA_DIR, ['POSTGRES_PASSWORD']).POSTGRES_PASSWORD, DATABASE);

/** Beside a running system nothing is started, so its folder needs no second holder. */
export const journalBeside = async (values: Values): Promise<string> =>
  values.DATABASE_URL || isNew(values.DATA_DIR ?? '') || (await urlIfRunning(values))
    ? path.join(ROOT, '.tmp', `run-${process.pid}.json`)
    : runJournal(values);

/**
 * The given database; else the embedded one, as it runs, or started for as long as this takes. `nothing` is said where
 * there is none yet.
 */
export async function existingUrl(house: House, values: Values, nothing: (folder: string) => string): Promise<string> {
  await checkGivenDatabase(values);
  if (values.DATABASE_URL) return values.DATABASE_URL;
  if (isNew(values.DATA_DIR ?? '')) throw new Sentence(nothing(values.DATA_DIR ?? ''));
  const running = await urlIfRunning(values);
  if (running) return running;
  const [port] = await freePorts(1);
  return openEmbedded(house, { ...values, PG_PORT: String(port) }, DATABASE, true);
}

/** How one connects to it: TLS is for a database of somebody else's. */
export const sslOf = (values: Values): Ssl => ({
  isOn: Boolean(values.DATABASE_URL) && flag(values.DATABASE_SSL),
  isVerified: flag(values.DATABASE_SSL_VERIFY),
});
