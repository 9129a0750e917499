import { openRooms, runJournal } from './parts/rooms.ts';
import { startCms, startSite } from './parts/services.ts';
import { printSummary } from './parts/summary.ts';
import { runVerb } from './parts/verb.ts';

await runVerb({
  journal: runJournal,
  main: async (given, house) => {
    const rooms = await openRooms(house, given, 'start');
    await startCms(house, rooms.values, 'start');
    await startSite(house, rooms.values, 'start');
    await rooms.isMailReady();
    printSummary(rooms.values, rooms);
    return house.mishap;
  },
  interrupted: 0,
});
