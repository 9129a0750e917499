import path from 'node:path';
import { flag, type Values } from '../../env.ts';
import { keptSecrets } from '../../secrets.ts';
import { addressOf, checkDatabase } from '../../../database/connect.ts';
import { isNew, startEmbedded } from '../../../database/embedded.ts';
import type { House } from './house.ts';
import { say, step } from './progress.mjs';
import { POSTGRES } from './stop.ts';
import { words } from './words.mjs';

/** Asked before anything is built or started: does a database of somebody else's let us in? */
export async function checkGivenDatabase(values: Values): Promise<void> {
  const { DATABASE_URL: url } = values;
  if (!url) return;
  const ssl = { isOn: flag(values.DATABASE_SSL), isVerified: flag(values.DATABASE_SSL_VERIFY) };
  await step(`${words.database.connecting} ${addressOf(url)}`, () => checkDatabase(url, ssl));
}

/**
 * Starts the embedded PostgreSQL under the house's care and answers its URL. `name` is the database that must exist.
 */
export async function openEmbedded(house: House, values: Values, name: string, isDurable: boolean): Promise<string> {
  const dataDir = values.DATA_DIR ?? '';
  const log = path.join(dataDir, 'logs', 'postgres.log');
  const { POSTGRES_PASSWORD: password } = keptSecrets(dataDir, ['POSTGRES_PASSWORD']);
  const embedded = await step(isNew(dataDir) ? words.database.creating : words.database.starting, () =>
    startEmbedded({
      dataDir,
      port: Number(values.PG_PORT),
      password,
      database: name,
      log,
      isDurable,
      onSpawn: (child) => house.adopt('postgres', child, { rank: 9, signals: POSTGRES, isGroup: false }),
    }),
  );
  if (embedded.notice) say(`  ${embedded.notice}`);
  house.keep({
    name: 'postgres',
    log,
    ended: new Promise((resolve) => {
      embedded.child.once('exit', (code, signal) => resolve({ isGood: false, how: signal ?? `kode ${code}` }));
    }),
  });
  return embedded.url;
}
