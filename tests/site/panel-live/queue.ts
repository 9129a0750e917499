import { barriers, panelAt } from '../../support/browser';
import { outage } from '../../support/world';
import { stage } from './stage';

test('an officer gives a ticket back to another team with a note, and resolves what waits in one go', async () => {
  const [clerk, officer] = [await stage.clerk(), await stage.staff('Galih Ramadhan')];
  const [given, waiting] = [
    (await clerk.submitTicket(outage({ title: 'Aplikasi absensi lambat' }))).number,
    (await clerk.submitTicket(outage({ title: 'Kabel ruang rapat' }))).number,
  ];
  await officer.actOnTicket({ number: waiting, action: 'claim' });
  await officer.actOnTicket({ number: waiting, action: 'askRequester', question: 'Sejak kapan?' });
  const page = await stage.open();
  const ticketOf = (number: string) => `/plugins/ticketing/tiket/${number}`;
  await stage.officerAt(page, 'Galih Ramadhan', ticketOf(given));
  const dialog = page.getByRole('dialog');
  const send = async (name: string) => {
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  expect(await page.getByRole('button', { name: 'Ambil tiket' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Verifikasi & tangani' }).click();
  await send('Verifikasi & tangani');
  await page.getByRole('button', { name: 'Lepaskan ke antrian tim' }).click();
  await dialog.getByRole('combobox', { name: 'Tim' }).click();
  await page
    .getByRole('option', { name: /Aplikasi/ })
    .first()
    .click();
  await dialog.getByLabel('Alasan').fill('Jaringannya baik; aplikasinya yang lambat.');
  await send('Lepaskan ke antrian tim');
  expect(await clerk.getTicket({ number: given })).toMatchObject({ assignee: null, team: { code: 'TIM-APP' } });

  await panelAt(page, ticketOf(waiting));
  await page.getByRole('button', { name: 'Selesaikan', exact: true }).click();
  await dialog.getByLabel('Ringkasan hasil').fill('Kabel ruang rapat diganti.');
  await send('Selesaikan');
  await page.getByText('melanjutkan pekerjaan').first().waitFor();
  expect((await clerk.getTicket({ number: waiting })).status).toBe('RESOLVED');

  // What nobody has is found by its team, at an address that can be shared.
  await panelAt(page, '/plugins/ticketing?tab=all');
  await page.getByRole('button', { name: 'Saringan lain' }).click();
  await page.getByRole('combobox', { name: 'Petugas' }).click();
  await page.getByRole('option', { name: 'Belum ada' }).click();
  await page.getByRole('combobox', { name: 'Tim' }).pressSequentially('Aplikasi');
  await page
    .getByRole('option', { name: /Aplikasi/ })
    .first()
    .click();
  await page.waitForURL(/assignee=none.*team=TIM-APP|team=TIM-APP.*assignee=none/);
  await page
    .locator(`[data-row="${given}"]`)
    .getByRole('button', { name: /^Ambil/ })
    .waitFor();
  expect(await page.locator(`[data-row="${waiting}"]`).count()).toBe(0);

  // The place is kept for everybody, with the columns and the height of its rows; a colleague finds it with one press.
  await page.getByRole('button', { name: 'Kolom' }).click();
  await page.getByRole('checkbox', { name: 'Baris rapat' }).click();
  await page.getByRole('checkbox', { name: 'Prioritas' }).click();
  await page.getByRole('checkbox', { name: 'Saluran' }).click();
  await page.getByRole('columnheader', { name: 'Saluran' }).waitFor();
  expect(await page.getByRole('columnheader', { name: 'Prioritas' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Simpan tampilan ini' }).click();
  await dialog.getByLabel('Nama tampilan').fill('Aplikasi tanpa petugas');
  await dialog.getByRole('checkbox', { name: /^Bagikan/ }).click();
  await send('Simpan');
  expect(await barriers(page)).toEqual([]);
  const colleague = await stage.open();
  await stage.officerAt(colleague, 'Laila Safitri', '/plugins/ticketing');
  await colleague.getByRole('link', { name: 'Aplikasi tanpa petugas · Galih Ramadhan' }).click();
  await colleague.locator(`[data-row="${given}"]`).waitFor();
  await colleague.getByRole('columnheader', { name: 'Saluran' }).waitFor();
  const taken = colleague.waitForEvent('download');
  await colleague.getByRole('button', { name: 'Unduh Excel' }).click();
  expect((await taken).suggestedFilename()).toMatch(/^tiket-.*\.xlsx$/);
  // What was taken away is put back with one press.
  await page.getByRole('button', { name: 'Hapus Aplikasi tanpa petugas' }).click();
  await page.getByRole('button', { name: 'Kembalikan' }).click();
  await page.locator('[data-view="Aplikasi tanpa petugas"][aria-current]').waitFor();
});
