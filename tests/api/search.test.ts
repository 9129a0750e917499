import { openWorld, outage, type Person, type World } from '../support/world';

let world: World;
let number: string;
beforeAll(async () => {
  world = await openWorld();
  const clerk = await world.clerk();
  ({ number } = await clerk.submitTicket(
    outage({
      title: 'Perbaikan jaringan di ruang arsip',
      description: 'Kabelnya terkelupas sehingga koneksi sering terputus.',
      form: { ...outage().form, lokasi: 'Gedung Mandiangin lantai 3' },
    }),
  ));
});
afterAll(() => world.close());

const found = async (person: Person, q: string): Promise<string[]> =>
  (await person.listTickets({ q, pageSize: 100 })).rows.map((row) => row.number);

test.each(['memperbaiki jaringan', 'diperbaiki', 'kabel', 'putus', 'jaringan arsip', 'jarin', 'arsip perb'])(
  'a clerk finds the ticket by "%s", in whatever form the word is',
  async (q) => {
    expect(await found(await world.clerk(), q)).toContain(number);
  },
);

test('a slip of the finger and an everyday word find it too, after what has the very words', async () => {
  const clerk = await world.clerk();
  for (const q of ['jaringannya', 'jairngan', 'intrenet arsip', 'wifi arsip', 'koneksinya'])
    expect({ q, found: await found(clerk, q) }).toEqual({ q, found: expect.arrayContaining([number]) });
  const { number: wifi } = await clerk.submitTicket(outage({ title: 'Wifi aula padam', description: 'Padam total.' }));
  const { rows } = await clerk.listTickets({ q: 'wifi', sort: 'relevance' });
  const places = [wifi, number].map((each) => rows.findIndex((row) => row.number === each));
  expect(places[0]).toBe(0);
  expect(places[1]).toBeGreaterThan(0);
  expect(await found(clerk, 'arsip -wifi')).toContain(number);
});

test('it is found by the answers of its form, by its contact and by its number, whole or in part', async () => {
  const clerk = await world.clerk();
  const running = number.split('-')[2] ?? '';
  for (const q of [
    'Mandiangin',
    'Ratih',
    'ratih.kusuma@bukittinggi.test',
    '0840-0000-0201',
    '+62 840 0000 0201'.replaceAll(' ', ''),
    number,
    number.toLowerCase(),
    running,
    String(Number(running)),
    `2026-${running}`.replace('2026', number.split('-')[1] ?? ''),
  ])
    expect({ q, found: (await found(clerk, q)).includes(number) }).toEqual({ q, found: true });
});

test('all words must be there, quotation marks keep them together, a minus leaves out', async () => {
  const clerk = await world.clerk();
  expect(await found(clerk, 'jaringan zebra')).not.toContain(number);
  expect(await found(clerk, '"ruang arsip"')).toContain(number);
  expect(await found(clerk, '"arsip ruang"')).not.toContain(number);
  expect(await found(clerk, 'jaringan -arsip ')).not.toContain(number);
});

test.each(["'", '\\', '!!', '((', ':*', 'a & | b', '"', '-', 'a:b:*', "x' | 'y", '%', '_', 'é̀', '🙂'])(
  'whatever is typed is an answer, never an error: %s',
  async (q) => {
    await expect((await world.clerk()).listTickets({ q })).resolves.toMatchObject({ pagination: { page: 1 } });
  },
);

test('what is said on the ticket is found by both sides, as soon as it is said', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  await officer.actOnTicket({ number, action: 'claim' });
  await officer.actOnTicket({ number, action: 'askRequester', question: 'Apakah splitternya berembun?' });
  await clerk.commentOnTicket({ number, body: 'Adaptornya meleleh.' });
  for (const person of [clerk, officer])
    for (const q of ['splitter', 'meleleh']) expect(await found(person, q)).toContain(number);
});

test('internal notes are found by the staff, and by nobody who may not read them', async () => {
  const [clerk, officer, leader, stranger] = [
    await world.clerk(),
    await world.staff('Galih Ramadhan'),
    await world.leader(),
    await world.stranger(),
  ];
  await officer.commentOnTicket({ number, body: 'Curiga sabotase, jangan disebut.', internal: true });
  await clerk.commentOnTicket({ number, body: 'Bautnya berkarat.' });
  expect(await found(officer, 'sabotase')).toContain(number);
  expect(await found(officer, 'sabotase berkarat')).toContain(number);
  for (const person of [clerk, leader, stranger])
    for (const q of ['sabotase', 'sabot', 'berkarat sabotase']) expect(await found(person, q)).not.toContain(number);
  const [hit] = (await officer.listTickets({ q: 'curiga' })).rows;
  expect(JSON.stringify(hit?.excerpt ?? null)).not.toContain('sabotase');
});

test('another SKPD finds nothing of it', async () => {
  for (const q of [number, 'Mandiangin', 'arsip']) expect(await found(await world.stranger(), q)).not.toContain(number);
});

test('an excerpt shows where the word stands, and what fits best comes first', async () => {
  const clerk = await world.clerk();
  const other = await clerk.submitTicket(
    outage({
      title: 'Printer macet',
      description: 'Printer macet. Di ruangan ini pernah ada perbaikan jaringan tahun lalu.',
    }),
  );
  const { rows } = await clerk.listTickets({ q: 'perbaikan jaringan', sort: 'relevance' });
  expect(rows.map((row) => row.number).indexOf(number)).toBeLessThan(
    rows.map((row) => row.number).indexOf(other.number),
  );
  const hits = rows
    .find((row) => row.number === other.number)
    ?.excerpt?.filter(({ isHit }) => isHit)
    .map(({ text }) => text);
  expect(hits).toEqual(expect.arrayContaining(['perbaikan', 'jaringan']));
  expect((await clerk.listTickets({ q: other.number })).rows[0]?.excerpt).toBeUndefined();
});

test('a unit with a new name makes its tickets findable by it, and tickets from before the search are taken in at boot', async () => {
  await world.database.query('delete from ticket_search');
  await world.database.query("update skpd set name = 'Dinas Pendidikan Zamrud' where code = 'DISDIKBUD'");
  await world.restart();
  const officer = await world.staff('Galih Ramadhan');
  const patience = Date.now() + 30_000;
  const { rows } = await world.database.query<{ count: number }>('select count(*)::int as count from tickets');
  for (let taken = -1; taken !== rows[0]?.count && Date.now() < patience;)
    taken =
      (await world.database.query<{ count: number }>('select count(*)::int as count from ticket_search')).rows[0]
        ?.count ?? 0;
  expect(await found(officer, 'zamrud')).toContain(number);
  expect(await found(officer, 'sabotase')).toContain(number);
  expect(await found(await world.clerk(), 'sabotase')).not.toContain(number);
  await world.database.query("update skpd set name = 'Dinas Pendidikan Nilam' where code = 'DISDIKBUD'");
  expect((await world.database.query('select 1 from ticket_search where is_stale')).rowCount).toBeGreaterThan(0);
});
