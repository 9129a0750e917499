import fs from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { barriers, openStage, PHONE, type Stage } from '../support/browser';
import { outage, type Person, type PortalAccount } from '../support/world';

let stage: Stage;
let api: Person;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  api = await stage.clerk();
  page = await stage.open({ acceptDownloads: true });
  await stage.clerkAt(page);
  await page.waitForURL('**/beranda');
});
afterAll(() => stage.close());

const go = (place: string, on = page) => on.goto(`${stage.site.url}${place}`);
const ticketLinks = (on: Page) => on.locator('table.tickets tbody th a');
const titles = async (on: Page): Promise<string[]> =>
  (await ticketLinks(on).allTextContents()).map((title) => title.trim());

test('filters are in the address, each can be taken off, and words are found in any form', async () => {
  const { number } = await api.submitTicket(
    outage({ title: 'Perbaikan pintu geser otomatis', description: 'Sensornya rusak dan pintu tidak mau menutup.' }),
  );
  await go('/tiket');
  await page.getByLabel('Cari nomor atau kata').fill('memperbaiki sensor');
  await page.getByText('Saringan', { exact: true }).click();
  await page.getByLabel('Prioritas').selectOption('HIGH');
  await page.getByLabel('Hanya yang saya ajukan').check();
  await page.getByRole('button', { name: 'Terapkan' }).click();
  await page.waitForURL(/q=memperbaiki/);
  expect(new URL(page.url()).searchParams.get('prioritas')).toBe('HIGH');
  expect(new URL(page.url()).searchParams.get('pemohon')).toBe('me');
  expect(await titles(page)).toEqual(['Perbaikan pintu geser otomatis']);
  expect(await page.locator('mark').allTextContents()).toContain('Sensornya');
  await page
    .getByLabel('Saringan yang berlaku')
    .getByRole('link', { name: /“memperbaiki sensor”/ })
    .click();
  expect(new URL(page.url()).searchParams.get('q')).toBeNull();
  expect(new URL(page.url()).searchParams.get('prioritas')).toBe('HIGH');
  await go(`/tiket?q=${number}&status=RESOLVED`);
  await page.getByText('Tidak ada tiket yang cocok').waitFor();
  await page.getByRole('link', { name: 'Hapus semua saringan' }).last().click();
  await page.waitForURL('**/tiket');
  await go('/tiket?halaman=90');
  await page.getByRole('link', { name: 'Ke halaman pertama' }).click();
  expect(await ticketLinks(page).count()).toBeGreaterThan(0);
});

test('a colleague’s tickets are there too, and "mine" leaves them out', async () => {
  await (await stage.colleague()).submitTicket(outage({ title: 'Milik rekan sekantor' }));
  await go('/tiket?q=rekan');
  expect(await titles(page)).toEqual(['Milik rekan sekantor']);
  await go('/tiket?q=rekan&pemohon=me');
  expect(await ticketLinks(page).count()).toBe(0);
});

test('the first ticket is in sight on a phone, nine are on a laptop, and each says how much working time it has', async () => {
  for (let count = 0; count < 9; count++) await api.submitTicket(outage({ title: `Baris ke-${count + 1}` }));
  const phone = await stage.open({ viewport: PHONE });
  await stage.clerkAt(phone);
  await phone.waitForURL('**/beranda');
  await go('/tiket', phone);
  expect((await ticketLinks(phone).first().boundingBox())?.y).toBeLessThan(320);
  const laptop = await stage.open({ viewport: { width: 1366, height: 768 } });
  await stage.clerkAt(laptop);
  await laptop.waitForURL('**/beranda');
  await go('/tiket', laptop);
  const ninth = await laptop.locator('table.tickets tbody tr').nth(8).boundingBox();
  expect((ninth?.y ?? 0) + (ninth?.height ?? 0)).toBeLessThanOrEqual(768);
  expect(await laptop.getByRole('row', { name: /Baris ke-9/ }).textContent()).toMatch(
    /sisa \d+ (hari kerja|jam|menit)/,
  );
  expect(await barriers(laptop)).toEqual([]);
});

test('the tabs say how many tickets each holds, under the words looked for, and a question reaches the one it is for', async () => {
  const officer = await stage.staff('Galih Ramadhan');
  const { number } = await api.submitTicket(outage({ title: 'Lampu tanda berkedip' }));
  await (await stage.colleague()).submitTicket(outage({ title: 'Lampu tanda padam' }));
  await officer.actOnTicket({ number, action: 'claim' });
  await officer.actOnTicket({ number, action: 'askRequester', question: 'Warnanya apa?' });
  await go('/tiket?q=tanda');
  const tabs = page.getByRole('navigation', { name: 'Kelompok tiket' }).getByRole('link');
  const said = (await tabs.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
  expect(said).toEqual(['Perlu jawaban saya 1', 'Belum selesai 2', 'Tiket saya 1', 'Semua 2']);
  await tabs.first().click();
  await page.waitForURL(/status=WAITING_REQUESTER/);
  expect(await titles(page)).toEqual(['Lampu tanda berkedip']);
  expect(await tabs.first().getAttribute('aria-current')).toBe('true');
});

test.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a filter is saved under a name, found again after signing out, and removed, %s', async (_, javaScriptEnabled) => {
  const own = await stage.open({ javaScriptEnabled });
  await stage.clerkAt(own);
  await own.waitForURL('**/beranda');
  await go('/tiket?status=RESOLVED&prioritas=LOW&halaman=1', own);
  await own.getByText('Simpan saringan ini').click();
  await own.getByLabel('Nama saringan').fill('Selesai <b>& rendah</b>');
  await own.getByRole('button', { name: 'Simpan', exact: true }).click();
  await own.getByRole('link', { name: 'Selesai <b>& rendah</b>' }).waitFor();
  await own.getByRole('banner').locator('summary').click();
  await own.getByRole('button', { name: 'Keluar' }).click();
  await stage.clerkAt(own, stage.accounts.portal[2] as PortalAccount);
  await own.waitForURL('**/beranda');
  await go('/tiket', own);
  expect(await own.getByText('Selesai <b>& rendah</b>').count()).toBe(0);
  await own.context().clearCookies({ name: 'session' });
  await stage.clerkAt(own);
  await own.waitForURL('**/beranda');
  await go('/tiket', own);
  await own.getByRole('link', { name: 'Selesai <b>& rendah</b>' }).click();
  await own.waitForURL(/status=RESOLVED&prioritas=LOW$/);
  await own.getByRole('button', { name: /Hapus saringan tersimpan/ }).click();
  await own.waitForLoadState();
  expect(await own.getByText('Saringan tersimpan').count()).toBe(0);
});

test('what the list shows is taken away as CSV', async () => {
  await api.submitTicket(outage({ title: 'Baris untuk diunduh' }));
  await go('/tiket?q=diunduh');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^tiket-\d{4}-\d{2}-\d{2}\.csv$/);
  const text = await fs.readFile(await download.path(), 'utf8');
  expect(text).toMatch(/^\uFEFFNomor;Judul;[^\r]*\r\nTIK-\d{4}-\d{5};Baris untuk diunduh;Baru;Tinggi;[^\r]*\r\n$/);
  expect((await page.request.get(`${stage.site.url}/tiket/unduh.csv?status=SALAH`)).status()).toBe(400);
  const visitor = await stage.open();
  expect((await visitor.request.get(`${stage.site.url}/tiket/unduh.csv`)).url()).toContain('/masuk');
});

test('sharing on WhatsApp tells number, title, status and link; of a confidential ticket only number and link', async () => {
  const shared = async (number: string): Promise<string> => {
    await go(`/tiket/${number}`);
    const address = new URL((await page.getByRole('link', { name: 'Bagikan ke WhatsApp' }).getAttribute('href')) ?? '');
    expect(address.origin + address.pathname).toBe('https://wa.me/');
    return address.searchParams.get('text') ?? '';
  };
  const plain = await api.submitTicket(outage({ title: 'Judul & uraian 100%' }));
  expect(await shared(plain.number)).toBe(
    `${plain.number}: Judul & uraian 100%\nStatus: Baru\n${stage.site.url}/tiket/${plain.number}`,
  );
  await stage.database.query('update tickets set is_confidential = true where number = $1', [plain.number]);
  expect(await shared(plain.number)).toBe(`${plain.number}\n${stage.site.url}/tiket/${plain.number}`);
});

test('an officer’s word appears by itself; what is being typed stays, and the page then says that it is behind', async () => {
  const officer = await stage.staff('Galih Ramadhan');
  const { number } = await api.submitTicket(outage({ title: 'Hidup di dua layar' }));
  await go(`/tiket/${number}`);
  await page.waitForTimeout(500);
  await officer.actOnTicket({ number, action: 'claim' });
  await page.getByText('mengambil tiket').waitFor();
  await page.locator('[data-ticket-number]').waitFor();
  await officer.actOnTicket({ number, action: 'askRequester', question: 'Apakah kabelnya tercabut?' });
  await page.getByLabel('Jawaban Anda').waitFor();
  expect(await page.locator('[data-live-said]').textContent()).toContain('baru saja diperbarui');
  expect(await page.locator('[data-live-news]').isVisible()).toBe(false);

  await page.getByLabel('Jawaban Anda').fill('Sedang saya ketik');
  await officer.commentOnTicket({ number, body: 'Kami tunggu kabarnya.' });
  await page.getByText('Kami tunggu kabarnya.').waitFor();
  await officer.actOnTicket({ number, action: 'resume' });
  await page.getByText('Ada perubahan pada tiket ini.').last().waitFor();
  expect(await page.getByLabel('Jawaban Anda').inputValue()).toBe('Sedang saya ketik');
  await page.getByRole('link', { name: 'Muat ulang' }).click();
  await page.getByLabel('Tulis pesan').waitFor();
  expect(await page.getByLabel('Tulis pesan').inputValue()).toBe('Sedang saya ketik');
});

test('a question is answered with the keyboard alone: its page says where it stands, what to do next, and shows what was said', async () => {
  const officer = await stage.staff('Galih Ramadhan');
  const { number } = await api.submitTicket(outage({ title: 'Lampu router merah' }));
  await officer.actOnTicket({ number, action: 'claim' });
  await officer.actOnTicket({
    number,
    action: 'askRequester',
    question: 'Sudahkah dibaca https://bantuan.example/lampu?',
  });
  await go(`/tiket/${number}`);
  const steps = page.getByRole('list', { name: 'Perjalanan tiket' });
  expect(await steps.locator('[aria-current=step]').textContent()).toContain('Diproses');
  const link = page.locator('main').getByRole('link', { name: 'https://bantuan.example/lampu', exact: true }).first();
  expect([await link.getAttribute('href'), await link.getAttribute('rel')]).toEqual([
    'https://bantuan.example/lampu',
    'noopener noreferrer nofollow',
  ]);
  expect(await page.getByText('Nama kontak').count()).toBe(0);
  const focused = (): Promise<string> => page.evaluate('document.activeElement?.textContent?.trim() ?? ""');
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; (await focused()) !== name; presses++) {
      expect(presses).toBeLessThan(60);
      await page.keyboard.press('Tab');
    }
  };
  await tabTo('Jawab sekarang');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Sudah, dan lampunya masih merah.');
  await tabTo('Kirim jawaban');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#terkirim$/);
  await page.getByText('Pesan terkirim').waitFor();
  const mine = page.locator('.entry', { hasText: 'Sudah, dan lampunya masih merah.' });
  await mine.waitFor();
  expect(await mine.evaluate((entry) => entry.getBoundingClientRect().top < innerHeight)).toBe(true);

  await officer.actOnTicket({ number, action: 'resolve', resolutionSummary: 'Router diganti.' });
  await go(`/tiket/${number}`);
  await page.getByRole('link', { name: 'Beri nilai' }).waitFor();
  await page.getByRole('link', { name: 'Buka kembali', exact: true }).click();
  await page.locator('textarea[name=reason]').fill('Merah lagi.');
  await page.getByRole('button', { name: 'Buka kembali' }).click();
  await page.getByText('Tiket dibuka kembali').waitFor();
});

test('a late ticket that nobody has taken does not say that officers are working on it', async () => {
  const officer = await stage.staff('Galih Ramadhan');
  const { number } = await api.submitTicket(outage({ title: 'Belum ada yang menangani' }));
  const letItBeLate = () =>
    stage.database.query(
      "update tickets set resolution_due_at = timezone('utc', now()) - interval '1 hour' where number = $1",
      [number],
    );
  await letItBeLate();
  await go(`/tiket/${number}`);
  await page.getByText('belum ada petugas yang menanganinya').waitFor();
  expect(await page.getByText('Petugas masih mengerjakannya').count()).toBe(0);
  await officer.actOnTicket({ number, action: 'claim' });
  await letItBeLate();
  await go(`/tiket/${number}`);
  await page.getByText('Petugas masih mengerjakannya').waitFor();
});

test('an internal note changes nothing on the clerk’s screen, and a list says when it is behind', async () => {
  const officer = await stage.staff('Galih Ramadhan');
  const { number } = await api.submitTicket(outage({ title: 'Diam-diam' }));
  await officer.actOnTicket({ number, action: 'claim' });
  await go('/tiket');
  await page.waitForTimeout(500);
  await officer.commentOnTicket({ number, body: 'Hanya kita', internal: true });
  await page.waitForTimeout(1500);
  expect(await page.locator('[data-live-news]').isVisible()).toBe(false);
  await officer.commentOnTicket({ number, body: 'Untuk semua' });
  await page.getByText('Ada perubahan pada daftar ini.').last().waitFor();
});

test('three hundred messages, thirty files and a title of two hundred characters stay readable and reachable', async () => {
  const { number } = await api.submitTicket(outage({ title: 'Judul sangat panjang '.repeat(10).trim().slice(0, 200) }));
  await stage.database.query(
    `insert into audit_entries (document_id, subject_type, subject_id, event, at, actor_kind, actor_id, actor_name, actor_role, payload, hash, created_at)
    select md5(n::text), 'ticket', $1, 'comment', now() + n * interval '1 second', 'portal', 1, 'Ratih Kusuma', 'REQUESTER', jsonb_build_object('text', 'Pesan ke-' || n), md5(n::text), now() from generate_series(1, 300) n`,
    [number],
  );
  await stage.database.query(
    `insert into attachments (document_id, public_id, ticket_id, name, mime, size, digest, storage_key, uploader_kind, uploader_id, uploader_name, uploaded_at)
    select md5(n::text), gen_random_uuid()::text, (select id from tickets where number = $1), 'berkas-' || n || '.png', 'image/png', 70, '', md5(n::text), 'portal', 1, 'Ratih Kusuma', now() from generate_series(1, 30) n`,
    [number],
  );
  for (const viewport of [
    { ...PHONE, width: 320 },
    { width: 1366, height: 800 },
  ]) {
    await page.setViewportSize(viewport);
    await go(`/tiket/${number}`);
    expect(await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')).toBe(
      false,
    );
    expect(await page.locator('.entry').count()).toBeLessThan(30);
  }
  await page.getByText('Pesan ke-300', { exact: true }).waitFor();
  expect(await page.getByText('Pesan ke-100', { exact: true }).count()).toBe(0);
  await page.getByRole('link', { name: 'Tampilkan semua 301 catatan' }).click();
  await page.getByText('Pesan ke-100', { exact: true }).waitFor();
  expect(await page.locator('.entry').count()).toBe(200);
  await page.getByRole('navigation', { name: 'Halaman percakapan' }).getByRole('link', { name: 'Berikutnya' }).click();
  await page.getByText('Pesan ke-300', { exact: true }).waitFor();
  await page.getByText('Tampilkan 22 lampiran lainnya').click();
  await page.getByRole('link', { name: 'berkas-1.png' }).waitFor();
});

test('a file added by mistake is removed while the ticket is new', async () => {
  const { number } = await api.submitTicket(outage({ title: 'Salah lampir' }));
  await api.addAttachment({ number, file: { name: 'ktp.csv', blob: new Blob(['nik;nama\n']) } });
  await go(`/tiket/${number}`);
  await page.locator('summary[aria-label="Hapus lampiran ktp.csv"]').click();
  await page.getByRole('button', { name: 'Ya, hapus lampiran ini' }).click();
  await page.getByText('Lampiran dihapus').waitFor();
  expect(await page.getByRole('link', { name: 'ktp.csv' }).count()).toBe(0);
});

test.each([
  ['light', ''],
  ['dark', '/en'],
] as const)(
  'axe finds nothing on the filtered list, the long conversation and their notices, %s%s',
  async (colorScheme, language) => {
    const { number } = await api.submitTicket(outage({ title: 'Untuk diperiksa' }));
    await page.emulateMedia({ colorScheme });
    const found: Record<string, string[]> = {};
    for (const place of ['/tiket?q=internet&status=NEW', '/tiket?page=90', `/tiket/${number}`, '/beranda']) {
      await go(language + place);
      if (place.includes('q=')) await page.locator('.saved summary').click();
      await page.evaluate('document.querySelector("[data-live-news]").hidden = false');
      const problems = await barriers(page);
      if (problems.length) found[place] = problems;
    }
    expect(found).toEqual({});
  },
);
