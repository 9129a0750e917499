import { panelAt } from '../../support/browser';
import { PDF } from '../../support/files';
import { outage } from '../../support/world';
import { stage, OFFICER, coordinator, ticketOf, fromShelf, send, gone } from './stage';

test('a coordinator routes a disturbance by the book, and everything it caused ends with it', async () => {
  await stage.database.query(
    `update categories set approver = 'KEPALA_DINAS', requires_disposition = true, updated_at = now()
     where code = 'NET-01'`,
  );
  const [clerk, stranger] = [await stage.clerk(), await stage.stranger()];
  const parent = (await clerk.submitTicket(outage({ title: 'Kabel serat optik utama putus' }))).number;
  const child = (await stranger.submitTicket(outage({ title: 'Internet puskesmas ikut mati' }))).number;
  const page = await stage.open();
  await stage.officerAt(page, coordinator(), ticketOf(parent));

  // What it waits for stands there in words, and so does why it cannot be taken yet.
  await page.getByText('Menunggu persetujuan Kepala Dinas. Pekerjaan dapat dimulai').waitFor();
  await page.getByText('Mengapa tidak boleh?').click();
  await page
    .locator('[data-answer="claim"]')
    .getByText(/menunggu persetujuan Kepala Dinas/)
    .waitFor();
  await page
    .locator('[data-answer="resolve"]')
    .getByText(/Tiket berstatus Baru/)
    .waitFor();

  await page.getByRole('button', { name: 'Setujui', exact: true }).click();
  await page.getByText('Dengan surat persetujuan').click();
  await page.getByRole('dialog').getByLabel('Nomor surat').fill('800/15/KOMINFO/2026');
  await send(page, 'Setujui');
  await gone(page);

  // The disposition brings its document along.
  await page.getByRole('button', { name: 'Catat disposisi', exact: true }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Tingkat disposisi' }).click();
  await page.getByRole('option', { name: 'Bidang' }).click();
  await page.getByRole('dialog').getByLabel('Ditujukan kepada').fill('Kepala Bidang Infrastruktur TIK');
  await page.getByRole('dialog').getByLabel('Isi perintah').fill('Segera pulihkan sambungan.');
  await page.getByRole('dialog').getByLabel('Nomor surat').fill('094/7/DISP/2026');
  await page.getByRole('dialog').getByLabel('Tanggal surat').fill('2026-11-25');
  await page
    .locator('input[data-letter-upload]')
    .setInputFiles({ name: 'disposisi.pdf', mimeType: 'application/pdf', buffer: PDF });
  await page
    .getByRole('dialog')
    .getByText(/disposisi\.pdf/)
    .first()
    .waitFor();
  await send(page, 'Catat disposisi');
  await gone(page);
  const chain = page.getByRole('region', { name: 'Persetujuan, disposisi, dan surat' });
  await chain.getByText('Disposisi ke Bidang: Kepala Bidang Infrastruktur TIK').waitFor();
  await chain.getByText(/800\/15\/KOMINFO\/2026/).waitFor();
  const saved = page.waitForEvent('download');
  await chain.getByRole('button', { name: 'disposisi.pdf' }).click();
  expect((await saved).suggestedFilename()).toBe('disposisi.pdf');

  // Somebody is accountable, and somebody helps.
  await page.getByRole('button', { name: 'Verifikasi & tangani', exact: true }).click();
  await send(page, 'Verifikasi & tangani');
  await gone(page);
  await fromShelf(page, 'Tambah petugas pendamping');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Petugas pendamping' }).pressSequentially(OFFICER);
  await page.getByRole('option', { name: new RegExp(OFFICER) }).click();
  await send(page, 'Tambah petugas pendamping');
  await gone(page);
  await page.getByRole('region', { name: 'Penanganan dan kontak' }).getByText(OFFICER).waitFor();

  // What it caused is found by its words, tied to it, and ends with it.
  await panelAt(page, ticketOf(child));
  await fromShelf(page, 'Kaitkan tiket');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Nomor tiket' }).pressSequentially('serat optik utama');
  await page.getByRole('option', { name: new RegExp(parent) }).click();
  await page.getByRole('dialog').getByRole('radio', { name: 'Bagian dari' }).click();
  await send(page, 'Kaitkan tiket');
  await gone(page);
  await page.locator(`[data-link="${parent}"]`).getByRole('link').click();
  await page.locator(`[data-link="${child}"]`).waitFor();
  await page.getByRole('button', { name: 'Selesaikan', exact: true }).click();
  await page.getByRole('dialog').locator('[data-context="resolve"]').getByText(child).waitFor();
  await page.getByRole('dialog').getByLabel('Ringkasan hasil').fill('Kabel disambung kembali.');
  await send(page, 'Selesaikan');
  await gone(page);
  expect((await stranger.getTicket({ number: child })).status).toBe('RESOLVED');

  // The clerk reads who helped, and until when it can be reopened.
  const portal = await stage.open();
  await stage.clerkAt(portal);
  await portal.waitForURL('**/beranda');
  await portal.goto(`${stage.site.url}/tiket/${parent}`);
  await portal.getByText('Tiket ini dapat dibuka kembali sampai').waitFor();
  await portal.getByText('Rincian dan kontak').click();
  await portal.locator('#rincian').getByText(OFFICER).first().waitFor();

  // A ticket that was taken over from another system says so at both doors.
  await stage.database.query(
    "update tickets set source_name = 'GLPI', source_number = '4711', imported_at = now() where number = $1",
    [parent],
  );
  for (const each of [portal, page]) {
    await each.reload();
    await each.getByText('Diimpor dari GLPI, nomor asal 4711').waitFor();
  }
});
