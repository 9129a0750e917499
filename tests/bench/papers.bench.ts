import { file } from '../support/desk';
import { inParallel, table } from '../support/bench';
import { openWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Together fewer than one person may ask for in a minute. */
const WARM_UP = 8;
const PAPERS = 24;
const ASKED = 200;

test('a Berita Acara after warm-up, and what somebody else waits meanwhile', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const { number } = await file(clerk, 'NET-01');
  await officer.actOnTicket({ number, action: 'claim' });
  // While it is worked on every reading makes the paper anew.
  const report = () =>
    officer.readDocument({ number, kind: 'completion-report' }).then((response) => response.arrayBuffer());
  await inParallel(1, WARM_UP, report);
  const papers = await inParallel(1, PAPERS, report);
  const alone = await inParallel(1, ASKED, () => clerk.getMe({}));
  const waits: number[] = [];
  let isOver = false;
  const making = inParallel(1, PAPERS, report).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const began = performance.now();
    await clerk.getMe({});
    waits.push(performance.now() - began);
  }
  await making;
  waits.sort((a, b) => a - b);
  const sum = waits.reduce((total, wait) => total + wait, 0);
  const at = (share: number) => waits[Math.floor(waits.length * share)] ?? 0;
  table(
    'Berita Acara',
    ['kegiatan', 'per detik', 'median ms', 'p95 ms'],
    [
      ['membuat Berita Acara', ...papers],
      ['GET /me, sendiri', ...alone],
      ['GET /me, selagi Berita Acara dibuat', waits.length / (sum / 1000), at(0.5), at(0.95)],
    ],
  );
});
