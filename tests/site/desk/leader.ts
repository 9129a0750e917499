import { signIn } from '../../support/browser';
import { outage, type PortalAccount } from '../../support/world';
import { stage, coordinator, ticketOf } from './stage';

test('a leader approves what needs the head of the office and gives a directive in the portal; the officers read it', async () => {
  await stage.database.query(
    `update categories set approver = 'KEPALA_DINAS', requires_disposition = false, updated_at = now()
     where code = 'NET-01'`,
  );
  const [clerk, administrator] = [await stage.clerk(), await stage.staff('Administrator Demo')];
  const { number } = await clerk.submitTicket(outage({ title: 'Sambungan rumah dinas wali kota' }));
  const page = await stage.open();
  await page.goto(`${stage.site.url}/masuk`);
  await signIn(page, stage.accounts.portal[3] as PortalAccount);
  await page.waitForURL('**/dasbor');
  await page.goto(`${stage.site.url}/tiket/${number}`);
  await page.getByText('Menunggu persetujuan Kepala Dinas.').waitFor();
  await page.getByLabel('Nomor surat').fill('800/20/KOMINFO/2026');
  await page.getByRole('button', { name: 'Setujui' }).click();
  await page.getByText('Persetujuan Anda tercatat').waitFor();
  expect((await clerk.getTicket({ number })).approval).toMatchObject({
    approvedBy: 'Pimpinan Demo',
    letterNumber: '800/20/KOMINFO/2026',
  });

  await page.locator('summary', { hasText: 'Beri arahan' }).click();
  await page.getByRole('button', { name: 'Beri arahan' }).click();
  await page.getByText('Arahan wajib diisi.').first().waitFor();
  await page.locator('textarea[name=directive]').fill('Dahulukan; besok ada tamu.');
  await page.getByLabel('Prioritas yang diarahkan').selectOption('URGENT');
  await page.getByRole('button', { name: 'Beri arahan' }).click();
  await page.getByText('Arahan Anda tercatat').waitFor();
  await page.getByText('Dahulukan; besok ada tamu.').waitFor();
  const officer = await stage.open();
  await stage.officerAt(officer, coordinator(), ticketOf(number));
  const directive = officer.locator('[data-directive]');
  await directive.getByText('Dahulukan; besok ada tamu.').waitFor();
  await directive.getByText('Prioritas yang diarahkan: Mendesak').waitFor();
  expect((await clerk.getTicket({ number })).priority).toBe('HIGH');

  // What the city takes away is offered no longer.
  const { version } = await administrator.getAuthority({});
  await administrator.saveAuthority({ version, cells: [{ role: 'LEADER', may: 'ticket:direct', alternatives: [] }] });
  await page.goto(`${stage.site.url}/tiket/${number}`);
  await page.getByText('Sambungan rumah dinas wali kota').first().waitFor();
  expect(await page.locator('summary', { hasText: 'Beri arahan' }).count()).toBe(0);
});
