import { barriers, panelAt } from '../../support/browser';
import { stage, OFFICER, settingsOf } from './stage';

test('a mailbox for answers that lacks something is refused beside its field, and loses nothing typed', async () => {
  const page = await stage.open();
  await stage.officerAt(page, 'Administrator Demo', settingsOf('inbound-mail'));
  await page.getByText('Tidak ada surat di karantina.').waitFor();
  await page.getByText('Baca balasan dan jadikan komentar').click();
  await page.getByLabel('Alamat kotak masuk').fill('meja-layanan-kominfo@kota.test');
  await page.getByLabel('Kata sandi').fill('rahasia-kotak-7');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText('Alamat server wajib diisi.').waitFor();
  await page.getByText('Alamat kotak masuk ditulis seperti ini: balas@kota.go.id').waitFor();
  expect(await page.getByLabel('Kata sandi').inputValue()).toBe('rahasia-kotak-7');
  expect(await barriers(page)).toEqual([]);
});

test('lifecycle and clocks are set in a form that says what is wrong, and a deadline can be tried out', async () => {
  const page = await stage.open();
  await stage.officerAt(page, 'Administrator Demo', settingsOf('lifecycle'));
  const days = page.getByLabel('Hari kerja sampai terkunci');
  await days.fill('0');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText('Hari kerja sampai terkunci paling kecil 1.').waitFor();
  await days.fill('5');
  await page.getByLabel('Menunggu Pihak Ketiga').click();
  await page.getByLabel('Batas peringatan').fill('80');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText('Tersimpan dan langsung berlaku.').waitFor();
  const { settings } = await (await stage.staff('Administrator Demo')).getSettings({});
  expect(settings).toMatchObject({
    lockAfterDays: 5,
    riskFraction: 0.8,
    pausing: ['WAITING_REQUESTER', 'WAITING_THIRD_PARTY'],
    remindAfterDays: [2, 4],
  });

  // Friday afternoon and four working hours end on Monday.
  await panelAt(page, settingsOf('deadline'));
  await page.getByRole('combobox', { name: 'Layanan' }).pressSequentially('gangguan internet');
  await page
    .getByRole('option', { name: /^Gangguan internet/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Mulai' }).fill('2026-11-27T15:00');
  await page.getByRole('textbox', { name: 'Jam kerja' }).fill('4');
  await page.getByRole('textbox', { name: 'Menit kerja' }).fill('0');
  await page
    .locator('[data-due]')
    .getByText(/30 November 2026/)
    .waitFor();

  // Whoever the matrix does not let in reads so.
  const officer = await stage.open();
  await stage.officerAt(officer, OFFICER, settingsOf('authority'));
  await officer.getByText('Anda tidak berwenang melihat pengaturan').waitFor();
});
