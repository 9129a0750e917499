import path from 'node:path';
import { buildStale } from './parts/builds.ts';
import { prepareDataDir } from './parts/data-dir.ts';
import { ROOT, runVerb } from './parts/verb.ts';

await runVerb({
  journal: async ({ DATA_DIR = '' }) => {
    prepareDataDir(DATA_DIR);
    return path.join(ROOT, '.tmp', `run-${process.pid}.json`);
  },
  main: async (values, house) => {
    await buildStale(house, values);
    return 0;
  },
  interrupted: 130,
});
