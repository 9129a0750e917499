import zlib from 'node:zlib';
import type { Page } from 'playwright-core';
import { PHONE, SIGHTS, barriers } from '../../support/browser';
import { stage } from './stage';

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
