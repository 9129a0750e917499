import { panelAt } from '../../support/browser';
import { walking } from '../../support/walk';
import { outage, type Person } from '../../support/world';
import { stage } from './stage';

/** An officer brings a new ticket to its result by keys alone, and another one by the pointer. */
export async function resolveByKeysAndPointer(clerk: Person, officer: Person): Promise<void> {
  // From a new ticket to its result by keys alone.
  const { number: fresh } = await clerk.submitTicket(outage({ title: 'Lampu switch mati' }));
  const keys = await stage.open();
  await stage.officerAt(keys, 'Galih Ramadhan', '/plugins/ticketing');
  const row = keys.locator(`[data-row="${fresh}"]`);
  await row.waitFor();
  const stands = () => row.evaluate((line) => line.contains(document.activeElement));
  for (let steps = 0; steps < 30 && !(await stands()); steps += 1) await keys.keyboard.press('j');
  await keys.keyboard.press('a');
  await row.getByRole('button', { name: 'Batalkan' }).waitFor();
  await keys.keyboard.press('Enter');
  await keys.waitForURL(new RegExp(`/tiket/${fresh}`));
  await keys.getByRole('button', { name: 'Selesaikan', exact: true }).first().waitFor();
  await keys.keyboard.press('s');
  await keys.locator('[role=dialog] textarea:focus').waitFor();
  await keys.keyboard.type('Catu daya switch diganti, lampunya menyala.');
  await keys.keyboard.press('Control+Enter');
  await keys.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await officer.getTicket({ number: fresh })).toMatchObject({
    status: 'RESOLVED',
    resolutionSummary: 'Catu daya switch diganti, lampunya menyala.',
  });

  // The same way by the pointer: taken, opened, resolved, sent.
  const { number: next } = await clerk.submitTicket(outage({ title: 'Kabel telepon loket putus' }));
  await panelAt(keys, '/plugins/ticketing');
  const { press, fill, steps } = walking();
  const line = keys.locator(`[data-row="${next}"]`);
  await press(line.getByRole('button', { name: /^Ambil/ }));
  await press(line.getByRole('link', { name: /^Buka/ }));
  await press(keys.getByRole('button', { name: 'Selesaikan', exact: true }).first());
  await fill(keys.getByRole('dialog').getByLabel('Ringkasan hasil'), 'Kabel telepon loket disambung kembali.');
  await press(keys.getByRole('dialog').getByRole('button', { name: 'Selesaikan', exact: true }));
  await keys.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await officer.getTicket({ number: next })).status).toBe('RESOLVED');
  expect(steps).toEqual({ presses: 4, fields: 1 });
}
