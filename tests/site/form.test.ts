import type { Page } from 'playwright-core';
import { openStage, signIn, type Stage } from '../support/browser';
import { filed as filedIn, fillOutage, send } from '../support/filing';
import type { PortalAccount } from '../support/world';

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
