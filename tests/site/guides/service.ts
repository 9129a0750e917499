import { barriers } from '../../support/browser';
import { stage } from './stage';

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
