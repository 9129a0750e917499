import path from 'node:path';
import { LINT, runChecks, TYPES } from './parts/checks.ts';
import { prepareDataDir } from './parts/data-dir.ts';
import { conclude, newTally } from './parts/tally.ts';
import { ROOT, runVerb } from './parts/verb.ts';

await runVerb({
  journal: async ({ DATA_DIR = '' }) => {
    prepareDataDir(DATA_DIR);
    return path.join(ROOT, '.tmp', `run-${process.pid}.json`);
  },
  main: async (values, house) => {
    const tally = newTally();
    await runChecks(house, values, tally, [...LINT, ...TYPES]);
    return conclude(tally);
  },
  interrupted: 130,
});
