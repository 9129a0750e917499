import fs from 'node:fs';
import { randomInt } from 'node:crypto';
import { until } from '../support/jobs';
import { openBed, PARTS, type Bed, type Part } from './faults/bed';
import { startLoad } from './faults/load';
import { singleFaults } from './faults/single';
import { proveAcknowledged, proveFree, proveLetters, proveWhole } from './faults/proof';

/** How often something is killed; `npm test -- faults` is the long form, with a thousand. */
const KILLS = Number(process.env['FAULTS_KILLS'] ?? 8);
/** After so many minutes nothing more is killed, and what was is proven: a long form may end with the night. */
const MOST_MS = Number(process.env['FAULTS_MINUTES'] ?? 24 * 60) * 60_000;
const LONGEST_PAUSE_MS = 600;
const TOLD_EVERY = 50;
/** A kill in a long run is paid back within seconds; a machine under others' load takes longer. */
const PATIENCE_MS = 600_000 + KILLS * 30_000;
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let bed: Bed;
beforeAll(async () => {
  bed = await openBed();
}, 600_000);
afterAll(() => bed.close());

test(
  'whoever is killed in the middle of it, everything acknowledged is there once, nothing is half done and nobody is stuck',
  async () => {
    const load = await startLoad(bed);
    const killed: Record<Part, number> = { cms: 0, database: 0, site: 0, mail: 0 };
    const last = Date.now() + MOST_MS;
    let count = 0;
    for (; count < KILLS && Date.now() < last; count += 1) {
      await sleep(randomInt(LONGEST_PAUSE_MS));
      // Each of them in turn at first, so that a short run kills all; then whoever comes.
      const part = PARTS[count < PARTS.length ? count : randomInt(PARTS.length)] as Part;
      await bed.kill(part);
      killed[part] += 1;
      await bed.whole();
      if ((count + 1) % TOLD_EVERY === 0) {
        const { tickets, resolved, papers } = load.said;
        fs.writeSync(
          2,
          `faults: ${JSON.stringify(killed)}, ${tickets.size} filed, ${resolved.size} resolved, ${papers.size} papers, ` +
            `${bed.letters().length} letters\n`,
        );
      }
    }
    // A slow machine does little between two kills: they go on until there is enough to count.
    await until(
      'more was filed, resolved and handed out than was killed',
      () => Promise.resolve(load.said.tickets.size > count / 2 && load.said.papers.size > 2),
      PATIENCE_MS,
    );
    await load.rest();
    await proveLetters(bed);
    await proveAcknowledged(bed, load.said);
    await proveWhole(bed);
    await proveFree(bed);
  },
  PATIENCE_MS,
);

singleFaults(() => bed);
