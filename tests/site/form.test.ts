import type { Page } from 'playwright-core';
import { openStage, signIn, type Stage } from '../support/browser';
import type { PortalAccount } from '../support/world';

let stage: Stage;
beforeAll(async () => { stage = await openStage(); });
afterAll(() => stage.close());

const clerk = (): PortalAccount => stage.accounts.portal[0] as PortalAccount;

/** Everything the outage form asks for. */
async function fillIn(page: Page, title: string): Promise<void> {
  await page.goto(`${stage.site.url}/tiket/baru?layanan=NET-01`);
  await page.getByLabel('Judul').fill(title);
  await page.getByLabel('Uraian').fill('Sejak pagi seluruh komputer pelayanan tidak dapat terhubung ke internet.');
  await page.getByLabel('Gedung/lokasi').fill('Gedung A lantai 1');
  await page.getByLabel('Cakupan gangguan').selectOption('Satu gedung');
  await page.getByLabel('Jenis koneksi').selectOption('WiFi');
  await page.getByLabel('Sejak kapan terjadi').fill('2026-11-24T08:00');
  await page.getByLabel('Satu SKPD atau satu gedung').check();
  await page.getByLabel('Pekerjaan terhenti sekarang').check();
  await page.getByLabel('Nama kontak').fill('Ratih Kusuma');
  await page.getByLabel('Telepon kontak').fill('0840-0000-0201');
}
const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Kirim permintaan' }).click();
const filed = async (title: string): Promise<number> => (await stage.database.query('select count(*)::int as count from tickets where title = $1', [title])).rows[0].count as number;

test.each([['with JavaScript', true], ['without JavaScript', false]])('a session that ends in the middle of a form loses nothing, %s', async (_, javaScriptEnabled) => {
  const title = `Sesi berakhir ${javaScriptEnabled ? 'di tengah' : 'tanpa skrip'}`;
  const page = await stage.open({ javaScriptEnabled });
  await stage.clerkAt(page);
  await fillIn(page, title);
  await page.context().clearCookies();
  await send(page);
  await signIn(page, clerk());
  await page.getByLabel('Judul').waitFor();
  expect(await page.getByLabel('Judul').inputValue()).toBe(title);
  expect(await page.getByLabel('Gedung/lokasi').inputValue()).toBe('Gedung A lantai 1');
  expect(await page.getByLabel('Satu SKPD atau satu gedung').isChecked()).toBe(true);
  expect(await filed(title)).toBe(0);
  await send(page);
  await page.waitForURL(/\/tiket\/TIK-/);
  expect(await filed(title)).toBe(1);
});

test('a form sent twice makes one ticket', async () => {
  const page = await stage.open({ javaScriptEnabled: false });
  await stage.clerkAt(page);
  await fillIn(page, 'Kirim dua kali');
  await send(page);
  await page.waitForURL(/\/tiket\/TIK-/);
  await page.goBack();
  await send(page);
  await page.waitForLoadState();
  expect(await filed('Kirim dua kali')).toBe(1);
});

test('what is wrong is said at the top and beside each field, and what was typed stays', async () => {
  const page = await stage.open({ javaScriptEnabled: false });
  await stage.clerkAt(page);
  await fillIn(page, 'Apa');
  await page.getByLabel('Uraian').fill('Pendek');
  await send(page);
  await page.getByText('Ada yang perlu diperbaiki').first().waitFor();
  expect(await page.getByLabel('Judul').inputValue()).toBe('Apa');
  expect(await page.getByLabel('Judul').getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByRole('main').textContent()).toContain('Judul terlalu pendek; paling sedikit 5 karakter.');
  expect(await page.getByLabel('Gedung/lokasi').inputValue()).toBe('Gedung A lantai 1');
});
