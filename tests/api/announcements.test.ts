import type { Announcement, Suggestions } from 'strapi-plugin-ticketing/domain';
import { ANNOUNCEMENT, announcement, GUIDE, guide, linkTo, screens } from '../support/content';
import { entriesSince, lastEntryId } from '../support/entries';
import { bare, openWorld, type World } from '../support/world';

let world: World;
let edit: ReturnType<typeof screens>;
beforeAll(async () => {
  world = await openWorld();
  edit = screens(world);
});
beforeEach(() => world.database.query('delete from announcements'));
afterAll(() => world.close());

const announce = async (from: number, to: number | null, over: object = {}): Promise<void> => {
  const { status, body } = await edit('post', ANNOUNCEMENT, '', announcement(from, to, over));
  expect([status, body.error?.message]).toEqual([201, undefined]);
};
const visit = async <T>(place: string): Promise<T> =>
  (await bare(world, null)('get', place).expect(200)).body.data as T;
const titles = (rows: readonly { title: string }[]): string[] => rows.map(({ title }) => title);
const DAY = 24;

test('everyone sees what holds now and what comes within fourteen days: the gravest first, then the nearest', async () => {
  await announce(-1, null, { title: 'Tanpa akhir' });
  await announce(-3, 1, { title: 'Pemeliharaan kini', kind: 'MAINTENANCE' });
  await announce(-2, 2, { title: 'Kabar kini', kind: 'INFO' });
  await announce(13 * DAY, 14 * DAY, { title: 'Tiga belas hari lagi', kind: 'INFO' });
  await announce(2, 4, { title: 'Dua jam lagi', kind: 'INFO' });
  await announce(15 * DAY, 16 * DAY, { title: 'Lima belas hari lagi' });
  await announce(-9, -1, { title: 'Sudah lewat' });
  await announce(-1, 1, { title: 'Tidak aktif', isActive: false });
  const seen = await visit<Announcement[]>('/announcements');
  expect(titles(seen)).toEqual([
    'Tanpa akhir',
    'Pemeliharaan kini',
    'Kabar kini',
    'Dua jam lagi',
    'Tiga belas hari lagi',
  ]);
  expect(seen.map(({ isNow }) => isNow)).toEqual([true, true, true, false, false]);
  expect(seen[0]).toMatchObject({ endsAt: null, services: [], ticketNumber: null });
});

test('by category: what touches it, what touches all, and no news about others', async () => {
  await announce(-1, null, { title: 'Seluruh jaringan', services: await linkTo(world, 'NET') });
  await announce(-1, null, { title: 'Email saja', services: await linkTo(world, 'EML') });
  await announce(-1, 5, { title: 'Listrik gedung', kind: 'MAINTENANCE' });
  await announce(-1, 5, { title: 'Kabar umum', kind: 'INFO' });
  expect(titles(await visit<Announcement[]>('/announcements?category=NET-01'))).toEqual([
    'Seluruh jaringan',
    'Listrik gedung',
  ]);
  expect(titles(await visit<Announcement[]>('/announcements?category=EML'))).toEqual(['Email saja', 'Listrik gedung']);
  await bare(world, null)('get', '/announcements?category=a%20b').expect(400);
});

test('a title that is being typed brings guides that may answer, at most three, and what is going on with its service', async () => {
  await announce(-1, null, {
    title: 'Kabel optik putus',
    services: await linkTo(world, 'NET'),
    ticketNumber: 'TIK-2026-00001',
  });
  await announce(5, 9, { title: 'Nanti malam', services: await linkTo(world, 'NET') });
  const suggest = (query: string) => visit<Suggestions>(`/suggestions?${query}`);
  const outage = await suggest('category=NET-01&title=Internet%20ruang%20pelayanan%20terputus');
  expect(outage.guides[0]?.slug).toBe('internet-kantor-terputus');
  expect(outage.announcements).toMatchObject([{ title: 'Kabel optik putus', ticketNumber: 'TIK-2026-00001' }]);
  expect((await suggest('category=TTE-03')).guides.map(({ slug }) => slug)).toEqual(['tanda-tangan-elektronik']);
  expect((await suggest('title=lupa%20sandi%20email')).guides[0]?.slug).toBe('email-dinas-lupa-kata-sandi');
  expect(await suggest('title=zzyzx')).toEqual({ guides: [], announcements: [] });
  expect(await suggest('')).toEqual({ guides: [], announcements: [] });
  for (const code of ['a', 'b', 'c', 'd', 'e'])
    await edit('post', GUIDE, '', guide({ slug: `banyak-${code}`, services: await linkTo(world, 'NET-01') }));
  expect((await suggest('category=NET-01')).guides).toHaveLength(3);
});

test('Strapi’s screens refuse in a sentence what readers could not use, and keep nothing of it', async () => {
  const start = await lastEntryId(world);
  const said = async (uid: string, body: object): Promise<string> => {
    const answer = await edit('post', uid, '', body);
    expect([answer.status, answer.body.error?.name]).toEqual([400, 'ValidationError']);
    return (answer.body.error.details.errors as { path: string[]; message: string }[])
      .map(({ path, message }) => `${path.join('.')}: ${message}`)
      .join(' | ');
  };
  expect(await said(ANNOUNCEMENT, announcement(2, 1))).toBe(
    'endsAt: Waktu berakhir harus setelah waktu mulai. Periksa tanggal dan jamnya (WIB).',
  );
  expect(await said(ANNOUNCEMENT, announcement(2, null, { kind: 'MAINTENANCE' }))).toMatch(
    /^endsAt: Pemeliharaan terjadwal perlu waktu berakhir/,
  );
  expect(await said(ANNOUNCEMENT, announcement(2, 3, { startsAt: null, body: ' ', ticketNumber: '557' }))).toMatch(
    /^body: Isi wajib diisi\. \| startsAt: Isi waktu mulai.*\| ticketNumber: Nomor tiket ditulis seperti TIK-2026-00557/,
  );
  expect(await said(GUIDE, guide({ slug: 'Salah Alamat' }))).toMatch(
    /^slug: Alamat halaman hanya boleh berisi huruf kecil/,
  );
  expect(await said(GUIDE, guide({ slug: 'waktu-layanan' }))).toMatch(
    /^slug: Alamat “waktu-layanan” sudah dipakai oleh “Kapan petugas bekerja/,
  );
  expect(await said(GUIDE, guide({ title: 'x'.repeat(201), summary: '' }))).toMatch(
    /^title: Judul terlalu panjang; paling banyak 200 karakter, sekarang 201\. \| summary: Ringkasan wajib diisi\.$/,
  );
  expect(await entriesSince(world, start)).toEqual([]);
  await expect(
    world.database.query("update guides set slug = 'waktu-layanan' where slug = 'panduan-skpd'"),
  ).rejects.toThrow('guides_slug_key');
});

test('a change is checked together with what stands, and leaves its entry', async () => {
  await announce(-5, 5);
  const {
    rows: [row],
  } = await world.database.query<{ id: number; document_id: string }>('select id, document_id from announcements');
  const start = await lastEntryId(world);
  expect(
    (
      await edit('put', ANNOUNCEMENT, `/${row?.document_id}`, {
        endsAt: new Date(Date.now() - 9 * 3_600_000).toISOString(),
      })
    ).status,
  ).toBe(400);
  expect((await edit('put', ANNOUNCEMENT, `/${row?.document_id}`, { title: 'Sudah pulih sebagian' })).status).toBe(200);
  expect(await entriesSince(world, start)).toMatchObject([
    {
      subject_type: 'announcement',
      subject_id: String(row?.id),
      event: 'update',
      payload: { after: { title: 'Sudah pulih sebagian' } },
    },
  ]);
});
