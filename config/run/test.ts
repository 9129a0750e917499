import fs from 'node:fs';
import path from 'node:path';
import { envFor } from '../env.ts';
import { startBuilds } from './parts/builds.ts';
import { LINT, runChecks, TYPES } from './parts/checks.ts';
import { ensureCaddy } from './parts/caddy.ts';
import { ensureChromium } from './parts/chromium.ts';
import { prepareDataDir } from './parts/data-dir.ts';
import { Closing } from './parts/house.ts';
import { runJest, type Speed } from './parts/jest.ts';
import { ensureImap } from './parts/imap.ts';
import { ensureOffice } from './parts/office.ts';
import { complain, say } from './parts/progress.mjs';
import { conclude, count, newTally, type Tally } from './parts/tally.ts';
import { makeTestFolder, removeTestFolder, testEnv, testValues } from './parts/test-bed.ts';
import { runVerb } from './parts/verb.ts';
import { words } from './parts/words.mjs';

/**
 * `npm test` runs all; `npm test -- api lifecycle` the API tests whose path has "lifecycle"; `npm test -- types` the
 * types.
 */
const PARTS = ['lint', 'types', 'domain', 'api', 'site'] as const;
type Part = (typeof PARTS)[number];
const isPart = (word: string): word is Part => (PARTS as readonly string[]).includes(word);

const args = process.argv.slice(2);
const firstPattern = args.findIndex((word) => !isPart(word));
const named = args.slice(0, firstPattern < 0 ? args.length : firstPattern).filter(isPart);
const patterns = firstPattern < 0 ? [] : args.slice(firstPattern);
const wanted: readonly Part[] = named.length > 0 ? named : patterns.length > 0 ? ['domain', 'api', 'site'] : PARTS;
const folder = makeTestFolder();
/** `npm test -- faults` is the long form: a thousand kills. */
const longForm =
  patterns.length === 1 && patterns[0] === 'faults' ? { FAULTS_KILLS: process.env.FAULTS_KILLS ?? '1000' } : {};

/** A step on which others stand; when it cannot be done, each of those counts as failed. */
async function prepare<T>(tally: Tally, speeds: readonly Speed[], work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Closing) throw error;
    complain(error);
    for (const speed of speeds)
      count(
        tally,
        words.checks.couldNotRun(
          `${words.checks.jest}: ${speed}`,
          error instanceof Error ? error.message : String(error),
        ),
        false,
      );
    return null;
  }
}

/** Begun now, wanted later: until then nobody has to hear of its failure. */
function begun<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

await runVerb({
  journal: async ({ DATA_DIR = '' }) => {
    prepareDataDir(DATA_DIR);
    return path.join(folder, 'run.json');
  },
  main: async (given, house) => {
    house.onClosed(() => removeTestFolder(folder));
    const logs = path.join(given.DATA_DIR ?? '', 'logs');
    fs.mkdirSync(path.join(folder, 'logs'), { mode: 0o700 });
    const values = await testValues(given, folder);
    const tally = newTally();
    const speeds = (['api', 'site'] as const).filter((speed) => wanted.includes(speed));
    const places = { work: folder, logs };
    const log = (name: string): string => path.join(logs, `${name}.log`);

    // API and browser tests stand on the built system, a database and, the latter, a browser: all made while checks
    // run.
    const builds = speeds.length > 0 ? startBuilds(house, given) : null;
    const env = builds && begun(builds.all.then(() => testEnv(house, values)));
    const browser = speeds.includes('site') ? begun(ensureChromium(house, values, log('chromium'))) : null;
    // One after the other: Debian's packages are installed by one at a time.
    const programs = async (): Promise<void> => {
      await browser?.catch(() => undefined);
      await ensureOffice(house, log('office')).catch(complain);
      await ensureImap(house, log('imap')).catch(complain);
      await ensureCaddy(house, log('caddy'));
    };
    const installed = speeds.includes('api') ? begun(programs()) : null;

    if (wanted.includes('lint')) await runChecks(house, given, tally, LINT);
    if (wanted.includes('domain')) await runJest(house, tally, ['domain'], patterns, envFor('tests', values), places);
    // The last builds and the start of the tests leave half of the machine idle: types are checked meanwhile.
    const types = begun(
      wanted.includes('types') ? runChecks(house, given, tally, TYPES, builds?.until) : Promise.resolve(),
    );
    const bed = env && (await prepare(tally, speeds, () => env));
    const chromium = bed && browser && (await prepare(tally, ['site'], () => browser));
    // Without one, the tests that need it fail and the others run.
    await installed?.catch(complain);
    const ready = speeds.filter((speed) => bed && (speed !== 'site' || chromium));
    // Together, so that a file without a browser works while one with a browser has it.
    if (ready.length > 0)
      await runJest(
        house,
        tally,
        ready,
        patterns,
        { ...bed, ...longForm, ...(chromium && { CHROMIUM_PATH: chromium }) },
        places,
      );
    await types;
    if (tally.passed + tally.failed === 0) count(tally, `${patterns.join(' ')}: ${words.checks.noTests}`, false);
    say('');
    return conclude(tally);
  },
  interrupted: 130,
});
