import { inParallel, table } from '../support/bench';
import { openWorld, outage, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const HANDS = 8;

test('what people do most, against a real cms and PostgreSQL', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const numbers: string[] = [];
  const submitted = await inParallel(HANDS, 400, async () => {
    numbers.push((await clerk.submitTicket(outage())).number);
  });
  const listed = await inParallel(HANDS, 400, () => officer.listTickets({ pageSize: 25 }));
  const claimed = await inParallel(HANDS, numbers.length, (index) =>
    officer.actOnTicket({ number: numbers[index] ?? '', action: 'claim' }),
  );
  table(
    `Layanan, ${HANDS} orang sekaligus`,
    ['kegiatan', 'per detik', 'median ms', 'p95 ms'],
    [
      ['mengajukan tiket', ...submitted],
      ['membaca daftar (25 baris)', ...listed],
      ['mengambil tiket', ...claimed],
    ],
  );
});
