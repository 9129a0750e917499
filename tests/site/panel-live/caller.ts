import { barriers, panelAt } from '../../support/browser';
import { PDF } from '../../support/files';
import { outage } from '../../support/world';
import { stage } from './stage';

test('an officer chooses quiet hours in the panel, and they are kept', async () => {
  const page = await stage.open();
  await stage.officerAt(page, 'Galih Ramadhan', '/plugins/ticketing/pemberitahuan/pilihan');
  await page.getByLabel('Dari').fill('20:00');
  await page.getByText('Isi kedua waktu').waitFor();
  await page.getByLabel('Sampai').fill('06:30');
  await page.getByRole('button', { name: 'Simpan jam tenang' }).click();
  await page.getByText('Jam tenang sudah disimpan.').waitFor();
  await page.reload();
  await page.getByLabel('Sampai').waitFor();
  expect(await page.getByLabel('Sampai').inputValue()).toBe('06:30');
  // A digest is a letter or nothing.
  expect(await page.getByLabel('Daftar kerja pagi: Di panel').count()).toBe(0);
  expect(await page.getByLabel('Daftar kerja pagi: Surel').isChecked()).toBe(true);
  expect(await barriers(page)).toEqual([]);

  // Somebody is on the phone: found by name, with what their unit asked for last; what they sent goes along.
  const { number } = await (await stage.clerk()).submitTicket(outage({ title: 'Sebelum ditelepon' }));
  await panelAt(page, '/plugins/ticketing/tiket-baru');
  await page.getByRole('combobox', { name: 'Cari penelepon' }).pressSequentially('ratih');
  await page
    .getByRole('option', { name: /^Ratih Kusuma/ })
    .first()
    .click();
  expect(await page.getByRole('textbox', { name: 'Nama kontak' }).inputValue()).toBe('Ratih Kusuma');
  await page.locator(`[data-lines="Tiket terakhir SKPD ini"] [data-ticket="${number}"]`).waitFor();
  await page.getByRole('combobox', { name: 'Layanan' }).pressSequentially('Permintaan lain');
  await page.getByRole('option', { name: /Permintaan lain terkait TIK/ }).click();
  await page.getByRole('textbox', { name: 'Judul' }).fill('Titipan lewat telepon');
  await page.getByRole('textbox', { name: 'Uraian', exact: true }).fill('Mohon jaringan di ruang arsip diperiksa.');
  await page.getByLabel('Uraian kebutuhan').fill('Pemeriksaan jaringan');
  for (const question of ['Dampak', 'Urgensi']) {
    await page.getByRole('combobox', { name: question }).click();
    await page.getByRole('option').first().click();
  }
  await page
    .locator('input[data-files=""]')
    .setInputFiles({ name: 'surat.pdf', mimeType: 'application/pdf', buffer: PDF });
  await page.getByText('surat.pdf').waitFor();
  expect(await barriers(page)).toEqual([]);
  // No draft keeps a file: whoever leaves is asked, by a link and by closing the page, and finds it where it was.
  const isAsked = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  expect(await isAsked()).toBe(true);
  await page.getByRole('link', { name: 'Beranda' }).first().click();
  await page.getByRole('dialog', { name: 'Berkas belum dikirim' }).getByText('1 berkas sudah dipilih').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Kembali', exact: true }).click();
  await page.getByText('surat.pdf').waitFor();
  await page.getByRole('button', { name: 'Buat tiket' }).click();
  await page.waitForURL(/\/tiket\/TIK-/);
  await page.getByText('Lampiran (1)').waitFor();
  expect(await isAsked()).toBe(false);
  // Beside the request stands what the unit waits for besides.
  await page.locator(`[data-lines] [data-ticket="${number}"]`).first().waitFor();
});
