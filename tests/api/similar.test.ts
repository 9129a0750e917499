import { entriesSince, expectWholeChains, lastEntryId, type Entry } from '../support/entries';
import { bare, openWorld, outage, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const numbers = (found: readonly { number: string }[]): string[] => found.map(({ number }) => number);
const chainOf = async (number: string): Promise<Entry[]> =>
  (
    await world.database.query<Entry>(
      "select * from audit_entries where subject_type = 'ticket' and subject_id = $1 order by id",
      [number],
    )
  ).rows;

test('a title finds the open tickets of the own unit that say the same in other forms of the words, the nearest first', async () => {
  const [clerk, colleague] = [await world.clerk(), await world.colleague()];
  const wifi = await colleague.submitTicket(
    outage({
      title: 'Koneksi wifi perpustakaan sering terputus',
      description: 'Pengunjung perpustakaan tidak dapat memakai wifi sejak kemarin.',
    }),
  );
  const other = await colleague
    .submitTicket(
      outage({
        title: 'Perbaikan proyektor aula',
        description: 'Lampu proyektor di aula redup dan perlu diganti segera.',
        category: 'LLN-01',
        form: {},
      }),
    )
    .catch(() => null);
  const found = await clerk.findSimilar({ title: 'Wifi di perpustakaan putus', category: 'NET-01' });
  expect(numbers(found)).toContain(wifi.number);
  expect(found[0]).toMatchObject({
    number: wifi.number,
    title: 'Koneksi wifi perpustakaan sering terputus',
    status: 'NEW',
    category: { code: 'NET-01' },
    affected: 0,
    isMine: false,
    mayJoin: true,
  });
  if (other) expect(numbers(found)).not.toContain(other.number);
  // The own request is shown, but there is nothing to join.
  expect((await colleague.findSimilar({ title: 'wifi perpustakaan', category: 'NET-01' }))[0]).toMatchObject({
    number: wifi.number,
    isMine: true,
    mayJoin: false,
  });
});

test('the farther its service, the more of the words a ticket must share', async () => {
  const [clerk, colleague] = [await world.clerk(), await world.colleague()];
  const { number } = await colleague.submitTicket(
    outage({
      title: 'Gangguan jaringan gudang arsip',
      description: 'Jaringan di gudang arsip tidak stabil sejak Senin pagi.',
    }),
  );
  const asked = async (title: string, category?: string) =>
    numbers(await clerk.findSimilar({ title, ...(category && { category }) })).includes(number);
  expect(await asked('Printer gudang macet kertas', 'NET-01')).toBe(true);
  expect(await asked('Printer gudang macet kertas', 'NET-02')).toBe(false);
  expect(await asked('Printer gudang arsip macet', 'NET-02')).toBe(true);
  expect(await asked('Printer gudang arsip macet', 'HWR-01')).toBe(false);
  expect(await asked('Jaringan gudang arsip', 'HWR-01')).toBe(true);
  expect(await asked('Jaringan gudang arsip')).toBe(true);
});

test('nothing that is done, of another unit or confidential to somebody else is shown, and at most five are', async () => {
  const [clerk, colleague, stranger, officer] = [
    await world.clerk(),
    await world.colleague(),
    await world.stranger(),
    await world.staff('Laila Safitri'),
  ];
  const word = 'genteng';
  const titles = Array.from({ length: 7 }, (_, index) => `Menara ${word} nomor ${index + 1} mati`);
  const filed = [];
  for (const title of titles) filed.push(await colleague.submitTicket(outage({ title })));
  expect(await clerk.findSimilar({ title: `menara ${word}`, category: 'NET-01' })).toHaveLength(5);
  expect(await stranger.findSimilar({ title: `menara ${word}`, category: 'NET-01' })).toEqual([]);
  for (const { number } of filed.slice(0, 6))
    await officer.actOnTicket({ number, action: 'reject', reason: 'Bukan aset kota.' });
  expect(numbers(await clerk.findSimilar({ title: `menara ${word}`, category: 'NET-01' }))).toEqual([filed[6]?.number]);
  await world.database.query('update tickets set is_confidential = true where number = $1', [filed[6]?.number]);
  expect(await clerk.findSimilar({ title: `menara ${word}`, category: 'NET-01' })).toEqual([]);
  expect(numbers(await colleague.findSimilar({ title: `menara ${word}`, category: 'NET-01' }))).toEqual([
    filed[6]?.number,
  ]);
});

test('words that stand in every request find nothing, and odd characters break nothing', async () => {
  const clerk = await world.clerk();
  for (const title of [
    'mohon bantuan untuk kami',
    '!!!',
    "' or 1=1; -- | & ( ) :* \\",
    '😀',
    '%',
    'a',
    'x'.repeat(200),
  ])
    expect(await clerk.findSimilar({ title })).toEqual(expect.any(Array));
  expect(await clerk.findSimilar({ title: 'mohon bantuan untuk kami', category: 'NET-01' })).toEqual([]);
  const send = bare(world, clerk);
  for (const place of [
    '/similar-tickets',
    '/similar-tickets?title=',
    `/similar-tickets?title=${'x'.repeat(201)}`,
    '/similar-tickets?title=internet&skpd=DINKES',
  ])
    await send('get', place).expect(400);
});

test('joining counts once per person, is one link of the ticket’s chain, and the joined person follows the ticket', async () => {
  const [clerk, colleague, officer] = [
    await world.clerk(),
    await world.colleague(),
    await world.staff('Galih Ramadhan'),
  ];
  const { number } = await clerk.submitTicket(outage({ title: 'Telepon kantor tidak berdering' }));
  const before = await lastEntryId(world);
  expect((await colleague.listTickets({ assignee: 'me', q: number })).rows).toEqual([]);
  const results = await Promise.all(
    [1, 2, 3].map(() => colleague.joinTicket({ number, note: 'Ruang saya juga sejak Senin.' })),
  );
  expect(results.map(({ affected, isJoined, may }) => ({ affected, isJoined, join: may.join }))).toEqual(
    Array(3).fill({ affected: 1, isJoined: true, join: false }),
  );
  const entries = (await entriesSince(world, before)).filter(({ subject_id }) => subject_id === number);
  expect(entries).toMatchObject([
    {
      event: 'join',
      actor_kind: 'portal',
      actor_name: 'Ahmad Fauzi',
      actor_role: 'REQUESTER',
      payload: { text: 'Ruang saya juga sejak Senin.' },
    },
  ]);
  expectWholeChains(await chainOf(number));
  // The requester is in it already; officers and requester read the count and the words.
  expect(await clerk.joinTicket({ number })).toMatchObject({ affected: 1, isJoined: false, may: { join: false } });
  expect(await officer.getTicket({ number })).toMatchObject({ affected: 1, isJoined: false, status: 'NEW' });
  expect((await clerk.getTimeline({ number })).at(-1)).toMatchObject({
    event: 'join',
    text: 'Ruang saya juga sejak Senin.',
    by: { name: 'Ahmad Fauzi' },
  });
  expect(numbers((await colleague.listTickets({ assignee: 'me', q: number })).rows)).toEqual([number]);
  expect((await clerk.findSimilar({ title: 'telepon tidak berdering', category: 'NET-01' }))[0]).toMatchObject({
    number,
    affected: 1,
  });
});

test('only people of the unit join, only while it is open, and the reason is said', async () => {
  const [clerk, colleague, stranger, officer, leader] = [
    await world.clerk(),
    await world.colleague(),
    await world.stranger(),
    await world.staff('Laila Safitri'),
    await world.leader(),
  ];
  const { number } = await clerk.submitTicket(outage());
  await expect(stranger.joinTicket({ number })).rejects.toMatchObject({ code: 'notFound' });
  await expect(leader.joinTicket({ number })).rejects.toMatchObject({ code: 'notAllowed' });
  await expect(officer.joinTicket({ number })).rejects.toMatchObject({ code: 'notAllowed' });
  await bare(world, colleague)('post', `/tickets/${number}/affected`)
    .send({ note: 'x'.repeat(2001) })
    .expect(400);
  await officer.actOnTicket({ number, action: 'reject', reason: 'Sudah ditangani lewat tiket lain.' });
  await expect(colleague.joinTicket({ number })).rejects.toMatchObject({
    code: 'wrongStatus',
    details: { status: 'REJECTED' },
  });
  expect((await chainOf(number)).map(({ event }) => event)).not.toContain('join');
});

test('what a unit asks for most stands first among its services, and a closed one is not offered', async () => {
  const [clerk, stranger] = [await world.clerk(), await world.stranger()];
  const codes = async (who = clerk) => (await who.listFrequentServices({})).map(({ code }) => code);
  expect((await codes())[0]).toBe('NET-01');
  expect((await codes()).length).toBeLessThanOrEqual(6);
  expect(await codes(stranger)).not.toEqual(await codes());
  await world.database.query("update categories set is_active = false, updated_at = now() where code = 'NET-01'");
  expect(await codes()).not.toContain('NET-01');
});
