import fs from 'node:fs';
import path from 'node:path';
import { envFor } from '../env.ts';
import { TSC } from './parts/builds.ts';
import { dim, say } from './parts/progress.mjs';
import { openRooms, runJournal } from './parts/rooms.ts';
import { startCms, startSite } from './parts/services.ts';
import { printSummary } from './parts/summary.ts';
import { ROOT, runVerb } from './parts/verb.ts';
import { words } from './parts/words.mjs';

/** What the servers say goes to the terminal too, each line with its name. */
const echo = (name: string) => (text: string) => {
  for (const line of text.split('\n')) if (line.trim()) say(`${dim(name.padEnd(6))} ${line}`);
};

await runVerb({
  journal: runJournal,
  main: async (given, house) => {
    const rooms = await openRooms(house, given, 'dev');
    const { values } = rooms;
    let isFirst = true;
    // Strapi watches its own folder only. A file of it whose time changes makes it load the plugin anew.
    const reload = (text: string) => {
      echo('plugin')(text);
      if (!/Found 0 errors/.test(text)) return;
      const now = new Date();
      if (!isFirst) fs.utimesSync(path.join(ROOT, 'cms/src/index.ts'), now, now);
      isFirst = false;
    };
    house.keep(
      house.spawn({
        name: words.start.watch,
        cwd: ROOT,
        env: envFor('run', values),
        log: path.join(values.DATA_DIR ?? '', 'logs', 'plugin.log'),
        onOutput: reload,
        args: [path.join(ROOT, TSC), '-p', 'plugins/ticketing/tsconfig.json', '--watch', '--preserveWatchOutput'],
      }),
    );
    await startCms(house, values, 'dev', echo);
    await startSite(house, values, 'dev', echo);
    await rooms.isMailReady();
    printSummary(values, rooms);
    return house.mishap;
  },
  interrupted: 0,
});
