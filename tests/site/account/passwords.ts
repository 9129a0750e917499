import { PHONE, signIn } from '../../support/browser';
import { codeIn } from '../../support/mail';
import { makeInPanel, newcomer, newPassword } from '../../support/portal-account';
import { stage, mail, at, READ, arrive, choosePassword } from './stage';

test.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('forgotten: from the sign-in page through the letter to being signed in, %s', async (_, javaScriptEnabled) => {
  const account = await newcomer(stage);
  const page = await stage.open({ javaScriptEnabled });
  await page.goto(at('/masuk'));
  await page.getByRole('link', { name: 'Lupa kata sandi?' }).click();
  await page.getByLabel('Email atau nama pengguna').fill(account.email);
  await page.getByRole('button', { name: 'Kirim tautan' }).click();
  await page.getByRole('heading', { name: 'Periksa kotak masuk Anda' }).waitFor();
  const link = `/atur-ulang-sandi?kode=${codeIn(await mail.next(account.email, 'Atur ulang'))}`;
  await page.goto(at(link));
  // What the policy refuses is said beside the field, and the link lives on.
  await choosePassword(page, 'Bukittinggi2026', 'Simpan kata sandi');
  await page.getByText('Kata sandi terlalu mudah ditebak').first().waitFor();
  await choosePassword(page, newPassword(), 'Simpan kata sandi');
  await page.getByRole('heading', { name: 'Kata sandi Anda sudah tersimpan' }).waitFor();
  await page.getByRole('link', { name: 'Lanjutkan' }).click();
  await page.getByRole('button', READ).click();
  await page.waitForURL('**/beranda');
  expect((await page.goto(at(link)))?.status()).toBe(410);
  await page.getByRole('heading', { name: 'Tautan tidak berlaku lagi' }).waitFor();
});

test('an account made in the panel: its owner makes the first password and comes in', async () => {
  const { email } = await makeInPanel(stage);
  const page = await stage.open({ viewport: PHONE });
  await page.goto(at(`/atur-ulang-sandi?kode=${codeIn(await mail.next(email, 'Buat kata sandi'))}`));
  await page.getByRole('heading', { name: 'Buat kata sandi Anda' }).waitFor();
  const field = page.getByLabel('Kata sandi baru', { exact: true });
  await field.pressSequentially('Siti Rahmawati');
  await page.getByRole('status').getByText('memuat nama atau email Anda').waitFor();
  await field.fill('kopi hujan lemari biru');
  await page.getByRole('status').getByText('Kekuatan: Kuat').waitFor();
  await page.getByLabel('Tampilkan kata sandi').check();
  expect(await field.getAttribute('type')).toBe('text');
  await page.getByLabel('Ulangi kata sandi baru').fill('kopi hujan lemari merah');
  await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
  await page.getByText('belum sama').first().waitFor();
  await choosePassword(page, 'kopi hujan lemari biru', 'Simpan kata sandi');
  await page.getByRole('heading', { name: 'Kata sandi Anda sudah tersimpan' }).waitFor();
});

test('who signs in first reads the privacy notice, once, and goes on to where they wanted', async () => {
  const account = await newcomer(stage);
  const page = await stage.open({ javaScriptEnabled: false });
  await page.goto(at('/tiket?status=RESOLVED'));
  await signIn(page, account);
  await page.waitForURL('**/privasi?lanjut=**');
  await page.getByText('Pengendali data pribadi adalah Pemerintah Kota Bukittinggi').waitFor();
  await page.getByRole('button', READ).click();
  await page.waitForURL('**/tiket?status=RESOLVED');
  await page.goto(at('/beranda'));
  expect(page.url()).toBe(at('/beranda'));
  await page.getByRole('contentinfo').getByRole('link', { name: 'Pemberitahuan privasi' }).click();
  expect(await page.getByRole('button', READ).count()).toBe(0);
  const visitor = await stage.open();
  expect((await visitor.goto(at('/privasi')))?.status()).toBe(200);
});

test('changing the password keeps this device and puts out the others', async () => {
  const account = await newcomer(stage);
  const [here, there] = [await stage.open(), await stage.open()];
  await arrive(here, account);
  await stage.clerkAt(there, account);
  await there.waitForURL('**/beranda');
  await here.goto(at('/profil/kata-sandi'));
  await here.getByLabel('Kata sandi saat ini').fill('bukan-ini-sandinya');
  await choosePassword(here, newPassword(), 'Ganti kata sandi');
  await here.getByText('Kata sandi saat ini tidak cocok').first().waitFor();
  await here.getByLabel('Kata sandi saat ini').fill(account.password);
  await choosePassword(here, newPassword(), 'Ganti kata sandi');
  await here.getByText('Kata sandi sudah diganti').waitFor();
  await there.goto(at('/beranda'));
  await there.waitForURL('**/masuk**');
});
