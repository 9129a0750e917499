import { PHONE, signIn } from '../../support/browser';
import { codeIn } from '../../support/mail';
import { newcomer } from '../../support/portal-account';
import { stage, mail, at, arrive } from './stage';

test('a session that ends while the profile is sent brings back what was typed, but no password', async () => {
  const account = await newcomer(stage);
  const page = await stage.open({ javaScriptEnabled: false, viewport: PHONE });
  await arrive(page, account);
  /** The session ends, the form is sent, and whoever sent it signs in again. */
  const sendTooLate = async (button: string) => {
    await page.context().clearCookies({ name: 'session' });
    await page.getByRole('button', { name: button }).click();
    await page.getByText('Sesi Anda sudah berakhir').waitFor();
    const carried = await page.content();
    await signIn(page, account);
    await page.getByText('Isian Anda sudah dikembalikan').waitFor();
    return carried;
  };
  await page.goto(at('/profil'));
  await page.getByLabel('Jabatan').fill('Arsiparis Ahli Muda');
  await sendTooLate('Simpan perubahan');
  expect(await page.getByLabel('Jabatan').inputValue()).toBe('Arsiparis Ahli Muda');
  // It was brought back, not sent.
  await page.goto(at('/profil'));
  expect(await page.getByLabel('Jabatan').inputValue()).not.toBe('Arsiparis Ahli Muda');

  await page.getByText('Ganti alamat email').click();
  await page.getByLabel('Alamat email baru').fill('pindah@bukittinggi.example');
  await page.getByLabel('Kata sandi saat ini').fill('rahasia-yang-diketik');
  expect(await sendTooLate('Kirim tautan konfirmasi')).not.toContain('rahasia-yang-diketik');
  expect([
    await page.getByLabel('Alamat email baru').inputValue(),
    await page.getByLabel('Kata sandi saat ini').inputValue(),
  ]).toEqual(['pindah@bukittinggi.example', '']);

  await page.goto(at('/profil/pemberitahuan'));
  const mail = page.getByRole('checkbox', { name: /Surel/ }).first();
  const before = await mail.isChecked();
  await mail.setChecked(!before);
  await sendTooLate('Simpan pilihan');
  expect(await mail.isChecked()).toBe(!before);
});

test('devices are listed in words, one is ended, then everywhere', async () => {
  const account = await newcomer(stage);
  const [here, there] = [
    await stage.open({ javaScriptEnabled: false }),
    await stage.open({
      userAgent:
        'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 ' +
        'Mobile Safari/537.36',
    }),
  ];
  await arrive(here, account);
  await stage.clerkAt(there, account);
  await there.waitForURL('**/beranda');
  await here.goto(at('/profil/perangkat'));
  await here.getByRole('heading', { name: /Chrome di Linux\s*Perangkat ini/ }).waitFor();
  await here.getByRole('button', { name: 'Akhiri sesi Chrome di Android' }).click();
  await here.getByText('Sesi sudah diakhiri').waitFor();
  await there.goto(at('/beranda'));
  await there.waitForURL('**/masuk**');
  await here.getByRole('button', { name: 'Keluar dari semua perangkat, termasuk ini' }).click();
  await here.getByText('Semua sesi Anda sudah diakhiri').waitFor();
  await here.goto(at('/profil'));
  await here.waitForURL('**/masuk**');
});

test('signing out ends the session in the cms too: a kept cookie opens nothing', async () => {
  const account = await newcomer(stage);
  const page = await stage.open({ javaScriptEnabled: false });
  await arrive(page, account);
  const cookies = await page.context().cookies();
  await page.getByRole('banner').locator('summary').click();
  await page.getByRole('button', { name: 'Keluar', exact: true }).click();
  await page.waitForURL('**/masuk?keluar');
  await page.context().addCookies(cookies);
  await page.goto(at('/beranda'));
  await page.waitForURL('**/masuk**');
});

test('what is mine is corrected, wrong entries stay in the form, and the data is downloaded', async () => {
  const account = await newcomer(stage);
  const page = await stage.open({ javaScriptEnabled: false, acceptDownloads: true });
  await arrive(page, account);
  await page.goto(at('/profil'));
  await page.getByLabel('NIP').fill('1990');
  await page.getByLabel('Jabatan').fill('Pranata Komputer');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText('Format NIP tidak sesuai').first().waitFor();
  expect(await page.getByLabel('Jabatan').inputValue()).toBe('Pranata Komputer');
  await page.getByLabel('NIP').fill('199001012020122001');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText('Perubahan tersimpan').waitFor();
  expect(await page.getByLabel('NIP').inputValue()).toBe('199001012020122001');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh data saya' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('data-saya.json');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(JSON.parse(Buffer.concat(chunks).toString('utf8'))).toMatchObject({
    account: { email: account.email, nip: '199001012020122001' },
    sessions: [{}],
  });
});

test('a new e-mail address is confirmed from the letter, by a button and not by the link alone', async () => {
  const account = await newcomer(stage);
  const email = `baru.${account.email}`;
  const page = await stage.open();
  await arrive(page, account);
  await page.goto(at('/profil'));
  await page.getByText('Ganti alamat email').click();
  await page.getByLabel('Alamat email baru').fill(email);
  await page.getByLabel('Kata sandi saat ini').fill(account.password);
  await page.getByRole('button', { name: 'Kirim tautan konfirmasi' }).click();
  await page.getByText(`Menunggu konfirmasi: ${email}`).waitFor();
  await page.goto(at(`/konfirmasi-email?kode=${codeIn(await mail.next(email, 'Konfirmasi'))}`));
  expect((await stage.database.query('select email from up_users where email = $1', [email])).rows).toEqual([]);
  await page.getByRole('button', { name: 'Ya, pakai alamat ini' }).click();
  await page.getByText(`Alamat email Anda sekarang ${email}`).waitFor();
});

test('a language once chosen is remembered on the device and with the account', async () => {
  const account = await newcomer(stage);
  const page = await stage.open({ javaScriptEnabled: false });
  await arrive(page, account);
  await page.goto(at('/tiket?status=RESOLVED'));
  await page.getByRole('link', { name: 'Read this page in English' }).click();
  expect(page.url()).toBe(at('/en/tiket?status=RESOLVED'));
  await page.goto(at('/masuk'));
  expect(page.url()).toContain('/en/beranda');
  // On another device, which knows nothing of it yet.
  const elsewhere = await stage.open({ javaScriptEnabled: false });
  await stage.clerkAt(elsewhere, account);
  await elsewhere.waitForURL('**/en/beranda');
  await elsewhere.goto(at('/en/profil'));
  await elsewhere.getByLabel('Bahasa Indonesia').check();
  await elsewhere.getByRole('button', { name: 'Use this language' }).click();
  await elsewhere.getByText('Bahasa tersimpan').waitFor();
  await elsewhere.goto(at('/'));
  expect(elsewhere.url()).toBe(at('/beranda'));
});
