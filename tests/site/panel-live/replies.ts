import { barriers } from '../../support/browser';
import { PDF } from '../../support/files';
import { outage } from '../../support/world';
import { resolveByKeysAndPointer } from './resolving';
import { stage } from './stage';

test('a coordinator keeps a reply, an officer puts it into a message with a guide, and the ticket waits in one go', async () => {
  const [clerk, officer] = [await stage.clerk(), await stage.staff('Galih Ramadhan')];
  const { number } = await clerk.submitTicket(outage({ title: 'Wifi aula putus-putus' }));
  await officer.actOnTicket({ number, action: 'claim' });
  const page = await stage.open();
  const dialog = page.getByRole('dialog');
  await stage.officerAt(page, 'Laila Safitri', '/settings/ticketing/replies');
  await page.getByRole('button', { name: 'Tambah balasan' }).click();
  await dialog.getByLabel('Nama balasan').fill('Tanya jam kejadian');
  await dialog.getByLabel('Isi balasan').fill('Yth. {naama}, jam berapa {judul} terjadi?');
  await page.keyboard.press('Control+Enter');
  await dialog.getByText(/^Pesan harus salah satu dari: \{nama\}/).waitFor();
  await dialog.getByLabel('Isi balasan').fill('Yth. {nama}, jam berapa {judul} terjadi?');
  await dialog.locator('[data-reply-preview]').getByText('Yth. Rina Marlina, jam berapa Internet').waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.locator('[data-reply="Tanya jam kejadian"]').waitFor();
  expect(await barriers(page)).toEqual([]);

  const desk = await stage.open();
  await stage.officerAt(desk, 'Galih Ramadhan', `/plugins/ticketing/tiket/${number}`);
  const message = desk.getByRole('textbox', { name: 'Balasan' });
  await message.fill('Selamat pagi.');
  await desk.getByRole('button', { name: 'Balasan siap pakai' }).click();
  await desk.locator('[role=dialog] input:focus').waitFor();
  await desk.keyboard.type('jam kejadian');
  await desk.keyboard.press('Enter');
  const { contact } = await officer.getTicket({ number });
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await message.inputValue()).toBe(
    `Selamat pagi.\nYth. ${contact.name}, jam berapa Wifi aula putus-putus terjadi?`,
  );
  await desk.getByRole('button', { name: 'Sisipkan panduan' }).click();
  const guide = desk.getByRole('dialog').locator('[data-insertion]').first();
  const title = (await guide.getAttribute('data-insertion')) ?? '';
  expect(await barriers(desk)).toEqual([]);
  await guide.click();
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
  const written = await message.inputValue();
  const { portal } = await officer.getOffice({});
  expect(written).toContain(`\n${title}: ${portal}/panduan/`);
  // The cursor stands in the message again.
  expect(await message.evaluate((field) => field === document.activeElement)).toBe(true);
  expect((await officer.getTimeline({ number })).filter(({ event }) => event === 'comment')).toEqual([]);
  const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: PDF });
  await desk.locator('[data-files="message"]').setInputFiles(pdf('surat.pdf'));
  await desk.getByRole('button', { name: 'Kirim lalu tunggu pemohon' }).click();
  await desk.getByText('Tiket menunggu jawaban pemohon.').first().waitFor();
  expect(await message.inputValue()).toBe('');
  expect((await clerk.getTicket({ number })).status).toBe('WAITING_REQUESTER');
  expect((await clerk.getTimeline({ number })).at(-1)).toMatchObject({ event: 'askRequester', text: written });
  expect((await clerk.listAttachments({ number })).map(({ name }) => name)).toEqual(['surat.pdf']);

  // The reply learns to do more; what it does stands there before it is sent, and is taken back for a moment after.
  const chief = await stage.staff('Laila Safitri');
  const kept = (await chief.listReplies({})).find(({ name }) => name === 'Tanya jam kejadian');
  await chief.changeReply({
    id: kept?.id ?? 0,
    name: 'Tanya jam',
    body: 'Jam berapa?',
    ending: 'wait',
    priority: 'URGENT',
  });
  await officer.actOnTicket({ number, action: 'resume' });
  await desk.reload();
  await desk.getByRole('button', { name: 'Balasan siap pakai' }).click();
  await desk.locator('[role=dialog] input:focus').waitFor();
  await desk.keyboard.type('Tanya jam');
  await desk.keyboard.press('Enter');
  await desk.locator('[data-macro]').getByText('lalu tiket menunggu pemohon').waitFor();
  expect(await barriers(desk)).toEqual([]);
  const { priority } = await officer.getTicket({ number });
  await desk.getByRole('button', { name: 'Kirim dan jalankan' }).click();
  await desk.getByRole('button', { name: 'Batalkan', exact: true }).click();
  await desk.getByText('Tindakan dibatalkan').first().waitFor();
  expect(await officer.getTicket({ number })).toMatchObject({ status: 'IN_PROGRESS', priority });
  expect((await officer.getTimeline({ number })).slice(-4).map(({ event }) => event)).toEqual([
    'setPriority',
    'askRequester',
    'resume',
    'setPriority',
  ]);

  // A colleague is named by keys alone, and told why.
  await desk.getByRole('radio', { name: 'Catatan internal' }).check();
  const note = desk.getByRole('textbox', { name: 'Catatan untuk rekan kerja' });
  await note.focus();
  await desk.keyboard.type('Mohon dilihat @pus');
  await desk.getByRole('option', { name: /^Tari Puspita/, selected: true }).waitFor();
  expect(await barriers(desk)).toEqual([]);
  await desk.keyboard.press('Enter');
  expect(await note.inputValue()).toBe('Mohon dilihat @Tari Puspita ');
  await desk.getByText('Akan diberi tahu: Tari Puspita.').waitFor();
  // What comes with a note is for officers too, which stands there before it is chosen.
  const forOfficers = 'Hanya petugas. Pemohon dan SKPD-nya tidak tahu bahwa berkas ini ada.';
  await desk.getByRole('form', { name: 'Tulis pesan' }).getByText(forOfficers).waitFor();
  await desk.locator('[data-files="message"]').setInputFiles(pdf('dapur.pdf'));
  await note.focus();
  await desk.keyboard.press('Control+Enter');
  await desk.locator('[data-kind="internal"] strong', { hasText: '@Tari Puspita' }).waitFor();
  const fileOn = (name: string, readers: 'internal' | 'shown') =>
    desk.locator(`[data-file="${readers}"]`, { hasText: name });
  await fileOn('dapur.pdf', 'internal').getByText('Internal', { exact: true }).waitFor();
  const files = desk.getByRole('region', { name: /^Lampiran/ });
  await files.getByText('Terlihat oleh pemohon dan SKPD-nya.').waitFor();
  await files.getByRole('radio', { name: 'Hanya petugas' }).check();
  await files.getByText(forOfficers).waitFor();
  await desk.locator('[data-files="ticket"]').setInputFiles(pdf('hasil.pdf'));
  await fileOn('hasil.pdf', 'internal').waitFor();
  expect(await barriers(desk)).toEqual([]);
  // Shown only by a second press, and to the requester from then on.
  await desk.getByRole('button', { name: 'Perlihatkan ke pemohon hasil.pdf' }).click();
  await desk.getByRole('button', { name: 'Ya, perlihatkan ke pemohon hasil.pdf' }).click();
  await fileOn('hasil.pdf', 'shown').waitFor();
  expect((await clerk.listAttachments({ number })).map(({ name }) => name)).toEqual(['surat.pdf', 'hasil.pdf']);
  // A sample ticket may fall late just then, and be told of too.
  expect((await (await stage.staff('Tari Puspita')).listNotices({})).notices).toContainEqual(
    expect.objectContaining({ number, kind: 'mentioned' }),
  );
  await resolveByKeysAndPointer(clerk, officer);
});
