import request from 'supertest';
import type { GuideDetail, GuideFacets, GuideSummary } from 'strapi-plugin-ticketing/domain';
import { GUIDE, guide, linkTo, screens } from '../support/content';
import { entriesSince, everyEntry, expectWholeChains, lastEntryId } from '../support/entries';
import { bare, openWorld, type World } from '../support/world';

let world: World;
let edit: ReturnType<typeof screens>;
beforeAll(async () => {
  world = await openWorld();
  edit = screens(world);
  for (const over of [
    { services: await linkTo(world, 'HWR-01') },
    {
      title: 'Panduan jaringan',
      slug: 'panduan-jaringan',
      kind: 'GUIDE',
      summary: 'Kabel dan titik akses.',
      keywords: '',
      body: 'Tentang kabel dan titik akses.',
      services: await linkTo(world, 'NET'),
    },
    { title: 'Naskah lama', slug: 'naskah-lama', isActive: false },
  ])
    expect((await edit('post', GUIDE, '', guide(over))).status).toBe(201);
});
afterAll(() => world.close());

/** A visitor without any session. */
const visit = async <T>(place: string): Promise<T> => (await bare(world, null)('get', place).expect(200)).body as T;
const slugs = async (query: string): Promise<string[]> =>
  (await visit<{ data: GuideSummary[] }>(`/guides?pageSize=100&${query}`)).data.map(({ slug }) => slug);

test.each(['perbaikan', 'memperbaiki', 'diperbaiki', 'cara memperbaiki printer?', 'PRINTER'])(
  'a visitor finds a guide by any form of its words: %s',
  async (q) => {
    expect((await slugs(`q=${encodeURIComponent(q)}`))[0]).toBe('perbaikan-printer');
  },
);

test('what was found is marked as data, in the text without its markup', async () => {
  const { data } = await visit<{ data: GuideSummary[] }>('/guides?q=perlahan');
  expect(data[0]?.slug).toBe('perbaikan-printer');
  expect(data[0]?.excerpt?.filter(({ isHit }) => isHit)).toEqual([{ text: 'perlahan', isHit: true }]);
  expect(data[0]?.excerpt?.map(({ text }) => text).join('')).toBe(
    'Kertas macet Keluarkan kertas perlahan, lalu nyalakan lagi',
  );
});

test('all the words are asked for; where nothing has all, some will do', async () => {
  // What says the same in everyday words may follow, never precede.
  expect((await slugs('q=printer+macet'))[0]).toBe('perbaikan-printer');
  expect((await slugs('q=printer+zzyzx'))[0]).toBe('perbaikan-printer');
  // A guide that speaks of printing, in words of the same meaning, is no better than one on printers.
  const [first, ...others] = await slugs('q=printer+rusak');
  expect([first, others.includes('panduan-pimpinan')]).toEqual(['perbaikan-printer', true]);
  expect(await slugs('q=zzyzx')).toEqual([]);
});

test.each(["' or 1=1 --", '%', '\\', '?', '"', '&|!():*', '<script>', 'dan', ':*'])(
  'odd searches are searched for, not stumbled over: %s',
  async (q) => {
    await visit(`/guides?q=${encodeURIComponent(q)}`);
    await visit(`/suggestions?category=NET-01&title=${encodeURIComponent(q)}`);
  },
);

test('who reads English gets the translation where there is one, is told where there is none, and finds both', async () => {
  const english = {
    englishTitle: 'Repairing a printer yourself',
    englishSummary: 'Paper jams and other small faults.',
    englishBody: 'Pull the jammed sheets out slowly.',
  };
  const half = await edit('post', GUIDE, '', guide({ slug: 'setengah', englishTitle: english.englishTitle }));
  expect([half.status, JSON.stringify(half.body)]).toEqual([
    400,
    expect.stringContaining('Isi dalam bahasa Inggris wajib diisi.'),
  ]);
  const whole = guide({ title: 'Dua bahasa', slug: 'dua-bahasa', services: await linkTo(world, 'EML'), ...english });
  expect((await edit('post', GUIDE, '', whole)).status).toBe(201);
  const inEnglish = async <T>(place: string): Promise<T> =>
    (await bare(world, null)('get', place).set('accept-language', 'en').expect(200)).body as T;
  expect((await inEnglish<{ data: GuideDetail }>('/guides/dua-bahasa')).data).toMatchObject({
    language: 'en',
    title: english.englishTitle,
    body: english.englishBody,
    services: [{ code: 'EML', name: 'Official E-mail' }],
  });
  expect((await visit<{ data: GuideDetail }>('/guides/dua-bahasa')).data).toMatchObject({
    language: 'id',
    title: 'Dua bahasa',
  });
  const found = async (q: string) => (await inEnglish<{ data: GuideSummary[] }>(`/guides?q=${q}`)).data;
  const [jam] = await found('jamming+sheets');
  expect([jam?.slug, jam?.excerpt?.filter(({ isHit }) => isHit).map(({ text }) => text)]).toEqual([
    'dua-bahasa',
    ['jammed', 'sheets'],
  ]);
  expect((await found('perlahan')).find(({ slug }) => slug === 'perbaikan-printer')).toMatchObject({ language: 'id' });
  expect(await slugs('q=jammed')).toEqual([]);
});

test('a category stands for its services, and a guide for a category for each of them', async () => {
  expect(await slugs('category=HWR')).toContain('perbaikan-printer');
  expect(await slugs('category=HWR-01')).toContain('perbaikan-printer');
  expect(await slugs('category=HWR-02')).not.toContain('perbaikan-printer');
  expect(await slugs('category=NET-05')).toContain('panduan-jaringan');
});

test('the counts beside the filters are those the filters lead to', async () => {
  const {
    data: { kinds, services },
  } = await visit<{ data: GuideFacets }>('/guide-facets');
  for (const [kind, count] of Object.entries(kinds))
    expect([kind, (await slugs(`kind=${kind}`)).length]).toEqual([kind, count]);
  for (const { code, count } of services)
    expect([code, (await slugs(`category=${code}`)).length]).toEqual([code, count]);
  expect(services.map(({ code }) => code)).toEqual(expect.arrayContaining(['NET', 'EML', 'TTE', 'HWR']));
  const { data: found } = await visit<{ data: GuideFacets }>('/guide-facets?q=printer&category=HWR');
  expect(found.kinds).toEqual({ SOP: 0, GUIDE: 0, FAQ: 1 });
});

test('pages hold what they say, and no guide twice', async () => {
  const all = await slugs('');
  const pages = await Promise.all(
    [1, 2, 3, 4].map(
      async (page) =>
        await visit<{ data: GuideSummary[]; meta: { pagination: { total: number } } }>(
          `/guides?pageSize=5&page=${page}`,
        ),
    ),
  );
  expect(pages.flatMap(({ data }) => data.map(({ slug }) => slug))).toEqual(all);
  expect(pages[0]?.meta.pagination.total).toBe(all.length);
});

test('a guide reads with its neighbours; one that is not active is not there', async () => {
  const all = await slugs('');
  for (const at of [0, 3, all.length - 1]) {
    const { data } = await visit<{ data: GuideDetail }>(`/guides/${all[at]}`);
    expect([data.previous?.slug, data.next?.slug]).toEqual([all[at - 1], all[at + 1]]);
    expect(data.mine).toBeNull();
  }
  expect(all).not.toContain('naskah-lama');
  expect(await slugs('q=naskah')).not.toContain('naskah-lama');
  await bare(world, null)('get', '/guides/naskah-lama').expect(404);
  await bare(world, null)('get', '/guides/Tidak%20Ada').expect(404);
  expect((await bare(world, null)('get', '/guides?populate=*').expect(400)).body.error.details.code).toBe(
    'unknownParameter',
  );
});

test('a person says once whether a guide helped, and may change their mind; each change is on the guide’s chain', async () => {
  const [clerk, stranger, officer, start] = [
    await world.clerk(),
    await world.stranger(),
    await world.staff('Galih Ramadhan'),
    await lastEntryId(world),
  ];
  const slug = 'perbaikan-printer';
  expect(await clerk.rateGuide({ slug, isHelpful: false, comment: ' Gambarnya kurang. ' })).toMatchObject({
    helpful: { yes: 0, no: 1 },
    mine: { isHelpful: false, comment: 'Gambarnya kurang.' },
  });
  await clerk.rateGuide({ slug, isHelpful: false, comment: 'Gambarnya kurang.' });
  expect(await clerk.rateGuide({ slug, isHelpful: true })).toMatchObject({
    helpful: { yes: 1, no: 0 },
    mine: { isHelpful: true, comment: null },
  });
  await stranger.rateGuide({ slug, isHelpful: true });
  expect(await officer.rateGuide({ slug, isHelpful: false })).toMatchObject({ helpful: { yes: 2, no: 1 } });
  expect((await clerk.getGuide({ slug })).mine).toMatchObject({ isHelpful: true });

  const entries = await entriesSince(world, start, 'guide');
  expect(
    entries.map(({ event, actor_name, payload }) => [
      event,
      actor_name,
      payload.before?.['isHelpful'],
      payload.after?.['isHelpful'],
    ]),
  ).toEqual([
    ['rate', 'Ratih Kusuma', undefined, false],
    ['rate', 'Ratih Kusuma', false, true],
    ['rate', stranger.name, undefined, true],
    ['rate', 'Galih Ramadhan', undefined, false],
  ]);
  expectWholeChains(await everyEntry(world));

  const coordinator = await world.staff('Laila Safitri');
  const { rows, pagination } = await coordinator.listGuideRatings({ guide: slug });
  expect([pagination.total, rows[0]?.by.name, rows[0]?.guide.slug]).toEqual([3, 'Galih Ramadhan', slug]);
  expect((await coordinator.listGuideRatings({ helpful: 'false' })).rows.map(({ by }) => by.name)).toEqual([
    'Galih Ramadhan',
  ]);
  await expect(clerk.listGuideRatings({})).rejects.toMatchObject({ code: 'notAllowed' });
});

test('two answers in the same moment are one', async () => {
  const clerk = await world.clerk();
  await Promise.all(
    Array.from({ length: 8 }, (_, index) => clerk.rateGuide({ slug: 'panduan-jaringan', isHelpful: index % 2 === 0 })),
  );
  const { helpful } = await clerk.getGuide({ slug: 'panduan-jaringan' });
  expect(helpful.yes + helpful.no).toBe(1);
});

test('nobody answers without a session, nor a system, nor at too great length', async () => {
  await bare(world, null)('post', '/guides/perbaikan-printer/rating').send({ isHelpful: true }).expect(401);
  const admin = await world.staff('Administrator Demo');
  const { body } = await request(world.cms.url)
    .post('/admin/api-tokens')
    .set('authorization', `Bearer ${admin.token}`)
    .send({ name: 'Papan layar', description: '', type: 'read-only', lifespan: null });
  await request(world.cms.url)
    .post('/api/ticketing/guides/perbaikan-printer/rating')
    .set('authorization', `Bearer ${body.data.accessKey as string}`)
    .send({ isHelpful: true })
    .expect(403);
  await expect(
    (await world.clerk()).rateGuide({ slug: 'perbaikan-printer', isHelpful: true, comment: 'x'.repeat(1001) }),
  ).rejects.toMatchObject({ code: 'invalid' });
  await expect((await world.clerk()).rateGuide({ slug: 'naskah-lama', isHelpful: true })).rejects.toMatchObject({
    code: 'notFound',
  });
});

test('a guide that readers judged is not deleted but explained; another one goes', async () => {
  const { rows } = await world.database.query<{ slug: string; document_id: string }>(
    "select slug, document_id from guides where slug in ('perbaikan-printer', 'naskah-lama')",
  );
  const idOf = (slug: string) => rows.find((row) => row.slug === slug)?.document_id;
  const refused = await edit('delete', GUIDE, `/${idOf('perbaikan-printer')}`);
  expect(refused.body.error.message).toMatch(
    /^Panduan ini tidak dapat dihapus karena dipakai oleh \d+ penilaian pembaca\. Nonaktifkan saja/,
  );
  await expect(world.database.query("delete from guides where slug = 'perbaikan-printer'")).rejects.toThrow('in use');
  expect((await edit('delete', GUIDE, `/${idOf('naskah-lama')}`)).status).toBe(200);
});
