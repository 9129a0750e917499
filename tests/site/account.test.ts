import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { PHONE, SIGHTS, barriers, openStage, signIn, type Stage } from '../support/browser';
import { openIssuer } from '../support/issuer';
import { until } from '../support/jobs';
import { codeIn, openMailbox, type Mailbox } from '../support/mail';
import { makeInPanel, newcomer, newPassword } from '../support/portal-account';
import { outage, type PortalAccount } from '../support/world';

let stage: Stage;
let mail: Mailbox;
beforeAll(async () => {
  mail = await openMailbox(path.join(process.env['TEST_DATA_DIR'] ?? os.tmpdir(), 'mail-site'));
  stage = await openStage({
    env: { SMTP_URL: mail.smtpUrl, WEBHOOK_ALLOWED_ADDRESSES: '127.0.0.1' },
    isFirstVisit: true,
  });
});
afterAll(async () => {
  await stage.close();
  await mail.close();
});

const at = (place: string) => `${stage.site.url}${place}`;
const READ = { name: 'Saya sudah membaca' };
/** Signs in for the first time and reads the notice. */
async function arrive(page: Page, account: PortalAccount): Promise<void> {
  await stage.clerkAt(page, account);
  await page.getByRole('button', READ).click();
  await page.waitForURL('**/beranda');
}
async function choosePassword(page: Page, password: string, button: string): Promise<void> {
  await page.getByLabel('Kata sandi baru', { exact: true }).fill(password);
  await page.getByLabel('Ulangi kata sandi baru').fill(password);
  await page.getByRole('button', { name: button }).click();
}

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

test('an administrator makes an account in the panel, unit and all, and leaves the password to its owner', async () => {
  const page = await stage.open();
  const name = `formulir.${newPassword()
    .slice(0, 6)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '0')}`;
  await stage.officerAt(
    page,
    'Administrator Demo',
    '/content-manager/collection-types/plugin::users-permissions.user/create',
  );
  await page.locator('input[name=username]').fill(name);
  await page.locator('input[name=email]').fill(`${name}@bukittinggi.test`);
  await page.locator('input[name=fullName]').fill('Orang Baru');
  const choose = async (field: string, typed: string, option: string) => {
    const box = page.locator(`input[name="${field}"]`);
    await box.click();
    await box.fill(typed);
    await page.getByRole('option', { name: option }).first().click();
  };
  await choose('role', 'Pemohon', 'Pemohon SKPD');
  await choose('skpd', 'DINKES', 'DINKES');
  await page.getByRole('button', { name: /^(Simpan|Save)$/ }).click();
  const letter = await mail.next(`${name}@bukittinggi.test`, 'Buat kata sandi');
  expect(letter.text).toContain(`Nama pengguna Anda: ${name}.`);
  const { rows } = await stage.database.query(
    'select s.code from up_users u join skpd s on s.id = u.skpd_id where u.username = $1',
    [name],
  );
  expect(rows).toEqual([{ code: 'DINKES' }]);
});

test('an administrator lets staff in by the city’s service, and its button stands on the panel’s own sign-in page', async () => {
  const issuer = await openIssuer([`${stage.cms.url}/ticketing/sign-on/panel/return`]);
  try {
    const settings = await stage.open();
    await stage.officerAt(settings, 'Administrator Demo', '/settings/ticketing/sign-on');
    await settings.getByLabel('Nama pada tombol').fill('Akun Kota');
    await settings.getByLabel('Panel (petugas dan administrator)').click();
    await settings.getByRole('button', { name: 'Simpan perubahan' }).click();
    await settings.getByText('Alamat penerbit wajib diisi.').waitFor();
    await settings.getByLabel('Alamat penerbit (issuer)').fill(issuer.url);
    await settings.getByLabel('Client ID').fill('meja-layanan');
    await settings.getByLabel('Rahasia klien').fill(issuer.secret);
    await settings.getByRole('button', { name: 'Uji', exact: true }).click();
    await settings.getByText('Layanan ditemukan dan dapat dipakai').waitFor();
    expect(await barriers(settings)).toEqual([]);
    await settings.getByRole('button', { name: 'Simpan perubahan' }).click();
    await settings.getByPlaceholder('••••••••').waitFor();

    const page = await stage.open({ viewport: PHONE, colorScheme: 'dark' });
    await page.goto(`${stage.cms.url}/admin/auth/login?redirectTo=%2Fme&sso=signOnUnknown`);
    await page.getByText('belum punya akun di sini').waitFor();
    const way = await page.getByRole('link', { name: 'Masuk dengan Akun Kota' }).getAttribute('href');
    expect((await barriers(page)).filter((each) => each.includes('ticketing-sign-on'))).toEqual([]);
    // Of the service only its answers are real: what a person types there is handed along in the address.
    const out = await page.context().request.get(`${stage.cms.url}${way}`, { maxRedirects: 0 });
    const officer = await stage.staff('Galih Ramadhan');
    const back = await issuer.signIn(out.headers()['location'] ?? '', { email: officer.email, email_verified: true });
    await page.goto(back.href);
    await page.waitForURL('**/admin/me');
    // The panel fills its form in a moment after its address stands.
    const shown = page.locator('input[name=email]');
    await until('the panel knows who came in', async () => (await shown.inputValue()) === officer.email);
  } finally {
    await issuer.close();
  }
});

test('what the panel’s sign-in refuses is said in its own language, whatever the browser speaks', async () => {
  const page = await stage.open({ locale: 'en-US' });
  await page.goto(`${stage.cms.url}/admin/auth/login`);
  await page.locator('input[name=email]').fill('fitri@bukittinggi.test');
  await page.locator('input[name=password]').fill('Bukan kata sandinya 1');
  const attempt = async (): Promise<number> => {
    const answered = page.waitForResponse('**/admin/login');
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    return (await answered).status();
  };
  const said = page.getByRole('alert');
  expect(await attempt()).toBe(400);
  await said.getByText('Email atau kata sandi keliru. Periksa kembali, lalu coba lagi.').waitFor();
  // Somebody has mistyped so often that the next failure costs minutes.
  await stage.database.query("update rate_limits set points = 20 where key like 'failures:%'");
  expect([await attempt(), await attempt()]).toEqual([400, 429]);
  await said.getByText(/^Terlalu banyak percobaan\. Tunggu \d+ detik, lalu coba lagi\.$/).waitFor();
  await stage.database.query('delete from rate_limits');
  await page.route('**/admin/login', (route) => route.abort());
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await said.getByText('Sambungan ke sistem terputus.').waitFor();
});

test('an administrator sends a link from beside the account', async () => {
  const { email, body } = await makeInPanel(stage, { password: newPassword() });
  const page = await stage.open();
  await stage.officerAt(
    page,
    'Administrator Demo',
    `/content-manager/collection-types/plugin::users-permissions.user/${body.documentId}`,
  );
  await page.getByRole('button', { name: 'Kirim tautan kata sandi' }).first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Kirim', exact: true }).click();
  await page.getByText(`sedang dikirim ke ${email}`).waitFor();
  await mail.next(email, 'Buat kata sandi');
});

const OPEN = ['/masuk', '/lupa-sandi', '/lupa-sandi?terkirim', '/atur-ulang-sandi', '/konfirmasi-email', '/privasi'];
const OWN = ['/profil', '/profil/kata-sandi', '/profil/perangkat'];
test.each(SIGHTS)('axe finds nothing on these pages, %s%s', async (colorScheme, language) => {
  const account = await newcomer(stage);
  const page = await stage.open({ colorScheme });
  const found: Record<string, string[]> = {};
  const look = async (place: string) => {
    await page.goto(at(`${language}${place}`));
    const problems = await barriers(page);
    if (problems.length) found[place] = problems;
  };
  const forgotten = (await makeInPanel(stage)).email;
  for (const place of [
    ...OPEN,
    `/atur-ulang-sandi?kode=${codeIn(await mail.next(forgotten, 'Buat kata sandi'))}`,
    `/konfirmasi-email?kode=${'x'.repeat(43)}`,
  ])
    await look(place);
  await stage.clerkAt(page, account);
  await page.waitForURL('**/privasi**');
  if (!language) found['first visit'] = await barriers(page);
  if (!found['first visit']?.length) delete found['first visit'];
  await page.getByRole('button', READ).click();
  for (const place of OWN) await look(place);
  await page.goto(at(`${language}/profil/kata-sandi`));
  await page.locator('main form button[type=submit]').click();
  await page.locator('.field.has-error').first().waitFor();
  const wrong = await barriers(page);
  if (wrong.length) found['kata-sandi with errors'] = wrong;
  expect(found).toEqual({});
});

test('no page is wider than a small phone', async () => {
  const account = await newcomer(stage);
  await stage.database.query(
    "update up_users set full_name = repeat('Sangatpanjangtanpaspasi', 5), position = repeat('Kepala Seksi ', 9) where email = $1",
    [account.email],
  );
  const page = await stage.open({ viewport: { ...PHONE, width: 320 } });
  const wide: string[] = [];
  const look = async (place: string) => {
    await page.goto(at(place));
    if (await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'))
      wide.push(place);
  };
  for (const place of OPEN) await look(place);
  await arrive(page, account);
  for (const place of OWN) await look(place);
  expect(wide).toEqual([]);
});

test('what happens on a ticket is on the bell and in the list, and its owner chooses what is told', async () => {
  const account = await newcomer(stage);
  const page = await stage.open({ viewport: PHONE });
  await arrive(page, account);
  const { number } = await (await account.signIn()).submitTicket(outage());
  const officer = await stage.staff('Galih Ramadhan');
  await officer.actOnTicket({ number, action: 'claim' });
  // The bell hears of it while the page is open.
  await page.locator('[data-bell-count]:not([hidden])').waitFor();
  await page.getByRole('link', { name: /^Notifikasi/ }).click();
  await page.getByText(`Tiket ${number} sekarang ditangani oleh ${officer.name}.`).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Tandai semua sudah dibaca' }).click();
  await page.locator('[data-bell-count][hidden]').waitFor({ state: 'attached' });
  await page.getByRole('link', { name: 'Atur pemberitahuan' }).click();
  await page.getByLabel('Komentar baru: Surel').uncheck();
  await page.getByLabel('Gangguan layanan: Surel').uncheck();
  await page.getByLabel('Dari').fill('20:00');
  await page.getByLabel('Sampai').fill('06:00');
  await page.getByRole('button', { name: 'Simpan pilihan' }).click();
  await page.getByText('Pilihan Anda sudah disimpan.').waitFor();
  expect(await page.getByLabel('Komentar baru: Surel').isChecked()).toBe(false);
  expect(await page.getByLabel('Gangguan layanan: Surel').isChecked()).toBe(false);
  expect(await page.getByLabel('Komentar baru: Di portal').isChecked()).toBe(true);
  expect(await page.getByLabel('Dari').inputValue()).toBe('20:00');
  expect(await barriers(page)).toEqual([]);
  // The way out of a digest asks before it does anything, and is open to a mail program without a session.
  await page.goto(at(`/berhenti?kode=staff.1.morning.${'x'.repeat(43)}`));
  await page.getByRole('button', { name: 'Berhenti menerima' }).click();
  await page.getByText('Tautan ini sudah dipakai, sudah kedaluwarsa').waitFor();
  const machine = await fetch(at(`/berhenti?kode=staff.1.morning.${'x'.repeat(43)}`), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(machine.status).toBe(410);
  await page.goto(at('/'));
  // Whom to call stands on every page.
  expect(await page.locator('footer').innerText()).toContain('(0752) 33369/21879');
});
