import { PHONE, barriers } from '../../support/browser';
import { newcomer } from '../../support/portal-account';
import { outage } from '../../support/world';
import { stage, at, arrive } from './stage';

test('what happens on a ticket is on the bell and in the list, and its owner chooses what is told', async () => {
  const account = await newcomer(stage);
  const page = await stage.open({ viewport: PHONE });
  await arrive(page, account);
  const { number } = await (await account.signIn()).submitTicket(outage());
  const officer = await stage.staff('Galih Ramadhan');
  await officer.actOnTicket({ number, action: 'claim' });
  // The bell hears of it while the page is open.
  await page.locator('[data-bell-count]:not([hidden])').waitFor();
  await page.getByRole('link', { name: /^Notifikasi/ }).click();
  await page.getByText(`Tiket ${number} sekarang ditangani oleh ${officer.name}.`).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Tandai semua sudah dibaca' }).click();
  await page.locator('[data-bell-count][hidden]').waitFor({ state: 'attached' });
  await page.getByRole('link', { name: 'Atur pemberitahuan' }).click();
  await page.getByLabel('Komentar baru: Surel').uncheck();
  await page.getByLabel('Gangguan layanan: Surel').uncheck();
  await page.getByLabel('Dari').fill('20:00');
  await page.getByLabel('Sampai').fill('06:00');
  await page.getByRole('button', { name: 'Simpan pilihan' }).click();
  await page.getByText('Pilihan Anda sudah disimpan.').waitFor();
  expect(await page.getByLabel('Komentar baru: Surel').isChecked()).toBe(false);
  expect(await page.getByLabel('Gangguan layanan: Surel').isChecked()).toBe(false);
  expect(await page.getByLabel('Komentar baru: Di portal').isChecked()).toBe(true);
  expect(await page.getByLabel('Dari').inputValue()).toBe('20:00');
  expect(await barriers(page)).toEqual([]);
  // The way out of a digest asks before it does anything, and is open to a mail program without a session.
  await page.goto(at(`/berhenti?kode=staff.1.morning.${'x'.repeat(43)}`));
  await page.getByRole('button', { name: 'Berhenti menerima' }).click();
  await page.getByText('Tautan ini sudah dipakai, sudah kedaluwarsa').waitFor();
  const machine = await fetch(at(`/berhenti?kode=staff.1.morning.${'x'.repeat(43)}`), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(machine.status).toBe(410);
  await page.goto(at('/'));
  // Whom to call stands on every page.
  expect(await page.locator('footer').innerText()).toContain('(0752) 33369/21879');
});
