import fs from 'node:fs';
import path from 'node:path';
import { buildStale } from './parts/builds.ts';
import { prepareDataDir } from './parts/data-dir.ts';
import { runJest } from './parts/jest.ts';
import { newTally } from './parts/tally.ts';
import { makeTestFolder, removeTestFolder, testEnv, testValues } from './parts/test-bed.ts';
import { runVerb } from './parts/verb.ts';

/**
 * `npm run bench` measures everything; `npm run bench -- clock` what has "clock" in its path. Prints tables and judges
 * nothing.
 */
const folder = makeTestFolder();

await runVerb({
  journal: async ({ DATA_DIR = '' }) => {
    prepareDataDir(DATA_DIR);
    return path.join(folder, 'run.json');
  },
  main: async (given, house) => {
    house.onClosed(() => removeTestFolder(folder));
    fs.mkdirSync(path.join(folder, 'logs'), { mode: 0o700 });
    await buildStale(house, given);
    const tally = newTally();
    const env = await testEnv(house, await testValues(given, folder));
    await runJest(house, tally, ['bench'], process.argv.slice(2), env, {
      work: folder,
      logs: path.join(given.DATA_DIR ?? '', 'logs'),
    });
    return tally.failed > 0 ? 1 : 0;
  },
  interrupted: 130,
});
