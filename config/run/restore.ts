import path from 'node:path';
import { checkFile, readHeader } from '../../database/backup/read.ts';
import { demandEmpty, restore } from '../../database/backup/restore.ts';
import { fetchBackup } from '../../database/backup/second.ts';
import type { Values } from '../env.ts';
import { backupFolder, identityOf, inWords, placesOf, secondBucketOf, self, tenths } from './parts/backups.ts';
import { checkGivenDatabase, openEmbedded } from './parts/database.ts';
import { DATABASE, sslOf } from './parts/existing-database.ts';
import { freePorts } from './parts/ports.ts';
import { green, say, step } from './parts/progress.mjs';
import { runJournal } from './parts/rooms.ts';
import { runVerb } from './parts/verb.ts';
import { Sentence, words } from './parts/words.mjs';

const [given] = process.argv.slice(2);

const refuse = (error: unknown): never => {
  throw inWords(error);
};

/** `s3:NAME` names a backup of the bucket that copies go to, `s3:` the newest of it: it is brought here first. */
async function fileOf(values: Values, name: string): Promise<string> {
  if (!name.startsWith('s3:')) return path.resolve(process.env.INIT_CWD ?? process.cwd(), name);
  const bucket = secondBucketOf(values);
  if (!bucket) throw new Sentence(words.backup.noSecondBucket);
  const wanted = name.slice('s3:'.length);
  const file = await step(words.backup.fetching, () => fetchBackup(bucket, wanted, backupFolder(values)).catch(refuse));
  if (!file) throw new Sentence(words.backup.notInBucket(wanted));
  return file;
}

/** `npm run restore -- FILE`: a system from one file, into an empty data folder or an empty database. */
await runVerb({
  journal: runJournal,
  main: async (values, house) => {
    if (!given) throw new Sentence(words.backup.usage);
    const file = await fileOf(values, given);
    const source = { file, identity: await identityOf(values), report: tenths(say) };
    // What may refuse comes first: before a database is made, let alone written to.
    await readHeader(source, self());
    await checkGivenDatabase(values);
    const checked = await step(words.backup.checking, () => checkFile(source, self()));
    const [port] = await freePorts(1);
    const url =
      values.DATABASE_URL ?? (await openEmbedded(house, { ...values, PG_PORT: String(port) }, DATABASE, true));
    const target = { ...placesOf(values), url, ssl: sslOf(values) };
    await demandEmpty(target).catch(refuse);
    const restored = await step(words.backup.restoring, () =>
      restore({ ...source, report: tenths(say) }, checked, target).catch(refuse),
    );
    say(`${green('✓')} ${words.backup.restored(restored)}`);
    if (!checked.hasSecrets) say(`  ${words.backup.secretsApart}`);
    return 0;
  },
  interrupted: 130,
});
