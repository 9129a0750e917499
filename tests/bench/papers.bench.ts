import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inParallel, middle, table } from '../support/bench';
import { file } from '../support/desk';
import { openWorld, type Person, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Together fewer than one person may ask for in a minute. */
const WARM_UP = 8;
const PAPERS = 24;
const ASKED = 300;
/** Whoever asks in a round; each has a minute's allowance of their own. */
const ROUNDS = ['Galih Ramadhan', 'Laila Safitri', 'Administrator Demo'] as const;

/** Asks again and again until this is over: how often a second, and how long one takes in the middle and at 95 of 100, ms. */
async function askDuring(clerk: Person, work: Promise<unknown>): Promise<[number, number, number]> {
  const waits: number[] = [];
  let isOver = false;
  const ended = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const began = performance.now();
    await clerk.getMe({});
    waits.push(performance.now() - began);
  }
  await ended;
  waits.sort((a, b) => a - b);
  const seconds = waits.reduce((total, wait) => total + wait, 0) / 1000;
  const at = (share: number) => waits[Math.floor(waits.length * share)] ?? 0;
  return [waits.length / seconds, at(0.5), at(0.95)];
}

/** Another program that keeps a core busy for so many ms: what the machine itself takes, whoever computes. */
const computeBeside = async (milliseconds: number): Promise<void> => {
  const loop = `for (const end = Date.now() + ${milliseconds}; Date.now() < end;) Math.sqrt(end)`;
  await once(spawn(process.execPath, ['-e', loop]), 'exit');
};

test('a Berita Acara after warm-up, and what somebody else waits meanwhile', async () => {
  const clerk = await world.clerk();
  const { number } = await file(clerk, 'NET-01');
  await (await world.staff(ROUNDS[0])).actOnTicket({ number, action: 'claim' });
  const measured: Record<string, [number, number, number][]> = {};
  const note = (what: string, rates: [number, number, number]) => (measured[what] ??= []).push(rates);
  for (const name of ROUNDS) {
    const reader = await world.staff(name);
    // While it is worked on every reading makes the paper anew.
    const report = () =>
      reader.readDocument({ number, kind: 'completion-report' }).then((response) => response.arrayBuffer());
    await inParallel(1, WARM_UP, report);
    await inParallel(1, ASKED / 3, () => clerk.getMe({}));
    note('GET /me, alone', await inParallel(1, ASKED, () => clerk.getMe({})));
    let papers: [number, number, number] = [0, 0, 0];
    const making = inParallel(1, PAPERS, report).then((rates) => {
      papers = rates;
    });
    note('GET /me, while a Berita Acara is made', await askDuring(clerk, making));
    note('a Berita Acara, while /me is asked', papers);
    note('GET /me, while another program computes', await askDuring(clerk, computeBeside(1200)));
  }
  table(
    `Berita Acara: medians of ${ROUNDS.length} (least–most)`,
    ['what', 'a second', 'median ms', 'p95 ms'],
    Object.entries(measured).map(([what, rounds]) => [
      what,
      ...[0, 1, 2].map((column) =>
        middle(
          rounds.map((rates) => rates[column] ?? 0),
          column === 0 ? 0 : 2,
        ),
      ),
    ]),
  );
});
