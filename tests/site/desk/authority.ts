import { panelAt } from '../../support/browser';
import { outage } from '../../support/world';
import { stage, OFFICER, coordinator, settingsOf, send, gone } from './stage';

test('an administrator moves a cell of the matrix, and an officer may at once', async () => {
  const [clerk, officer, chief] = [await stage.clerk(), await stage.staff(OFFICER), await stage.staff(coordinator())];
  await stage.database.query(
    "update categories set approver = null, requires_disposition = false, updated_at = now() where code = 'NET-01'",
  );
  const { number } = await clerk.submitTicket(outage({ title: 'Titik jaringan loket mati' }));
  await chief.actOnTicket({ number, action: 'claim' });
  await chief.actOnTicket({ number, action: 'resolve', resolutionSummary: 'Kabel diganti.' });
  expect((await officer.getTicket({ number })).actions).not.toContain('reopen');

  const page = await stage.open();
  await stage.officerAt(page, 'Administrator Demo', settingsOf('authority'));
  const edit = async (permission: string, role: string, kind: string) => {
    await page.getByRole('button', { name: new RegExp(`^${permission}, ${role}: `) }).click();
    await page.getByRole('dialog').getByRole('radio', { name: kind }).click();
    await send(page, 'Terapkan');
    await gone(page);
  };
  await edit('Membuka kembali', 'Petugas', 'Selalu boleh');
  await page.getByText('Belum disimpan').first().waitFor();

  // Somebody else was faster with another cell: nothing is overwritten, and nothing is lost.
  const administrator = await stage.staff('Administrator Demo');
  const { version } = await administrator.getAuthority({});
  await administrator.saveAuthority({
    version,
    cells: [{ role: 'OFFICER', may: 'ticket:restore', alternatives: [['assignedToMe']] }],
  });
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText(/perubahan Anda masih ada/).waitFor();
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText('Tersimpan dan langsung berlaku.').waitFor();
  expect((await officer.getTicket({ number })).actions).toContain('reopen');
  const { rows } = await stage.database.query<{ payload: { after: Record<string, unknown> } }>(
    "select payload from audit_entries where subject_type = 'setting' order by id desc limit 1",
  );
  expect(rows[0]?.payload.after).toEqual({ 'OFFICER ticket:reopen': [[]] });

  // Only what was changed, and back again.
  await page.getByLabel(/Hanya yang diubah/).click();
  expect(await page.locator('tr[data-permission]').count()).toBe(2);
  await page.getByRole('button', { name: 'Kembalikan ke semula: Membuka kembali, Petugas' }).click();
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByRole('button', { name: 'Simpan perubahan' }).waitFor({ state: 'detached' });
  expect((await officer.getTicket({ number })).actions).not.toContain('reopen');

  // Why not: a person, a ticket, and the line that would allow it.
  await panelAt(page, settingsOf('why'));
  await page.getByRole('combobox', { name: 'Orang' }).pressSequentially(OFFICER);
  await page.getByRole('option', { name: new RegExp(OFFICER) }).click();
  await page.getByRole('combobox', { name: 'Tiket' }).pressSequentially(number);
  await page.getByRole('option', { name: new RegExp(number) }).click();
  await page.locator('[data-answer="reopen"][data-allowed="false"]').waitFor();
  await page.locator('[data-answer="restore"]').getByText('Petugas: tiket yang ditugaskan kepadanya').waitFor();
});
