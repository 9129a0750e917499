import { barriers, panelAt } from '../../support/browser';
import { outage } from '../../support/world';
import { stage } from './stage';

test('the officers’ queue and an open ticket hear of news within a moment, long before they would ask', async () => {
  const clerk = await stage.clerk();
  const { number } = await clerk.submitTicket(outage({ title: 'Sudah ada di antrian' }));
  const page = await stage.open();
  const listening = page.waitForResponse(
    (response) => response.url().endsWith('/ticketing/events') && response.status() === 200,
  );
  await stage.officerAt(page, 'Galih Ramadhan', '/plugins/ticketing');
  await listening;
  await page.getByRole('link', { name: 'Sudah ada di antrian' }).first().waitFor();
  // Right after an answer the next question is ten seconds away, or a minute where news come by themselves.
  await page.waitForTimeout(1500);
  await clerk.submitTicket(outage({ title: 'Baru saja masuk' }));
  await page.getByRole('link', { name: 'Baru saja masuk' }).first().waitFor({ timeout: 4000 });

  await panelAt(page, `/plugins/ticketing/tiket/${number}`);
  await page
    .getByRole('heading', { name: /Sudah ada di antrian/ })
    .first()
    .waitFor();
  await page.waitForTimeout(2000);
  await clerk.commentOnTicket({ number, body: 'Ternyata stopkontaknya.' });
  await page.getByText('Ternyata stopkontaknya.').waitFor({ timeout: 4000 });

  // What is taken stays where it was, so that nothing slides under the pointer, and can be given back from there.
  await panelAt(page, '/plugins/ticketing');
  const taken = page.locator(`[data-row="${number}"]`);
  const places = () =>
    page.locator('[data-row]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')));
  await taken.waitFor();
  const before = await places();
  await taken.getByRole('button', { name: /^Ambil/ }).click();
  await taken.getByText('Anda tangani').waitFor();
  await page.waitForTimeout(2000);
  expect(await places()).toEqual(before);
  expect(await taken.getByRole('link', { name: /^Buka/ }).count()).toBe(1);
  expect(await barriers(page)).toEqual([]);
  await taken.getByRole('button', { name: /^Batalkan/ }).click();
  await taken.getByText('Anda tangani').waitFor({ state: 'detached' });
  expect(await (await stage.staff('Galih Ramadhan')).getTicket({ number })).toMatchObject({ assignee: null });

  // One ticket after the other, in the order in which the list stood.
  await panelAt(page, '/plugins/ticketing?tab=all');
  await page.locator('[data-row]').nth(1).waitFor();
  const [first = ''] = (await places()).map(String);
  await page.locator(`[data-ticket="${first}"]`).click();
  await page.getByText(/^1 dari \d+$/).waitFor();
  // Which one is next the list may have changed its mind about meanwhile: it is another one, and the second.
  await page.keyboard.press('j');
  await page.getByText(/^2 dari \d+$/).waitFor();
  expect(page.url()).not.toContain(first);
  await page.keyboard.press('k');
  await page.waitForURL(`**/tiket/${first}`);
  // What was said stands in sight; what merely happened is folded; and below, the ticket's name goes along.
  await panelAt(page, `/plugins/ticketing/tiket/${number}`);
  await page.getByText('2 kejadian: mengambil tiket, melepaskan tiket ke antrian tim').click();
  await page.getByText('(Petugas) mengambil tiket').waitFor();
  await page.getByRole('textbox', { name: 'Balasan' }).scrollIntoViewIfNeeded();
  const bar = page.locator('[data-ticket-bar]');
  await bar.getByText(number).waitFor();
  expect(await barriers(page)).toEqual([]);
  await bar.getByRole('button', { name: `Selesaikan: ${number}` }).click();
  await page.getByRole('dialog').waitFor();
  // Whoever takes it meanwhile is told of in the dialog, where one is looking.
  await (await stage.staff('Ilham Syahputra')).actOnTicket({ number, action: 'claim' });
  await page.getByRole('dialog').getByText('Ilham Syahputra menjadi petugas tiket ini').waitFor({ timeout: 8000 });
});
