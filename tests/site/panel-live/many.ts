import { dayLater, wibDay } from 'strapi-plugin-ticketing/domain';
import { timeTeller } from '../../../plugins/ticketing/admin/src/time';
import { barriers, panelAt } from '../../support/browser';
import { walking } from '../../support/walk';
import { outage } from '../../support/world';
import { stage } from './stage';

test('a coordinator gives ten tickets to somebody else in five presses, and ten to another team', async () => {
  const [clerk, officer] = [await stage.clerk(), await stage.staff('Galih Ramadhan')];
  const numbers: string[] = [];
  for (let each = 1; each <= 10; each += 1) {
    const { number } = await clerk.submitTicket(outage({ title: `Pindahan meja nomor ${each}` }));
    await officer.actOnTicket({ number, action: 'claim' });
    numbers.push(number);
  }
  const [chief, today] = [await stage.staff('Laila Safitri'), wibDay(Date.now())];
  const away = (await chief.listOfficers({})).find(({ name }) => name === 'Ilham Syahputra')?.id ?? 0;
  const lastDay = dayLater(today, 3);
  await chief.addLeave({ officer: away, firstDay: dayLater(today, -1), lastDay });
  const page = await stage.open();
  await stage.officerAt(page, 'Laila Safitri', '/plugins/ticketing?tab=all&q=pindahan+meja+nomor');
  const dialog = page.getByRole('dialog');
  const all = async (action: string, field: string, choice: RegExp, warned?: string) => {
    const { press, steps } = walking();
    await press(page.getByRole('checkbox', { name: 'Pilih semua' }));
    await press(page.getByRole('button', { name: action, exact: true }));
    await press(dialog.getByRole('combobox', { name: field }));
    await press(page.getByRole('option', { name: choice }).first());
    if (warned) await dialog.getByText(warned).waitFor();
    await press(dialog.getByRole('button', { name: action, exact: true }));
    await dialog.waitFor({ state: 'detached' });
    expect(steps.presses).toBe(5);
  };
  await page.locator(`[data-row="${numbers[9] ?? ''}"]`).waitFor();
  // Whoever is on leave is marked where they are chosen and once they are, and can be chosen all the same.
  const until = `cuti s.d. ${timeTeller('id').date(lastDay)}`;
  await all('Tugaskan', 'Petugas', new RegExp(`^Ilham Syahputra · ${until}`), `Ilham Syahputra ${until}. Tiket tetap`);
  await page.getByText('10 dari 10 tiket ditugaskan').waitFor();
  expect(await barriers(page)).toEqual([]);
  for (const number of numbers) expect((await officer.getTicket({ number })).assignee?.name).toBe('Ilham Syahputra');
  await all('Serahkan ke tim', 'Tim', /Aplikasi/);
  await page.getByText('10 dari 10 tiket diserahkan ke tim').waitFor();
  for (const number of numbers)
    expect(await officer.getTicket({ number })).toMatchObject({ assignee: null, team: { code: 'TIM-APP' } });

  // One answer to all of them, in which each reads its own number; it is seen before it leaves.
  await page.getByRole('checkbox', { name: 'Pilih semua' }).click();
  await page.getByRole('button', { name: 'Jawab', exact: true }).click();
  await dialog.getByLabel('Isi balasan').fill('{nomor}: {naama}, kami pindahkan besok.');
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('{naama} tidak dikenal.').waitFor();
  await dialog.getByLabel('Isi balasan').fill('{nomor}: kami pindahkan besok.');
  await dialog
    .locator('[data-reply-preview]')
    .getByText(/^TIK-\d+-\d+: kami pindahkan besok\.$/)
    .waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await page.getByText('10 dari 10 tiket dijawab').waitFor();
  for (const number of numbers)
    expect((await clerk.getTimeline({ number })).at(-1)?.text).toBe(`${number}: kami pindahkan besok.`);

  // On the board a ticket without an officer is given to one, by keys alone.
  const last = numbers[9] ?? '';
  await panelAt(page, '/plugins/ticketing/papan');
  const team = page.locator('[data-board=team] tr', { hasText: 'Aplikasi' }).first();
  await team.getByRole('button').first().press('Enter');
  await page.locator(`[data-board=team] [data-ticket="${last}"]`).getByRole('button').press('Enter');
  await dialog.getByRole('combobox', { name: 'Petugas' }).pressSequentially('Tari');
  await page
    .getByRole('option', { name: /^Tari Puspita/ })
    .first()
    .click();
  await page.keyboard.press('Control+Enter');
  await page.getByText(`${last} dipindahkan ke Tari Puspita.`).waitFor();
  expect((await officer.getTicket({ number: last })).assignee?.name).toBe('Tari Puspita');
  expect(await barriers(page)).toEqual([]);
});
