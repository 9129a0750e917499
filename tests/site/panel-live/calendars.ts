import type { Page } from 'playwright-core';
import { barriers, panelAt } from '../../support/browser';

/** An administrator enters a decree, the hours of a week and one more calendar. */
export async function keepCalendars(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await panelAt(page, '/settings/ticketing/calendar');
  const list = page.getByLabel('Daftar hari libur');
  await list.fill('01-01-2028;Tahun Baru Masehi;libur nasional\n30-02-2028;Salah;libur nasional');
  await page.getByRole('button', { name: 'Periksa dahulu' }).click();
  await page.locator('[data-line="2"][data-fault="day"]').waitFor();
  expect(await page.getByRole('button', { name: /^Masukkan/ }).count()).toBe(0);
  await list.fill('01-01-2028;Tahun Baru Masehi;libur nasional');
  await page.getByRole('button', { name: 'Periksa dahulu' }).click();
  await page.getByRole('button', { name: 'Masukkan 1 baris' }).click();
  await page.getByText('1 baris dimasukkan.').first().waitFor();
  await page.getByLabel('Tanggal').fill('2028-12-22');
  await page.getByRole('textbox', { name: 'Nama' }).fill('Hari Jadi Kota');
  await page.getByRole('button', { name: 'Tambah hari libur' }).click();
  await page.getByRole('button', { name: 'Hapus Hari Jadi Kota' }).click();
  await page.getByRole('button', { name: 'Kembalikan' }).click();
  await page.locator('[data-holiday="2028-12-22"]').waitFor();
  // An hour that ends before it begins is said beside its day, and what was typed stays.
  await panelAt(page, '/settings/ticketing/hours');
  const saturday = page.locator('[data-weekday="6"]').first();
  await saturday.getByRole('button', { name: 'Tambah jam pada Sabtu' }).click();
  await saturday.getByLabel('Sabtu, selesai').fill('7.00');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await saturday.getByText('Jam selesai paling kecil 07:30.').waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await saturday.getByLabel('Sabtu, selesai').inputValue()).toBe('07:00');
  await saturday.getByLabel('Sabtu, selesai').fill('10.30');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText('Jam kerja disimpan; tenggat dihitung ulang.').first().waitFor();
  // One more calendar is begun as a copy; a code that is taken is said, and nothing typed is lost.
  await page.getByRole('button', { name: 'Kalender baru' }).click();
  await dialog.getByLabel('Nama kalender').fill('Jam kerja');
  expect(await dialog.getByLabel('Kode').inputValue()).toBe('JAM_KERJA');
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('Kode ini sudah tercatat.').waitFor();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByLabel('Nama kalender').fill('Jam kerja puskesmas');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: 'Kalender' }).getByText('Jam kerja puskesmas').waitFor();
  expect(await saturday.getByLabel('Sabtu, selesai').inputValue()).toBe('10:30');
  expect(await barriers(page)).toEqual([]);
  // By key: what was just said may lie over it, and stays as long as a pointer rests there.
  await page.getByRole('button', { name: 'Hapus kalender ini' }).press('Enter');
  await page.getByRole('button', { name: 'Kembalikan' }).click();
  await page.getByRole('combobox', { name: 'Kalender' }).getByText('Jam kerja puskesmas').waitFor();
}
