import type { Page } from 'playwright-core';
import { barriers, signIn } from '../../support/browser';
import { bringToRest } from '../../support/jobs';
import type { PortalAccount } from '../../support/world';
import { stage } from './stage';

/** How many tickets the list says it holds. */
const listed = async (page: Page): Promise<string> =>
  (await page.locator('main [role=status]:not([data-live-said])').first().innerText()).replace(/\D/g, '');

test('a leader reads three sentences, and every number of the dashboard opens exactly its tickets', async () => {
  // The clocks were set otherwise and back a moment ago: every ticket is gone over once more before they are counted.
  await bringToRest(stage.database);
  const page = await stage.open({ viewport: { width: 1366, height: 768 } });
  await page.goto(`${stage.site.url}/masuk`);
  await signIn(page, stage.accounts.portal[3] as PortalAccount);
  await page.waitForURL('**/dasbor');
  await page.getByText('belum ditugaskan,').waitFor();
  expect(await page.locator('[data-figure]').count()).toBe(6);
  // What nobody has is told, however many officers have more.
  await page.locator('section:has(#beban)').getByRole('rowheader', { name: 'Belum ditugaskan' }).waitFor();
  const numbers = await page
    .locator('main a[href*="/tiket?"]')
    .evaluateAll((links) => links.map((link) => [link.getAttribute('href') ?? '', link.textContent.trim()] as const));
  expect(numbers.length).toBeGreaterThan(15);
  const counts = [...new Map(numbers.filter(([, text]) => /^[\d.]+$/.test(text))).entries()];
  for (const [address, text] of counts) {
    await page.goto(`${stage.site.url}${address}`);
    expect([address, await listed(page)]).toEqual([address, text.replaceAll('.', '')]);
  }
  // Nothing lies beside the screen, on a phone, a desk and a projector.
  for (const width of [375, 768, 1366, 1920]) {
    await page.setViewportSize({ width, height: 768 });
    const beside = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    for (const place of ['/dasbor', '/layar', '/laporan', '/laporan/by-skpd?periode=tahun']) {
      await page.goto(`${stage.site.url}${place}`);
      expect([width, place, await page.evaluate(beside)]).toEqual([width, place, 0]);
    }
  }
  // All of it stands on one screen of a desk, its charts in letters that can be read; the wall wants no scrolling
  // either.
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(`${stage.site.url}/dasbor`);
  await page.locator('.apexcharts-xaxis text').first().waitFor();
  expect(await page.evaluate("document.querySelector('.panels').getBoundingClientRect().bottom")).toBeLessThanOrEqual(
    768,
  );
  const letters =
    '[...document.querySelectorAll(".apexcharts-canvas text")]' +
    '.map((text) => parseFloat(getComputedStyle(text).fontSize))';
  expect(Math.min(...((await page.evaluate(letters)) as number[]))).toBeGreaterThanOrEqual(13);
  await page.getByRole('link', { name: 'Layar dinding' }).click();
  await page.locator('[data-count="open"]').waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(768);
  await page.goto(`${stage.site.url}/dasbor`);
  await page.getByRole('link', { name: 'Presentasi' }).click();
  await page.getByRole('link', { name: 'Tutup presentasi' }).waitFor();
  expect(await page.locator('header.site').count()).toBe(0);
});

test('a report is chosen, narrowed, explained and taken away, also without a script; a clerk reads the unit’s own', async () => {
  const page = await stage.open({ javaScriptEnabled: false });
  await page.goto(`${stage.site.url}/masuk`);
  await signIn(page, stage.accounts.portal[3] as PortalAccount);
  await page.waitForURL('**/dasbor');
  await page.goto(`${stage.site.url}/laporan`);
  await page.getByRole('link', { name: /^Tiket menurut SKPD/ }).click();
  await page.getByRole('link', { name: 'Tahun', exact: true }).click();
  const rows = page.locator('main table tbody tr');
  const all = await rows.count();
  expect(all).toBeGreaterThan(3);
  const [first = ''] = await rows.first().locator('td a').allInnerTexts();
  const address = (await rows.first().locator('td a').first().getAttribute('href')) ?? '';

  await page.getByText('Saringan dan pembanding').click();
  await page.getByLabel('Prioritas').selectOption('HIGH');
  await page.getByRole('button', { name: 'Terapkan' }).click();
  await page.waitForURL(/prioritas=HIGH/);
  expect(await rows.count()).toBeLessThanOrEqual(all);
  // One officer's tickets, whose name the form keeps.
  await page.getByLabel('Prioritas').selectOption('');
  await page.getByLabel('Petugas').selectOption({ label: 'Galih Ramadhan' });
  await page.getByRole('button', { name: 'Terapkan' }).click();
  await page.waitForURL(/petugas=\d+/);
  expect(await page.getByLabel('Petugas').locator('option:checked').innerText()).toBe('Galih Ramadhan');
  expect(await rows.count()).toBeLessThan(all);
  await page.getByRole('link', { name: 'Hapus semua saringan' }).click();

  // What a number means is said in the words of the file.
  await page.getByRole('button', { name: 'Apa arti Masuk?' }).click();
  await page.getByText('Tiket yang diajukan, apa pun keadaannya sekarang.').first().waitFor();
  for (const format of ['csv', 'xlsx', 'pdf']) {
    const link = page.getByRole('link', { name: format.toUpperCase(), exact: true });
    const file = await page.request.get(`${stage.site.url}${(await link.getAttribute('href')) ?? ''}`);
    expect([format, file.status(), file.headers()['content-disposition']]).toEqual([
      format,
      200,
      expect.stringMatching(new RegExp(`laporan-by-skpd-.*\\.${format}`)),
    ]);
  }
  await page.goto(`${stage.site.url}${address}`);
  expect(await listed(page)).toBe(first.replaceAll('.', ''));

  const clerk = await stage.open();
  await stage.clerkAt(clerk);
  await clerk.waitForURL('**/beranda');
  await clerk.goto(`${stage.site.url}/laporan`);
  await clerk.getByRole('heading', { name: 'Laporan SKPD kami' }).waitFor();
  await clerk.goto(`${stage.site.url}/laporan/by-skpd?periode=tahun`);
  expect(await clerk.locator('main table tbody tr').count()).toBe(1);
});
