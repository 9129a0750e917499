import type { Page } from 'playwright-core';
import type { Stage } from './browser';
import { localTime } from './world';

/** Everything the outage form asks for. */
export async function fillOutage(stage: Stage, page: Page, title: string): Promise<void> {
  await page.goto(`${stage.site.url}/tiket/baru?layanan=NET-01`);
  await page.getByLabel('Judul').fill(title);
  await page.getByLabel('Uraian').fill('Sejak pagi seluruh komputer pelayanan tidak dapat terhubung ke internet.');
  await page.getByLabel('Gedung/lokasi').fill('Gedung A lantai 1');
  await page.getByLabel('Cakupan gangguan').selectOption('Satu gedung');
  await page.getByLabel('Jenis koneksi').selectOption('WiFi');
  await page.getByLabel('Sejak kapan terjadi').fill(localTime(-1, '08:00'));
  await page.getByLabel('Satu SKPD atau satu gedung').check();
  await page.getByLabel('Pekerjaan terhenti sekarang').check();
  await page.getByLabel('Nama kontak').fill('Ratih Kusuma');
  await page.getByLabel('Telepon kontak').fill('0840-0000-0201');
}
export const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Kirim permintaan' }).click();
export const filed = async (stage: Stage, title: string): Promise<number> =>
  (await stage.database.query('select count(*)::int as count from tickets where title = $1', [title])).rows[0]
    .count as number;
