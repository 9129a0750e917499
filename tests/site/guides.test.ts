import zlib from 'node:zlib';
import type { Page } from 'playwright-core';
import { PHONE, SIGHTS, barriers, openStage, signIn, type Stage } from '../support/browser';
import { ANNOUNCEMENT, announcement, GUIDE, guide, linkTo, screens } from '../support/content';
import type { PortalAccount } from '../support/world';

/**
 * As much as an editor can put into one guide: forty headings, a table of fourteen columns, and things that must not
 * run.
 */
const COLUMNS = Array.from({ length: 14 }, (_, index) => `Kolom panjang ${index}`);
const HUGE = [
  ...Array.from(
    { length: 40 },
    (_, index) => `${index % 3 ? '###' : '##'} Bagian ${index}\n\nIsi **tebal** bagian ${index}. ${'A'.repeat(120)}`,
  ),
  'Teks <script>window.dijalankan = true</script> <img src=x onerror="window.dijalankan = true"> ' +
    '[jahat](javascript:alert(1)) [luar](https://contoh.go.id/a) [dalam](/tiket/baru) ' +
    '![gambar](https://contoh.go.id/x.png)',
  `| ${COLUMNS.join(' | ')} |\n|${'---|'.repeat(14)}\n${Array.from({ length: 30 }, (_, row) => `| ${COLUMNS.map((_name, column) => `${row}.${column}`).join(' | ')} |`).join('\n')}`,
  `\`\`\`\n${'perintah '.repeat(60)}\n\`\`\``,
].join('\n\n');
const LONG_TITLE = 'Judul panduan yang sangat panjang tentang pemeliharaan jaringan '.repeat(4).slice(0, 200);

let stage: Stage;
let edit: ReturnType<typeof screens>;
beforeAll(async () => {
  stage = await openStage();
  edit = screens(stage);
  await stage.database.query('delete from announcements');
  const NET = await linkTo(stage, 'NET', 'NET-01', 'NET-02');
  const made = [
    await edit(
      'post',
      GUIDE,
      '',
      guide({
        title: LONG_TITLE,
        slug: 'panjang-sekali',
        kind: 'GUIDE',
        summary: 'x '.repeat(150),
        body: HUGE,
        services: NET,
      }),
    ),
    await edit(
      'post',
      ANNOUNCEMENT,
      '',
      announcement(-1, null, {
        title: 'Kabel optik putus',
        ticketNumber: 'TIK-2026-00001',
        services: await linkTo(stage, 'NET'),
      }),
    ),
    ...(await Promise.all(
      Array.from({ length: 9 }, (_, index) =>
        edit(
          'post',
          ANNOUNCEMENT,
          '',
          announcement(index - 3, index + 5, {
            title: `Pengumuman ${index}`,
            kind: ['INFO', 'MAINTENANCE', 'DISTURBANCE'][index % 3],
            body: `## Terdampak\n\n- Balai Kota\n\n${HUGE.slice(-700)}`,
          }),
        ),
      ),
    )),
  ];
  expect(made.map(({ status }) => status)).toEqual(made.map(() => 201));
});
afterAll(() => stage.close());

const PLACES = [
  '/',
  '/panduan',
  '/panduan?q=memperbaiki+internet',
  '/panduan?q=tidakadayangcocok',
  '/panduan?jenis=FAQ&layanan=NET',
  '/panduan?jenis=SALAH',
  '/panduan/sop-pengajuan-dan-penanganan-tiket',
  '/panduan/panjang-sekali',
  '/pengumuman',
  '/panduan/tidak-ada',
];

test.each(SIGHTS)('axe finds nothing on what everyone may read, %s%s', async (colorScheme, language) => {
  const [visitor, clerk] = [await stage.open({ colorScheme }), await stage.open({ colorScheme })];
  await stage.clerkAt(clerk);
  await clerk.waitForURL('**/beranda');
  const found: Record<string, string[]> = {};
  const look = async (page: Page, place: string): Promise<void> => {
    await page.goto(`${stage.site.url}${language}${place}`);
    const problems = await barriers(page);
    if (problems.length) found[`${page === clerk ? 'clerk ' : ''}${place}`] = problems;
  };
  for (const place of PLACES) await look(visitor, place);
  for (const place of ['/beranda', '/panduan/panjang-sekali', '/pengumuman', '/tiket/baru?layanan=NET-01'])
    await look(clerk, place);
  expect(found).toEqual({});
});

test('nothing of it is wider than a small phone, and no page ships more than 30 kB of script', async () => {
  const phone = await stage.open({ viewport: { ...PHONE, width: 320 } });
  await stage.clerkAt(phone);
  await phone.waitForURL('**/beranda');
  const trouble: Record<string, unknown> = {};
  for (const place of [...PLACES.slice(1), '/beranda', '/tiket/baru?layanan=NET-01']) {
    const page = await phone.context().newPage();
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        sizes.push(response.body().then((body) => zlib.gzipSync(body).length));
    });
    await page.goto(`${stage.site.url}${place}`, { waitUntil: 'networkidle' });
    const weight = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    if (weight > 30 * 1024) trouble[`${place} weighs`] = weight;
    if (await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'))
      trouble[`${place} is too wide`] = true;
    await page.close();
  }
  expect(trouble).toEqual({});
});

test.each(['pasword', 'passwordnya'])('“%s” finds the guide on passwords', async (q) => {
  const visitor = await stage.open();
  await visitor.goto(`${stage.site.url}/panduan?q=${q}`);
  await visitor
    .getByRole('link', { name: /kata sandi/i })
    .first()
    .waitFor();
});

test('a visitor searches by another form of the word, narrows by kind, reads, and goes on to the next guide', async () => {
  const visitor = await stage.open({ javaScriptEnabled: false });
  await visitor.goto(stage.site.url);
  await visitor.getByLabel('Cari dalam panduan').fill('memutuskan internet');
  await visitor.getByRole('button', { name: 'Cari' }).click();
  await visitor.waitForURL(/\/panduan\?q=/);
  await visitor
    .getByRole('navigation', { name: 'Jenis panduan' })
    .getByRole('link', { name: /Tanya jawab/ })
    .click();
  // Everyday words for the same thing are marked as well, such as WiFi.
  expect(await visitor.locator('mark').allInnerTexts()).toContainEqual(expect.stringMatching(/putus|internet/i));
  await visitor.getByRole('link', { name: 'Internet kantor terputus, apa yang harus dilakukan?' }).click();
  expect(await visitor.getByRole('heading', { level: 1 }).innerText()).toBe(
    'Internet kantor terputus, apa yang harus dilakukan?',
  );
  expect(await visitor.getByRole('link', { name: /^Ajukan permintaan.*Gangguan internet/ }).getAttribute('href')).toBe(
    '/tiket/baru?layanan=NET-01',
  );
  await visitor.getByRole('link', { name: /^Berikutnya/ }).click();
  await visitor.waitForURL('**/panduan/email-dinas-lupa-kata-sandi');
});

test('what an editor writes runs nothing, leads nowhere dangerous and asks no other host', async () => {
  const visitor = await stage.open();
  await visitor.goto(`${stage.site.url}/en/panduan/panjang-sekali`);
  expect(await visitor.evaluate('window.dijalankan')).toBeUndefined();
  const article = visitor.locator('article');
  expect(await article.locator('script, img, [onerror], [style]').count()).toBe(0);
  expect(await article.innerText()).toContain('<script>window.dijalankan = true</script>');
  expect(
    await article
      .locator('a')
      .evaluateAll((links) =>
        links.map((link) => [link.textContent, link.getAttribute('href'), link.getAttribute('rel')]),
      ),
  ).toEqual([
    ['luar', 'https://contoh.go.id/a', 'noopener noreferrer'],
    ['dalam', '/en/tiket/baru', null],
  ]);
});

test('a long guide says what is in it, and each entry leads to its part', async () => {
  const phone = await stage.open({ viewport: PHONE, javaScriptEnabled: false });
  await phone.goto(`${stage.site.url}/panduan/panjang-sekali`);
  await phone.getByText('Daftar isi (40 bagian)').click();
  await phone
    .getByRole('navigation', { name: 'Daftar isi' })
    .getByRole('link', { name: 'Bagian 39', exact: true })
    .click();
  expect(phone.url()).toMatch(/#b-bagian-39$/);
  expect(await phone.getByRole('heading', { name: 'Bagian 39', exact: true }).isVisible()).toBe(true);
  const ids = await phone.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  const desk = await stage.open();
  await desk.goto(`${stage.site.url}/panduan/panjang-sekali`);
  expect(await desk.getByRole('navigation', { name: 'Daftar isi' }).count()).toBe(1);
});

test('on paper there is the guide, whole, with where it comes from, and nothing to press', async () => {
  const visitor = await stage.open({ viewport: { width: 794, height: 1123 } });
  await visitor.goto(`${stage.site.url}/panduan/panjang-sekali`);
  await visitor.emulateMedia({ media: 'print' });
  for (const hidden of ['header.site', 'footer.site', '#membantu', 'button', 'nav'])
    expect([
      hidden,
      await visitor.locator(hidden).evaluateAll((all) => all.filter((each) => each.getClientRects().length > 0).length),
    ]).toEqual([hidden, 0]);
  expect(await visitor.getByText(/^Sumber: http.*\/panduan\/panjang-sekali/).isVisible()).toBe(true);
  expect(
    await visitor
      .locator('table')
      .evaluate((table) => table.getBoundingClientRect().right <= document.documentElement.clientWidth),
  ).toBe(true);
});

test('a clerk says that a guide helped, and changes their mind, without JavaScript', async () => {
  const page = await stage.open({ javaScriptEnabled: false });
  await page.goto(`${stage.site.url}/panduan/waktu-layanan`);
  await page.getByRole('link', { name: 'Masuk untuk menjawab' }).click();
  await signIn(page, stage.accounts.portal[0] as PortalAccount);
  await page.waitForURL('**/panduan/waktu-layanan#membantu');
  await page.getByText('Tambahkan saran').click();
  await page.getByLabel('Apa yang kurang atau perlu diperbaiki?').fill('Contoh Ramadan belum ada.');
  await page.getByRole('button', { name: 'Belum' }).click();
  await page.getByText('Terima kasih, jawaban Anda tersimpan.').waitFor();
  await page.getByText(/^Anda menjawab: belum membantu/).waitFor();
  await page.getByText('0 dari 1 pembaca terbantu').waitFor();
  expect(await page.getByLabel('Apa yang kurang atau perlu diperbaiki?').inputValue()).toBe(
    'Contoh Ramadan belum ada.',
  );
  await page.getByRole('button', { name: 'Ya, membantu' }).click();
  await page.getByText('1 dari 1 pembaca terbantu').waitFor();
  const { rows } = await stage.database.query(
    "select r.is_helpful, r.comment from guide_ratings r join guides g on g.id = r.guide_id where g.slug = 'waktu-layanan'",
  );
  expect(rows).toEqual([{ is_helpful: true, comment: 'Contoh Ramadan belum ada.' }]);
});

test('the administrator reads in the panel what readers said', async () => {
  const [clerk, admin] = [await stage.clerk(), await stage.open()];
  await clerk.rateGuide({ slug: 'panduan-skpd', isHelpful: false, comment: 'Tambahkan gambar tombolnya.' });
  await stage.officerAt(admin, 'Administrator Demo');
  await admin.getByRole('link', { name: 'Penilaian panduan' }).click();
  const said = admin.getByRole('listitem').filter({ hasText: 'Tambahkan gambar tombolnya.' });
  await said.waitFor();
  expect(await said.innerText()).toMatch(
    /^Panduan untuk SKPD: mengajukan dan mengikuti permintaan\s+Belum membantu\s+Tambahkan gambar tombolnya\.\s+Ratih Kusuma · .+ WIB$/,
  );
});

test('an answer whose session has ended is not lost, and one that is too long is explained', async () => {
  const page = await stage.open({ javaScriptEnabled: false });
  await stage.clerkAt(page);
  await page.goto(`${stage.site.url}/panduan/ketentuan-lampiran`);
  await page.getByText('Tambahkan saran').click();
  await page.getByLabel('Apa yang kurang atau perlu diperbaiki?').fill('Sebutkan heic.');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Ya, membantu' }).click();
  await signIn(page, stage.accounts.portal[0] as PortalAccount);
  await page.getByText('Isian Anda sudah dikembalikan').waitFor();
  expect(await page.getByLabel('Apa yang kurang atau perlu diperbaiki?').inputValue()).toBe('Sebutkan heic.');

  const response = await page.context().request.post(`${stage.site.url}/panduan/ketentuan-lampiran`, {
    form: { helpful: 'yes', comment: 'y'.repeat(1001) },
    headers: { origin: stage.site.url },
  });
  expect(response.status()).toBe(422);
  expect(await response.text()).toMatch(/Saran terlalu panjang; paling banyak 1000 karakter\.[\s\S]*y{1001}/);
});

test('who is about to report what is known already sees it first; the disturbance is everywhere, in WIB', async () => {
  const [visitor, clerk] = [await stage.open(), await stage.open({ javaScriptEnabled: false })];
  await visitor.goto(stage.site.url);
  expect(await visitor.getByRole('region', { name: 'Pengumuman' }).innerText()).toMatch(
    /Gangguan: Kabel optik putus\s+Sejak .+ pukul \d\d\.\d\d WIB; belum diketahui sampai kapan/,
  );
  await visitor.getByText(/Ada \d+ gangguan/).waitFor();
  await visitor.getByRole('link', { name: 'Kabel optik putus' }).click();
  await visitor.waitForURL(/\/pengumuman#p-\d+$/);
  expect(await visitor.getByRole('article').count()).toBe(10);
  await stage.clerkAt(clerk);
  await clerk.waitForURL('**/beranda');
  await clerk.getByRole('link', { name: 'Kabel optik putus' }).waitFor();
  await clerk.goto(`${stage.site.url}/tiket/baru?layanan=NET-01`);
  await clerk.getByRole('link', { name: 'Kabel optik putus' }).waitFor();
  await clerk.getByRole('link', { name: 'Internet kantor terputus, apa yang harus dilakukan?' }).waitFor();
  await clerk.goto(`${stage.site.url}/tiket/baru?layanan=EML-02`);
  expect(await clerk.getByRole('link', { name: 'Kabel optik putus' }).count()).toBe(0);
});

test('where there is nothing, that is said, with a way on', async () => {
  const visitor = await stage.open();
  await visitor.goto(`${stage.site.url}/panduan?q=tidakadayangcocok`);
  await visitor.getByText('Tidak ada panduan yang cocok').waitFor();
  expect((await visitor.goto(`${stage.site.url}/panduan?jenis=SALAH`))?.status()).toBe(400);
  await visitor.getByText('Saringan pada alamat ini tidak dikenal').waitFor();
  expect((await visitor.goto(`${stage.site.url}/panduan/tidak-ada`))?.status()).toBe(404);
  await stage.database.query('update announcements set is_active = false');
  await visitor.goto(`${stage.site.url}/pengumuman`);
  await visitor.getByText('Tidak ada pengumuman').waitFor();
  await visitor.goto(stage.site.url);
  expect(await visitor.getByRole('region', { name: 'Pengumuman' }).count()).toBe(0);
});

test('an administrator keeps a service without Strapi’s forms: copied, promised in working days, its form built and put in order', async () => {
  const page = await stage.open();
  await stage.officerAt(page, 'Administrator Demo');
  // What has a page of ours stands in no list of Strapi's; the former way in leads to the new page.
  await page.goto(`${stage.cms.url}/admin/content-manager`);
  await page.getByRole('link', { name: 'Prioritas', exact: true }).waitFor();
  for (const ours of ['Kategori & Layanan', 'SKPD', 'Akun Portal', 'Hari Libur', 'Kalender Kerja'])
    expect(await page.getByRole('link', { name: ours, exact: true }).count()).toBe(0);
  // What stays there shows words, in its lists and in its forms.
  await page.getByRole('link', { name: 'Prioritas', exact: true }).click();
  await page.getByRole('gridcell', { name: 'Mendesak' }).first().waitFor();
  expect(await page.getByText(/^(URGENT|HIGH|MEDIUM|LOW)$/).count()).toBe(0);
  await page.goto(`${stage.cms.url}/admin/content-manager/collection-types/api::category.category`);
  await page.getByRole('link', { name: 'Buka halaman Layanan' }).click();
  await page.waitForURL('**/settings/ticketing/services');
  await page.getByLabel('Nama, kode, tim, atau kata kunci').fill('wifi');
  await page.getByRole('link', { name: 'Salin: Gangguan internet / jaringan kantor' }).press('Enter');
  await page.getByRole('textbox', { name: 'Kode' }).fill('net 80');
  await page.getByRole('textbox', { name: 'Nama', exact: false }).first().fill('Gangguan jaringan taman');
  await page.getByRole('textbox', { name: 'Target tanggapan' }).fill('20');
  await page.getByRole('button', { name: 'Tambah layanan' }).click();
  await page.getByText('Target tanggapan lebih lama daripada target penyelesaian.').waitFor();
  expect(await page.getByRole('textbox', { name: 'Kode' }).inputValue()).toBe('NET-80');
  await page.getByRole('textbox', { name: 'Target tanggapan' }).fill('1,5');

  // One more field, asked after the first; the first goes to the third place by its handle.
  await page.getByRole('button', { name: 'Tambah isian' }).click();
  await page.keyboard.type('Nomor tiang');
  await page.keyboard.press('Alt+ArrowUp');
  const fields = page.getByRole('list', { name: 'Isian formulir' });
  for (let place = 7; place > 2; place -= 1) await page.keyboard.press('Alt+ArrowUp');
  // Folded, so that what is dragged and where it goes are in sight together.
  await fields.locator('button[aria-expanded="true"]').click();
  await fields.locator('[data-drag="0"]').dragTo(fields.locator('> li').nth(2));
  const preview = page.getByRole('region', { name: 'Pratinjau di portal' });
  const asked = () => preview.locator('label:not(.choice), .label').allInnerTexts();
  await fields.getByText('3. Gedung/lokasi').waitFor();
  expect((await asked()).slice(0, 3)).toEqual(['Nomor tiang (opsional)', 'Cakupan gangguan', 'Gedung/lokasi']);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Tambah layanan' }).press('Enter');
  await page.waitForURL('**/settings/ticketing/services');
  const row = page.locator('[data-service="NET-80"]');
  await row.getByText('Tanggapan 1 jam 30 menit, selesai 1 hari kerja').waitFor();
  expect(await barriers(page)).toEqual([]);
  // The portal asks in that order at once.
  const clerk = await stage.clerk();
  const offered = async () =>
    (await clerk.getCatalog({})).categories.flatMap(({ services }) => services).find(({ code }) => code === 'NET-80');
  expect((await offered())?.fields.map(({ key }) => key).slice(0, 3)).toEqual([
    'nomor_tiang',
    'cakupan_gangguan',
    'lokasi',
  ]);
  await page.getByRole('button', { name: 'Nonaktifkan: Gangguan jaringan taman' }).click();
  await row.getByText('Nonaktif', { exact: true }).waitFor();
  expect(await offered()).toBeUndefined();
});
