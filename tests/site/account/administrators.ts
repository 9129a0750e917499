import { PHONE, barriers } from '../../support/browser';
import { openIssuer } from '../../support/issuer';
import { until } from '../../support/jobs';
import { makeInPanel, newPassword } from '../../support/portal-account';
import { stage, mail } from './stage';

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
