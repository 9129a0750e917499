import type { Page } from 'playwright-core';
import { openStage, signIn, type Stage } from '../support/browser';
import { fillOutage, filed, send } from '../support/filing';
import { PDF, PNG } from '../support/files';
import type { PortalAccount } from '../support/world';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const clerk = (): PortalAccount => stage.accounts.portal[0] as PortalAccount;
const opened = async (): Promise<Page> => {
  const page = await stage.open();
  await stage.clerkAt(page);
  await page.waitForURL('**/beranda');
  return page;
};
const title = (page: Page): Promise<string> => page.getByLabel('Judul').inputValue();
const chosen = (page: Page): Promise<string[]> => page.locator('[data-chosen] .strong').allTextContents();
const photo = { name: 'modem.png', mimeType: 'image/png', buffer: PNG };

test('a closed tab loses neither words nor files, and the home page lists the draft until it is thrown away', async () => {
  const page = await opened();
  await fillOutage(stage, page, 'Draf yang ditinggalkan');
  await page.getByLabel('Tangkapan layar/foto').setInputFiles([photo]);
  await page.getByText('Draf tersimpan di perangkat ini.').waitFor();
  await page.close();

  const next = await page.context().newPage();
  await next.goto(`${stage.site.url}/beranda`);
  const drafts = next.getByRole('region', { name: 'Draf di perangkat ini' });
  await drafts.getByText('1 berkas').waitFor();
  await drafts.getByRole('link', { name: 'Draf yang ditinggalkan' }).click();
  await next.locator('[data-chosen] .strong').waitFor();
  expect([
    await title(next),
    await next.getByLabel('Gedung/lokasi').inputValue(),
    await next.getByLabel('Satu SKPD atau satu gedung').isChecked(),
    await chosen(next),
  ]).toEqual(['Draf yang ditinggalkan', 'Gedung A lantai 1', true, ['modem.png']]);

  await next.goto(`${stage.site.url}/beranda`);
  await drafts.getByRole('button', { name: 'Hapus draf: Draf yang ditinggalkan' }).click();
  await drafts.waitFor({ state: 'hidden' });
  await next.goto(`${stage.site.url}/tiket/baru?layanan=NET-01`);
  await next.waitForTimeout(500);
  expect([await title(next), await chosen(next)]).toEqual(['', []]);
});

test('a session that ends in the middle of a form brings words and files back after signing in again, and one ticket is made', async () => {
  const page = await opened();
  await fillOutage(stage, page, 'Sesi berakhir dengan berkas');
  await page.getByLabel('Tangkapan layar/foto').setInputFiles([photo]);
  await page.context().clearCookies();
  await send(page);
  await page.getByText('Sesi Anda sudah berakhir').waitFor();
  await signIn(page, clerk());
  await page.getByText('Isian ini belum terkirim').waitFor();
  await page.locator('[data-chosen] .strong').waitFor();
  expect([await title(page), await chosen(page), await filed(stage, 'Sesi berakhir dengan berkas')]).toEqual([
    'Sesi berakhir dengan berkas',
    ['modem.png'],
    0,
  ]);
  await page.getByRole('button', { name: 'Kirim lagi' }).click();
  await page.waitForURL(/\/tiket\/TIK-/);
  await page.getByRole('link', { name: 'modem.png', exact: true }).waitFor();
  expect(await filed(stage, 'Sesi berakhir dengan berkas')).toBe(1);
});

test('two tabs of one form keep two drafts, over a reload and the end of the session; one that was left is offered later', async () => {
  const first = await opened();
  const kept = 'Draf tersimpan di perangkat ini.';
  await fillOutage(stage, first, 'Dari tab pertama');
  await first.getByLabel('Tangkapan layar/foto').setInputFiles([photo]);
  await first.getByText(kept).waitFor();
  const second = await first.context().newPage();
  await second.goto(`${stage.site.url}/tiket/baru?layanan=NET-01`);
  await second.waitForLoadState('networkidle');
  expect([await title(second), await chosen(second)]).toEqual(['', []]);
  await second.getByLabel('Judul').fill('Dari tab kedua');
  await second.getByText(kept).waitFor();
  await first.getByLabel('Gedung/lokasi').fill('Gedung B');
  await first.getByText(kept).waitFor();

  for (const page of [second, first]) await page.reload();
  await first.locator('[data-chosen] .strong').waitFor();
  await second.getByText('Draf Anda dari waktu lalu dikembalikan.').waitFor();
  const read = async () => [
    [await title(first), await first.getByLabel('Gedung/lokasi').inputValue(), await chosen(first)],
    [await title(second), await chosen(second)],
  ];
  const both = [
    ['Dari tab pertama', 'Gedung B', ['modem.png']],
    ['Dari tab kedua', []],
  ];
  expect(await read()).toEqual(both);

  await first.context().clearCookies();
  for (const page of [first, second]) await page.goto(`${stage.site.url}/tiket/baru?layanan=NET-01`);
  await signIn(first, clerk());
  await first.locator('[data-chosen] .strong').waitFor();
  await second.goto(`${stage.site.url}/tiket/baru?layanan=NET-01`);
  await second.getByText('Draf Anda dari waktu lalu dikembalikan.').waitFor();
  expect(await read()).toEqual(both);

  await first.goto(`${stage.site.url}/beranda`);
  const drafts = first.getByRole('region', { name: 'Draf di perangkat ini' });
  expect((await drafts.getByRole('link').allTextContents()).sort()).toEqual(['Dari tab kedua', 'Dari tab pertama']);
  await drafts.getByRole('link', { name: 'Dari tab kedua' }).click();
  await first.getByText('Draf itu sedang diisi di tab lain').waitFor();
  expect([await title(first), await chosen(first)]).toEqual(['', []]);
  await first.close();
  await second.close();

  const later = await first.context().newPage();
  await later.goto(`${stage.site.url}/beranda`);
  for (const name of ['Dari tab pertama', 'Dari tab kedua']) {
    await later.goto(`${stage.site.url}/beranda`);
    await later.getByRole('link', { name }).click();
    await later.getByText('Draf Anda dari waktu lalu dikembalikan.').waitFor();
    expect(await title(later)).toBe(name);
  }
});

test('without a network nothing is lost, and sending goes on only when the person says so', async () => {
  const page = await opened();
  await fillOutage(stage, page, 'Jaringan putus saat mengirim');
  await page.context().setOffline(true);
  await send(page);
  await page.getByText('Tidak ada internet').waitFor();
  await page.context().setOffline(false);
  await page.getByText('Jaringan sudah kembali').waitFor();
  await page.waitForTimeout(1000);
  expect(await filed(stage, 'Jaringan putus saat mengirim')).toBe(0);
  await page.getByRole('button', { name: 'Kirim lagi' }).click();
  await page.waitForURL(/\/tiket\/TIK-/);
  expect(await filed(stage, 'Jaringan putus saat mengirim')).toBe(1);
});

test('a sending whose answer got lost is tried again with the same key, also from a new tab, and makes one ticket', async () => {
  const page = await opened();
  await fillOutage(stage, page, 'Jawaban yang hilang');
  // The request arrives, its answer does not.
  await page.route('**/tiket/baru?*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await send(page);
  await page.getByText('Tidak ada internet').waitFor();
  expect(await filed(stage, 'Jawaban yang hilang')).toBe(1);
  await page.close();

  const next = await page.context().newPage();
  await next.goto(`${stage.site.url}/tiket/baru?layanan=NET-01`);
  await next.getByRole('button', { name: 'Kirim lagi' }).click();
  await next.waitForURL(/\/tiket\/TIK-/);
  expect(await filed(stage, 'Jawaban yang hilang')).toBe(1);
  // It has been sent: the device keeps nothing of it.
  expect(await next.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("draft:"))')).toEqual([]);
});

test('who sent it, lost the answer and then changed it learns that it is on record, and may still send the change as another', async () => {
  const page = await opened();
  await fillOutage(stage, page, 'Sudah tercatat lalu diubah');
  await page.route(
    '**/tiket/baru?*',
    async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    },
    { times: 1 },
  );
  await send(page);
  await page.getByText('Tidak ada internet').waitFor();
  await page.getByLabel('Uraian').fill('Sekarang lantai dua juga tidak tersambung sama sekali.');
  await page.getByRole('button', { name: 'Kirim lagi' }).click();
  await page.getByText(/Permintaan ini sudah tercatat sebagai TIK-\d{4}-\d{5}/).waitFor();
  await send(page);
  await page.waitForURL(/\/tiket\/TIK-/);
  expect(await filed(stage, 'Sudah tercatat lalu diubah')).toBe(2);
});

test('signing out leaves no draft and no file on the device', async () => {
  const page = await opened();
  await fillOutage(stage, page, 'Rahasia di perangkat bersama');
  await page
    .getByLabel('Lampiran lain')
    .setInputFiles([{ name: 'surat.pdf', mimeType: 'application/pdf', buffer: PDF }]);
  await page.getByText('Draf tersimpan di perangkat ini.').waitFor();
  await page.getByRole('banner').locator('summary').click();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.getByText('Anda sudah keluar').waitFor();
  await page.waitForTimeout(300);
  expect(
    await page.evaluate(`new Promise((resolve) => {
    const opening = indexedDB.open('draft-files', 1);
    opening.onsuccess = () => { const asked = opening.result.transaction('files').objectStore('files').count(); asked.onsuccess = () => resolve([asked.result, Object.keys(localStorage).length]); };
  })`),
  ).toEqual([0, 0]);
});

test('a page that cannot be reached says so and lists the drafts; the worker keeps nobody’s pages', async () => {
  const page = await opened();
  await fillOutage(stage, page, 'Ditulis sebelum jaringan hilang');
  await page.getByText('Draf tersimpan di perangkat ini.').waitFor();
  await page.evaluate('navigator.serviceWorker.ready');
  await page.goto(`${stage.site.url}/tiket`);
  await page.context().setOffline(true);
  await page.goto(`${stage.site.url}/beranda`);
  await page.getByRole('heading', { name: 'Tidak ada internet' }).waitFor();
  await page.getByRole('link', { name: 'Ditulis sebelum jaringan hilang' }).waitFor();
  expect(await page.getByRole('main').textContent()).not.toContain('Ratih');
  await page.goto(`${stage.site.url}/en/tiket`);
  await page.getByRole('heading', { name: 'You are offline' }).waitFor();
  const kept = (await page.evaluate(
    'caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => ' +
      'cache.keys())))).then((lists) => lists.flat().map(({ url }) => new URL(url).pathname))',
  )) as string[];
  expect(
    kept.filter(
      (address) =>
        !/^\/((en\/)?(verifikasi\/)?luring|_astro\/.*|fonts\/.*|icons\/.*|logo\.svg|favicon\.\w+)$/.test(address),
    ),
  ).toEqual([]);
  expect(kept).toEqual(expect.arrayContaining(['/luring', '/en/luring']));
  await page.context().setOffline(false);
  await page.getByText('The network is back').waitFor();
  await page.getByRole('link', { name: 'Try to open it again' }).click();
  await page
    .getByRole('heading', { name: /Tickets/ })
    .first()
    .waitFor();
});

test('the portal can be installed: manifest, icons and a worker that may rule the whole site', async () => {
  const get = (place: string) => fetch(`${stage.site.url}${place}`);
  const manifest = (await (await get('/manifest.webmanifest')).json()) as {
    start_url: string;
    icons: { src: string; sizes: string }[];
  };
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const { src, sizes } of manifest.icons) {
    const bytes = Buffer.from(await (await get(src)).arrayBuffer());
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
  }
  const worker = await get('/sw.js');
  expect({
    type: worker.headers.get('content-type'),
    cache: worker.headers.get('cache-control'),
    policy: worker.headers.get('content-security-policy'),
  }).toEqual({
    type: 'text/javascript; charset=utf-8',
    cache: 'no-cache',
    policy: "default-src 'none'; connect-src 'self'",
  });
  expect((await worker.text()).length).toBeLessThan(6000);
});
