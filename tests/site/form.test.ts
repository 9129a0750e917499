import type { Page } from 'playwright-core';
import { openStage, signIn, type Stage } from '../support/browser';
import { filed as filedIn, fillOutage, send } from '../support/filing';
import { localTime, type PortalAccount } from '../support/world';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const clerk = (): PortalAccount => stage.accounts.portal[0] as PortalAccount;

const fillIn = (page: Page, title: string): Promise<void> => fillOutage(stage, page, title);
const filed = (title: string): Promise<number> => filedIn(stage, title);

test.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a session that ends in the middle of a form loses nothing, %s', async (_, javaScriptEnabled) => {
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

test('what the desk knows is filled in, now is one press, the same is asked for again, and mistakes are told with an example', async () => {
  const page = await stage.open();
  await stage.clerkAt(page);
  await fillIn(page, 'Router sering mati');
  await page.getByLabel('Gedung/lokasi').fill('Gedung Serbaguna');
  await send(page);
  await page.waitForURL(/\/tiket\/TIK-/);
  await page.getByRole('link', { name: 'Ajukan lagi seperti ini' }).click();
  await page.getByText(/Isian ini disalin dari TIK-/).waitFor();
  const when = page.getByLabel('Sejak kapan terjadi');
  expect([
    await page.getByLabel('Judul').inputValue(),
    await page.getByLabel('Jenis koneksi').inputValue(),
    await when.inputValue(),
  ]).toEqual(['Router sering mati', 'WiFi', '']);
  await page.getByRole('button', { name: /^Sekarang/ }).click();
  expect(await when.inputValue()).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

  await page.goto(`${stage.site.url}/tiket/baru?layanan=NET-02`);
  expect([
    await page.getByLabel('Gedung/lokasi').inputValue(),
    await page.getByLabel('Telepon kontak').inputValue(),
    await page.getByLabel('Email kontak').inputValue(),
  ]).toEqual(['Gedung Serbaguna', '0840-0000-0201', clerk().email]);
  await page.getByLabel('Judul').fill('x'.repeat(250));
  await page.getByLabel('Telepon kontak').fill('telepon kantor');
  await send(page);
  const told = page.locator('[data-error-list]');
  for (const sentence of [
    'Judul terlalu panjang; paling banyak 200 karakter.',
    '“Seberapa luas dampaknya?” wajib diisi.',
    'Telepon kontak ditulis seperti ini: 0812-3456-7890',
  ])
    await told.getByText(sentence).waitFor();
  expect((await page.getByLabel('Judul').inputValue()).length).toBe(250);
});

test('who reads English asks in English, is told what is only in Indonesian, and the desk receives its own words', async () => {
  await stage.database.query("update categories set english_name = null where code = 'NET-06'");
  const page = await stage.open();
  await stage.clerkAt(page);
  await page.goto(`${stage.site.url}/en/tiket/baru`);
  await page.getByRole('searchbox').fill('network');
  await page.getByRole('link', { name: 'Internet or office network is down' }).waitFor();
  const untranslated = page.getByRole('listitem').filter({ hasText: 'WiFi publik' });
  await page.getByRole('searchbox').fill('wifi publik');
  await untranslated.getByText('Only in Indonesian').waitFor();
  expect(await untranslated.getByRole('link').getAttribute('lang')).toBe('id');

  await page.goto(`${stage.site.url}/en/tiket/baru?layanan=NET-06`);
  await page.getByText('Parts of this form exist only in Indonesian').waitFor();
  await page.goto(`${stage.site.url}/en/tiket/baru?layanan=NET-01`);
  await page.getByLabel('Title').fill('English counter is offline');
  await page.getByLabel('Description').fill('The public counter has had no connection since this morning.');
  await page.getByLabel('Building/place').fill('Building A');
  await page.getByLabel('How much is affected').selectOption({ label: 'One building' });
  await page.getByLabel('Kind of connection').selectOption({ label: 'Optical fibre' });
  await page.getByLabel('Since when').fill(localTime(-1, '08:00'));
  await page.locator('[name="contact.phone"]').fill('0840-0000-0201');
  await page.getByLabel('One unit or one building').check();
  await page.getByLabel('Work has stopped').check();
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.waitForURL(/\/en\/tiket\/TIK-/);
  const number = /TIK-\d{4}-\d{5}/.exec(page.url())?.[0] ?? '';
  expect((await (await stage.clerk()).getTicket({ number })).form).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ label: 'Cakupan gangguan', value: 'Satu gedung' }),
      expect.objectContaining({ label: 'Jenis koneksi', value: 'Fiber optik' }),
    ]),
  );
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
