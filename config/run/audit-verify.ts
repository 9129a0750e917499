import path from 'node:path';
import { hasLog, verifyLog, type Finding } from '../../database/audit.ts';
import { withClient } from '../../database/connect.ts';
import { isNew, runningAt } from '../../database/embedded.ts';
import { flag, type Values } from '../env.ts';
import { keptSecrets } from '../secrets.ts';
import { checkGivenDatabase, openEmbedded } from './parts/database.ts';
import type { House } from './parts/house.ts';
import { freePorts } from './parts/ports.ts';
import { green, red, say, step } from './parts/progress.mjs';
import { runJournal } from './parts/rooms.ts';
import { ROOT, runVerb } from './parts/verb.ts';
import { Sentence, words } from './parts/words.mjs';

const DATABASE = 'ticketing';
const urlIfRunning = ({ DATA_DIR = '' }: Values) =>
  isNew(DATA_DIR)
    ? null
    : runningAt(DATA_DIR, keptSecrets(DATA_DIR, ['POSTGRES_PASSWORD']).POSTGRES_PASSWORD, DATABASE);

/** The given database; else the embedded one, as it runs, or started for as long as this takes. */
async function urlOf(house: House, values: Values): Promise<string> {
  await checkGivenDatabase(values);
  if (values.DATABASE_URL) return values.DATABASE_URL;
  if (isNew(values.DATA_DIR ?? '')) throw new Sentence(words.audit.nothing(values.DATA_DIR ?? ''));
  const running = await urlIfRunning(values);
  if (running) return running;
  const [port] = await freePorts(1);
  return openEmbedded(house, { ...values, PG_PORT: String(port) }, DATABASE, true);
}

function sentence(finding: Finding): string {
  switch (finding.what) {
    case 'changed':
    case 'unlinked':
    case 'displaced':
      return words.audit[finding.what](finding.subject, finding.id);
    case 'noHistory':
      return words.audit.noHistory(finding.subject);
    case 'sealCount':
      return words.audit.sealCount(finding.day, finding.sealed, finding.found);
    default:
      return words.audit[finding.what](finding.day);
  }
}

await runVerb({
  // Beside a running system nothing is started, so its folder needs no second holder.
  journal: async (values) =>
    values.DATABASE_URL || isNew(values.DATA_DIR ?? '') || (await urlIfRunning(values))
      ? path.join(ROOT, '.tmp', `run-${process.pid}.json`)
      : runJournal(values),
  main: async (values, house) => {
    const url = await urlOf(house, values);
    const ssl = {
      isOn: Boolean(values.DATABASE_URL) && flag(values.DATABASE_SSL),
      isVerified: flag(values.DATABASE_SSL_VERIFY),
    };
    const verdict = await step(words.audit.walking, () =>
      withClient(
        url,
        async (client) => {
          if (!(await hasLog(client))) throw new Sentence(words.audit.noLog);
          return verifyLog(client);
        },
        ssl,
      ),
    );
    const [first, ...others] = verdict.findings;
    if (verdict.lastSeal) say(`  ${words.audit.lastSeal(verdict.lastSeal.day, verdict.lastSeal.hash)}`);
    if (verdict.unsealed > 0) say(`  ${words.audit.unsealed(verdict.unsealed)}`);
    if (!first) {
      say(`${green('✓')} ${words.audit.whole(verdict.entries, verdict.chains, verdict.seals)}`);
      return 0;
    }
    say(`${red('✖')} ${words.audit.broken(sentence(first))}`);
    if (others.length > 0) say(`  ${words.audit.others(others.length)}`);
    return 1;
  },
  interrupted: 130,
});
