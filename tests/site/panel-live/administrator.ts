import { barriers, panelAt } from '../../support/browser';
import { keepCalendars } from './calendars';
import { stage } from './stage';

test('an administrator invites, takes out of use and enters a decree, and nothing typed is lost on the way', async () => {
  const page = await stage.open();
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 404) missing.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  await stage.officerAt(page, 'Administrator Demo');
  // The first steps know that nobody signs papers yet.
  await page.locator('[data-step="identity"][data-done="false"]').waitFor();
  await page.locator('[data-step="people"][data-done="true"]').waitFor();
  expect(await barriers(page)).toEqual([]);
  // The settings are ours, and begin with ours.
  await page.getByRole('link', { name: 'Pengaturan' }).first().click();
  await page.waitForURL('**/settings/ticketing/accounts');
  const settings = page.getByRole('navigation', { name: 'Pengaturan' });
  await settings.getByRole('link', { name: 'Akun' }).waitFor();
  expect(await settings.getByRole('link', { name: 'Tentang sistem' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Tambah akun' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nama lengkap').fill('Rudi Hartono');
  await dialog.getByLabel('Email').fill('rudi.hartono@bukittinggi.test');
  await dialog.getByRole('button', { name: 'Buat dan undang' }).click();
  await dialog.getByText('SKPD wajib diisi.').waitFor();
  expect(await dialog.getByLabel('Nama lengkap').inputValue()).toBe('Rudi Hartono');
  await dialog.getByRole('combobox', { name: 'SKPD' }).pressSequentially('Dinas Kesehatan');
  await page
    .getByRole('option', { name: /Dinas Kesehatan/ })
    .first()
    .click();
  await dialog.getByRole('button', { name: 'Buat dan undang' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByLabel('Nama, email, SKPD, atau tim').fill('rudi.hartono');
  const row = page.locator('[data-account="rudi.hartono@bukittinggi.test"]');
  await row.getByText('Diundang').waitFor();
  await row.getByRole('button', { name: /^Nonaktifkan/ }).click();
  await dialog.getByRole('button', { name: 'Nonaktifkan' }).click();
  await row.getByText('Nonaktif', { exact: true }).waitFor();

  await keepCalendars(page);
  // Two units become one that is not in the list yet.
  await panelAt(page, '/settings/ticketing/units');
  await page.getByRole('button', { name: 'Gabung atau ganti nama' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('combobox', { name: 'Unit lama' }).waitFor();
  await page.keyboard.press('Enter');
  for (const unit of ['Dinas Pariwisata', 'Dinas Pemuda dan Olahraga'])
    await page.getByRole('option', { name: unit, exact: true }).press('Enter');
  await page.keyboard.press('Escape');
  await dialog.getByRole('combobox', { name: 'Unit baru' }).pressSequentially('Unit baru yang belum');
  await page.getByRole('option', { name: 'Unit baru yang belum ada di daftar' }).click();
  await dialog.getByLabel('Kode').fill('disparpora baru');
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('Nama wajib diisi.').waitFor();
  await dialog.getByLabel('Nama', { exact: false }).first().fill('Dinas Pariwisata, Pemuda, dan Olahraga Kota');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByLabel('Nama, kode, singkatan, atau nama lain').fill('dispora');
  await page.locator('[data-unit="DISPORA"]').getByText('digantikan Dinas Pariwisata, Pemuda, dan Olahraga').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Batalkan penggantian' }).click();
  await page.getByText('Dinas Pemuda dan Olahraga berlaku lagi.').first().waitFor();
  // A screen on the wall opens by a link that is told once and taken back, and shows counts alone, also without a
  // script.
  await panelAt(page, '/settings/ticketing/wall');
  await page.getByRole('textbox', { name: 'Nama' }).fill('Ruang komando');
  await page.getByRole('button', { name: 'Buat tautan' }).click();
  const { pathname } = new URL(await page.getByLabel('Alamat layar').inputValue());
  expect(await barriers(page)).toEqual([]);
  const screen = await stage.open({ javaScriptEnabled: false });
  const show = () => screen.goto(`${stage.site.url}${pathname}`);
  expect((await show())?.status()).toBe(200);
  expect(await screen.locator('[data-count]').count()).toBe(5);
  expect(await screen.locator('main a').count()).toBe(0);
  expect(await screen.locator('main').innerText()).not.toMatch(/TIK-|Galih|Laila/);
  await page.getByRole('button', { name: 'Cabut tautan Ruang komando' }).click();
  await page.getByText('Tautan Ruang komando dicabut.').first().waitFor();
  expect((await show())?.status()).toBe(404);
  await screen.getByText('Mintalah tautan baru').waitFor();
  await panelAt(page, '/settings/ticketing/audit');
  // What changed is told in words, of whatever kind.
  const entry = page.getByRole('listitem').filter({ hasText: 'Diubah · Jam kerja' }).first();
  await entry.locator('[data-field="slots"]').getByText('Sabtu 07:30–10:30').waitFor();
  await page.getByRole('button', { name: 'Kembalikan' }).first().click();
  await dialog.locator('[data-field]').first().waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const taken = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh CSV' }).click();
  expect((await taken).suggestedFilename()).toMatch(/^jejak-audit-.*\.csv$/);

  // What Strapi's own form refuses stays typed.
  const { rows } = await stage.database.query<{ document_id: string }>(
    "select document_id from teams where code = 'TIM-DATA'",
  );
  await page.goto(
    `${stage.cms.url}/admin/content-manager/collection-types/api::team.team/${rows[0]?.document_id ?? ''}`,
  );
  await page.locator('input[name=name]').fill('Tim Statistik yang diketik ulang');
  await page.locator('input[name=code]').fill('TIM-APP');
  const refused = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.locator('form button[type=submit]').first().click();
  expect((await refused).status()).toBe(400);
  await page.waitForTimeout(1500);
  expect(await page.locator('input[name=name]').inputValue()).toBe('Tim Statistik yang diketik ulang');
  await page.getByText('Isian ini sudah dipakai data lain.').first().waitFor();
  // Nobody asked for what is not there, Strapi's own forms neither.
  expect(missing).toEqual([]);
});
