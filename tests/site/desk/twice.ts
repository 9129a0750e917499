import { outage } from '../../support/world';
import { stage, OFFICER, ticketOf } from './stage';

test('what was sent twice is written once, in the portal and in the panel', async () => {
  await stage.database.query("update categories set approver = null, updated_at = now() where code = 'NET-01'");
  const [clerk, officer] = [await stage.clerk(), await stage.staff(OFFICER)];
  const { number } = await clerk.submitTicket(outage({ title: 'Kabel loket terlepas' }));
  const told = async (event: string): Promise<number> =>
    (await officer.getTimeline({ number })).filter((entry) => entry.event === event).length;

  // Without a script a page that was reloaded sends its form again.
  const portal = await stage.open({ javaScriptEnabled: false });
  await stage.clerkAt(portal);
  await portal.waitForURL('**/beranda');
  const address = `${stage.site.url}/tiket/${number}`;
  await portal.goto(address);
  const keyOf = (form: string) => portal.locator(`${form} input[name=idempotencyKey]`).first().inputValue();
  const twice = async (form: Record<string, string>): Promise<number[]> => {
    const answers: number[] = [];
    for (const maxRedirects of [0, 0])
      answers.push(
        (await portal.request.post(address, { form, maxRedirects, headers: { origin: stage.site.url } })).status(),
      );
    return answers;
  };
  const comment = { intent: 'comment', body: 'Sudah kami periksa sendiri.', idempotencyKey: await keyOf('#balas') };
  expect(await twice(comment)).toEqual([303, 303]);
  expect(await told('comment')).toBe(1);

  // Of an answer that got lost on its way nobody knows whether it was written; another press does not write it again.
  const panel = await stage.open();
  await stage.officerAt(panel, OFFICER, ticketOf(number));
  let lost = 0;
  await panel.route(/\/ticketing\/tickets\/[^/]+\/(comments|actions\/setPriority)/, async (route) => {
    lost += 1;
    if (lost % 2 === 0) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await panel.getByRole('textbox', { name: 'Balasan' }).fill('Teknisi berangkat pukul dua.');
  await panel.getByRole('button', { name: 'Kirim ke pemohon' }).click();
  await panel.getByRole('alert').first().waitFor();
  await panel.getByRole('button', { name: 'Kirim ke pemohon' }).click();
  await panel.getByText('Teknisi berangkat pukul dua.').first().waitFor();
  expect(lost).toBe(2);
  expect(await told('comment')).toBe(2);

  const cancel = {
    intent: 'cancel',
    reason: 'Sudah menyala.',
    idempotencyKey: await keyOf('form:has([value=cancel])'),
  };
  expect(await twice(cancel)).toEqual([303, 303]);
  expect(await told('cancel')).toBe(1);
});
