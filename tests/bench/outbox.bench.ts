import path from 'node:path';
import { VICTIMS, weather, type Victim } from '../support/crash';
import { keepCommits } from '../support/databases';
import { openMailbox, type Mailbox } from '../support/mail';
import { freePort } from '../support/servers';
import { openWorld, type World } from '../support/world';

/** The long form of the storm in `tests/api/mail.test.ts`: how many changes, and one death for every twenty-five. */
const CHANGES = 500;
const KILLS = 20;
/** A letter to everybody on the team for each change, and to whoever filed it. */
const MOST_LETTERS = 20_000;

let world: World;
let mailbox: Mailbox;
let port: number;
const folder = path.join(process.env['TEST_DATA_DIR'] ?? '', `storm-${process.pid}`);

beforeAll(async () => {
  port = await freePort();
  mailbox = await openMailbox(folder, port, MOST_LETTERS);
  world = await openWorld({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  await keepCommits(world.databaseName);
  await world.restart();
});
afterAll(async () => {
  await world.close();
  await mailbox.close();
});

test(
  'a storm over five hundred changes',
  async () => {
    const killed: Record<Victim, () => Promise<void>> = {
      cms: () => world.crash(),
      database: () => world.crashDatabase(),
      'mail server': async () => {
        await mailbox.kill();
        mailbox = await openMailbox(folder, port, MOST_LETTERS);
      },
    };
    const kills = Array.from({ length: KILLS }, (_, nth) => VICTIMS[nth % VICTIMS.length] as Victim);
    const { filed, untold, strangers, duplicates, letters, due, lost, unanswered } = await weather({
      world,
      changes: CHANGES,
      kills,
      kill: (victim) => killed[victim](),
      mailbox: () => mailbox,
      patience: 30 * 60_000,
    });
    process.stderr.write(
      `${filed.length} changes, ${kills.length} deaths, ${unanswered} attempts without an answer; ${due} letters due, ${letters} arrived, ${lost.length} lost, ${untold.length} untold, ${strangers.length} of what was rolled back, ${duplicates} twice\n`,
    );
    expect({ changes: filed.length, untold, strangers, lost }).toEqual({
      changes: CHANGES,
      untold: [],
      strangers: [],
      lost: [],
    });
    expect(duplicates).toBeLessThanOrEqual(KILLS);
  },
  60 * 60_000,
);
