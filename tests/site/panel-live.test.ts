import { dayLater, wibDay } from 'strapi-plugin-ticketing/domain';
import { timeTeller } from '../../plugins/ticketing/admin/src/time';
import { barriers, openStage, panelAt, type Stage } from '../support/browser';
import { PDF } from '../support/files';
import { englishReader, walking } from '../support/walk';
import { outage } from '../support/world';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

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

test('an officer chooses quiet hours in the panel, and they are kept', async () => {
  const page = await stage.open();
  await stage.officerAt(page, 'Galih Ramadhan', '/plugins/ticketing/pemberitahuan/pilihan');
  await page.getByLabel('Dari').fill('20:00');
  await page.getByText('Isi kedua waktu').waitFor();
  await page.getByLabel('Sampai').fill('06:30');
  await page.getByRole('button', { name: 'Simpan jam tenang' }).click();
  await page.getByText('Jam tenang sudah disimpan.').waitFor();
  await page.reload();
  await page.getByLabel('Sampai').waitFor();
  expect(await page.getByLabel('Sampai').inputValue()).toBe('06:30');
  // A digest is a letter or nothing.
  expect(await page.getByLabel('Daftar kerja pagi: Di panel').count()).toBe(0);
  expect(await page.getByLabel('Daftar kerja pagi: Surel').isChecked()).toBe(true);
  expect(await barriers(page)).toEqual([]);

  // Somebody is on the phone: found by name, with what their unit asked for last; what they sent goes along.
  const { number } = await (await stage.clerk()).submitTicket(outage({ title: 'Sebelum ditelepon' }));
  await panelAt(page, '/plugins/ticketing/tiket-baru');
  await page.getByRole('combobox', { name: 'Cari penelepon' }).pressSequentially('ratih');
  await page
    .getByRole('option', { name: /^Ratih Kusuma/ })
    .first()
    .click();
  expect(await page.getByRole('textbox', { name: 'Nama kontak' }).inputValue()).toBe('Ratih Kusuma');
  await page.locator(`[data-lines="Tiket terakhir SKPD ini"] [data-ticket="${number}"]`).waitFor();
  await page.getByRole('combobox', { name: 'Layanan' }).pressSequentially('Permintaan lain');
  await page.getByRole('option', { name: /Permintaan lain terkait TIK/ }).click();
  await page.getByRole('textbox', { name: 'Judul' }).fill('Titipan lewat telepon');
  await page.getByRole('textbox', { name: 'Uraian', exact: true }).fill('Mohon jaringan di ruang arsip diperiksa.');
  await page.getByLabel('Uraian kebutuhan').fill('Pemeriksaan jaringan');
  for (const question of ['Dampak', 'Urgensi']) {
    await page.getByRole('combobox', { name: question }).click();
    await page.getByRole('option').first().click();
  }
  await page
    .locator('input[data-files=""]')
    .setInputFiles({ name: 'surat.pdf', mimeType: 'application/pdf', buffer: PDF });
  await page.getByText('surat.pdf').waitFor();
  expect(await barriers(page)).toEqual([]);
  // No draft keeps a file: whoever leaves is asked, by a link and by closing the page, and finds it where it was.
  const isAsked = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  expect(await isAsked()).toBe(true);
  await page.getByRole('link', { name: 'Beranda' }).first().click();
  await page.getByRole('dialog', { name: 'Berkas belum dikirim' }).getByText('1 berkas sudah dipilih').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Kembali', exact: true }).click();
  await page.getByText('surat.pdf').waitFor();
  await page.getByRole('button', { name: 'Buat tiket' }).click();
  await page.waitForURL(/\/tiket\/TIK-/);
  await page.getByText('Lampiran (1)').waitFor();
  expect(await isAsked()).toBe(false);
  // Beside the request stands what the unit waits for besides.
  await page.locator(`[data-lines] [data-ticket="${number}"]`).first().waitFor();
});

test('an administrator invites, takes out of use and enters a decree, and nothing typed is lost on the way', async () => {
  const page = await stage.open();
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 404) missing.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  await stage.officerAt(page, 'Administrator Demo');
  // The first steps know that nobody signs papers yet.
  await page.locator('[data-step="identity"][data-done="false"]').waitFor();
  await page.locator('[data-step="people"][data-done="true"]').waitFor();
  expect(await barriers(page)).toEqual([]);
  // The settings are ours, and begin with ours.
  await page.getByRole('link', { name: 'Pengaturan' }).first().click();
  await page.waitForURL('**/settings/ticketing/accounts');
  const settings = page.getByRole('navigation', { name: 'Pengaturan' });
  await settings.getByRole('link', { name: 'Akun' }).waitFor();
  expect(await settings.getByRole('link', { name: 'Tentang sistem' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Tambah akun' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nama lengkap').fill('Rudi Hartono');
  await dialog.getByLabel('Email').fill('rudi.hartono@bukittinggi.test');
  await dialog.getByRole('button', { name: 'Buat dan undang' }).click();
  await dialog.getByText('SKPD wajib diisi.').waitFor();
  expect(await dialog.getByLabel('Nama lengkap').inputValue()).toBe('Rudi Hartono');
  await dialog.getByRole('combobox', { name: 'SKPD' }).pressSequentially('Dinas Kesehatan');
  await page
    .getByRole('option', { name: /Dinas Kesehatan/ })
    .first()
    .click();
  await dialog.getByRole('button', { name: 'Buat dan undang' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByLabel('Nama, email, SKPD, atau tim').fill('rudi.hartono');
  const row = page.locator('[data-account="rudi.hartono@bukittinggi.test"]');
  await row.getByText('Diundang').waitFor();
  await row.getByRole('button', { name: /^Nonaktifkan/ }).click();
  await dialog.getByRole('button', { name: 'Nonaktifkan' }).click();
  await row.getByText('Nonaktif', { exact: true }).waitFor();

  await panelAt(page, '/settings/ticketing/calendar');
  const list = page.getByLabel('Daftar hari libur');
  await list.fill('01-01-2028;Tahun Baru Masehi;libur nasional\n30-02-2028;Salah;libur nasional');
  await page.getByRole('button', { name: 'Periksa dahulu' }).click();
  await page.locator('[data-line="2"][data-fault="day"]').waitFor();
  expect(await page.getByRole('button', { name: /^Masukkan/ }).count()).toBe(0);
  await list.fill('01-01-2028;Tahun Baru Masehi;libur nasional');
  await page.getByRole('button', { name: 'Periksa dahulu' }).click();
  await page.getByRole('button', { name: 'Masukkan 1 baris' }).click();
  await page.getByText('1 baris dimasukkan.').first().waitFor();
  await page.getByLabel('Tanggal').fill('2028-12-22');
  await page.getByRole('textbox', { name: 'Nama' }).fill('Hari Jadi Kota');
  await page.getByRole('button', { name: 'Tambah hari libur' }).click();
  await page.getByRole('button', { name: 'Hapus Hari Jadi Kota' }).click();
  await page.getByRole('button', { name: 'Kembalikan' }).click();
  await page.locator('[data-holiday="2028-12-22"]').waitFor();
  // An hour that ends before it begins is said beside its day, and what was typed stays.
  await panelAt(page, '/settings/ticketing/hours');
  const saturday = page.locator('[data-weekday="6"]').first();
  await saturday.getByRole('button', { name: 'Tambah jam pada Sabtu' }).click();
  await saturday.getByLabel('Sabtu, selesai').fill('7.00');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await saturday.getByText('Jam selesai paling kecil 07:30.').waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await saturday.getByLabel('Sabtu, selesai').inputValue()).toBe('07:00');
  await saturday.getByLabel('Sabtu, selesai').fill('10.30');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText('Jam kerja disimpan; tenggat dihitung ulang.').first().waitFor();
  // One more calendar is begun as a copy; a code that is taken is said, and nothing typed is lost.
  await page.getByRole('button', { name: 'Kalender baru' }).click();
  await dialog.getByLabel('Nama kalender').fill('Jam kerja');
  expect(await dialog.getByLabel('Kode').inputValue()).toBe('JAM_KERJA');
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('Kode ini sudah tercatat.').waitFor();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByLabel('Nama kalender').fill('Jam kerja puskesmas');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: 'Kalender' }).getByText('Jam kerja puskesmas').waitFor();
  expect(await saturday.getByLabel('Sabtu, selesai').inputValue()).toBe('10:30');
  expect(await barriers(page)).toEqual([]);
  // By key: what was just said may lie over it, and stays as long as a pointer rests there.
  await page.getByRole('button', { name: 'Hapus kalender ini' }).press('Enter');
  await page.getByRole('button', { name: 'Kembalikan' }).click();
  await page.getByRole('combobox', { name: 'Kalender' }).getByText('Jam kerja puskesmas').waitFor();
  // Two units become one that is not in the list yet.
  await panelAt(page, '/settings/ticketing/units');
  await page.getByRole('button', { name: 'Gabung atau ganti nama' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('combobox', { name: 'Unit lama' }).waitFor();
  await page.keyboard.press('Enter');
  for (const unit of ['Dinas Pariwisata', 'Dinas Pemuda dan Olahraga'])
    await page.getByRole('option', { name: unit, exact: true }).press('Enter');
  await page.keyboard.press('Escape');
  await dialog.getByRole('combobox', { name: 'Unit baru' }).pressSequentially('Unit baru yang belum');
  await page.getByRole('option', { name: 'Unit baru yang belum ada di daftar' }).click();
  await dialog.getByLabel('Kode').fill('disparpora baru');
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('Nama wajib diisi.').waitFor();
  await dialog.getByLabel('Nama', { exact: false }).first().fill('Dinas Pariwisata, Pemuda, dan Olahraga Kota');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByLabel('Nama, kode, singkatan, atau nama lain').fill('dispora');
  await page.locator('[data-unit="DISPORA"]').getByText('digantikan Dinas Pariwisata, Pemuda, dan Olahraga').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Batalkan penggantian' }).click();
  await page.getByText('Dinas Pemuda dan Olahraga berlaku lagi.').first().waitFor();
  // A screen on the wall opens by a link that is told once and taken back, and shows counts alone, also without a script.
  await panelAt(page, '/settings/ticketing/wall');
  await page.getByRole('textbox', { name: 'Nama' }).fill('Ruang komando');
  await page.getByRole('button', { name: 'Buat tautan' }).click();
  const { pathname } = new URL(await page.getByLabel('Alamat layar').inputValue());
  expect(await barriers(page)).toEqual([]);
  const screen = await stage.open({ javaScriptEnabled: false });
  const show = () => screen.goto(`${stage.site.url}${pathname}`);
  expect((await show())?.status()).toBe(200);
  expect(await screen.locator('[data-count]').count()).toBe(5);
  expect(await screen.locator('main a').count()).toBe(0);
  expect(await screen.locator('main').innerText()).not.toMatch(/TIK-|Galih|Laila/);
  await page.getByRole('button', { name: 'Cabut tautan Ruang komando' }).click();
  await page.getByText('Tautan Ruang komando dicabut.').first().waitFor();
  expect((await show())?.status()).toBe(404);
  await screen.getByText('Mintalah tautan baru').waitFor();
  await panelAt(page, '/settings/ticketing/audit');
  // What changed is told in words, of whatever kind.
  const entry = page.getByRole('listitem').filter({ hasText: 'Diubah · Jam kerja' }).first();
  await entry.locator('[data-field="slots"]').getByText('Sabtu 07:30–10:30').waitFor();
  await page.getByRole('button', { name: 'Kembalikan' }).first().click();
  await dialog.locator('[data-field]').first().waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const taken = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh CSV' }).click();
  expect((await taken).suggestedFilename()).toMatch(/^jejak-audit-.*\.csv$/);

  // What Strapi's own form refuses stays typed.
  const { rows } = await stage.database.query<{ document_id: string }>(
    "select document_id from teams where code = 'TIM-DATA'",
  );
  await page.goto(
    `${stage.cms.url}/admin/content-manager/collection-types/api::team.team/${rows[0]?.document_id ?? ''}`,
  );
  await page.locator('input[name=name]').fill('Tim Statistik yang diketik ulang');
  await page.locator('input[name=code]').fill('TIM-APP');
  const refused = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.locator('form button[type=submit]').first().click();
  expect((await refused).status()).toBe(400);
  await page.waitForTimeout(1500);
  expect(await page.locator('input[name=name]').inputValue()).toBe('Tim Statistik yang diketik ulang');
  await page.getByText('Isian ini sudah dipakai data lain.').first().waitFor();
  // Nobody asked for what is not there, Strapi's own forms neither.
  expect(missing).toEqual([]);
});

test('an administrator without the highest role makes unit, clerk, officer, service and holiday in 22 presses, without a word of English', async () => {
  const email = 'bagas@bukittinggi.test';
  await stage.database.query(
    `update admin_users_roles_lnk set role_id = (select id from admin_roles where code = 'ticketing-admin')
     where user_id = (select id from admin_users where email = $1)`,
    [email],
  );
  const page = await stage.open();
  await stage.officerAt(page, 'Bagas Wicaksono');
  const dialog = page.getByRole('dialog');
  const { press, key, fill, find, steps } = walking();
  const englishOn = englishReader();
  const screens: string[] = [];
  // What is met on the way is read: every screen and every open dialog, before it is left.
  const look = async () => {
    screens.push(new URL(page.url()).pathname);
    expect([page.url(), await englishOn(page)]).toEqual([page.url(), []]);
  };
  const room = async (name: string) => {
    await press(page.getByRole('navigation', { name: 'Pengaturan' }).getByRole('link', { name, exact: true }));
    await page.locator('main h1', { hasText: name }).waitFor();
  };
  const send = async (name: string) => {
    await look();
    await press(dialog.getByRole('button', { name, exact: true }));
    await dialog.waitFor({ state: 'detached' });
    await look();
  };
  await page.locator('[data-step="identity"]').waitFor();
  await look();
  await press(page.getByRole('link', { name: 'Pengaturan' }).first());
  await page.getByRole('button', { name: 'Tambah akun' }).waitFor();
  await look();

  await room('SKPD');
  await press(page.getByRole('button', { name: 'Tambah SKPD' }));
  await fill(dialog.getByLabel('Kode'), 'BAPENDA');
  await fill(dialog.getByRole('textbox', { name: 'Nama' }).first(), 'Badan Pendapatan Daerah');
  await send('Tambah');

  await room('Akun');
  await press(page.getByRole('button', { name: 'Tambah akun' }));
  await fill(dialog.getByLabel('Nama lengkap'), 'Yuni Kartika');
  await fill(dialog.getByLabel('Email'), 'yuni.kartika@bukittinggi.test');
  await find(dialog.getByRole('combobox', { name: 'SKPD' }), 'Badan Pendapatan');
  await press(page.getByRole('option', { name: 'Badan Pendapatan Daerah' }));
  await send('Buat dan undang');
  await press(page.getByRole('button', { name: 'Tambah akun' }));
  await press(dialog.getByRole('combobox', { name: 'Pintu masuk' }));
  await press(page.getByRole('option', { name: 'Panel petugas' }));
  await fill(dialog.getByLabel('Nama lengkap'), 'Rahmat Hidayat');
  await fill(dialog.getByLabel('Email'), 'rahmat.hidayat@bukittinggi.test');
  await press(dialog.getByRole('combobox', { name: 'Tim' }));
  await press(page.getByRole('option', { name: /Aplikasi/ }).first());
  await key(page, 'Escape');
  await send('Buat dan undang');

  await room('Layanan');
  await look();
  await press(page.getByRole('link', { name: /^Tambah layanan: / }).first());
  await fill(page.getByRole('textbox', { name: 'Kode' }), 'NET 70');
  await fill(page.getByRole('textbox', { name: 'Nama', exact: false }).first(), 'Pemasangan titik jaringan baru');
  await press(page.getByRole('combobox', { name: 'Tim' }));
  await press(page.getByRole('option', { name: /Infrastruktur/ }).first());
  await fill(page.getByRole('textbox', { name: 'Target tanggapan' }), '4');
  await fill(page.getByRole('textbox', { name: 'Target penyelesaian' }), '3');
  await look();
  await press(page.getByRole('button', { name: 'Tambah layanan' }));
  await page.locator('[data-service="NET-70"]').waitFor();
  await look();

  await room('Kalender');
  await fill(page.getByLabel('Tanggal'), '2031-12-22');
  await fill(page.getByRole('textbox', { name: 'Nama' }), 'Hari Jadi Kota');
  await look();
  await press(page.getByRole('button', { name: 'Tambah hari libur' }));
  await page.locator('[data-holiday="2031-12-22"]').waitFor();
  await look();

  // Thirty-odd interactions: nobody who reads what they press needs a quarter of an hour for them.
  expect(steps).toEqual({ presses: 22, fields: 13 });
  expect([...new Set(screens)].filter((place) => !/^\/admin\/?$|^\/admin\/settings\/ticketing\//.test(place))).toEqual(
    [],
  );
  const administrator = await stage.staff('Administrator Demo');
  const { skpd, categories } = await (await stage.clerk()).getCatalog({});
  expect(skpd).toContainEqual({ code: 'BAPENDA', name: 'Badan Pendapatan Daerah' });
  expect(categories.flatMap(({ services }) => services).map(({ code }) => code)).toContain('NET-70');
  const { rows: accounts } = await administrator.listAccounts({ q: 'hidayat' });
  expect(accounts).toMatchObject([{ door: 'staff', roles: ['OFFICER'], teams: [{ code: 'TIM-APP' }] }]);
});

test('an officer gives a ticket back to another team with a note, and resolves what waits in one go', async () => {
  const [clerk, officer] = [await stage.clerk(), await stage.staff('Galih Ramadhan')];
  const [given, waiting] = [
    (await clerk.submitTicket(outage({ title: 'Aplikasi absensi lambat' }))).number,
    (await clerk.submitTicket(outage({ title: 'Kabel ruang rapat' }))).number,
  ];
  await officer.actOnTicket({ number: waiting, action: 'claim' });
  await officer.actOnTicket({ number: waiting, action: 'askRequester', question: 'Sejak kapan?' });
  const page = await stage.open();
  const ticketOf = (number: string) => `/plugins/ticketing/tiket/${number}`;
  await stage.officerAt(page, 'Galih Ramadhan', ticketOf(given));
  const dialog = page.getByRole('dialog');
  const send = async (name: string) => {
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  expect(await page.getByRole('button', { name: 'Ambil tiket' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Verifikasi & tangani' }).click();
  await send('Verifikasi & tangani');
  await page.getByRole('button', { name: 'Lepaskan ke antrian tim' }).click();
  await dialog.getByRole('combobox', { name: 'Tim' }).click();
  await page
    .getByRole('option', { name: /Aplikasi/ })
    .first()
    .click();
  await dialog.getByLabel('Alasan').fill('Jaringannya baik; aplikasinya yang lambat.');
  await send('Lepaskan ke antrian tim');
  expect(await clerk.getTicket({ number: given })).toMatchObject({ assignee: null, team: { code: 'TIM-APP' } });

  await panelAt(page, ticketOf(waiting));
  await page.getByRole('button', { name: 'Selesaikan', exact: true }).click();
  await dialog.getByLabel('Ringkasan hasil').fill('Kabel ruang rapat diganti.');
  await send('Selesaikan');
  await page.getByText('melanjutkan pekerjaan').first().waitFor();
  expect((await clerk.getTicket({ number: waiting })).status).toBe('RESOLVED');

  // What nobody has is found by its team, at an address that can be shared.
  await panelAt(page, '/plugins/ticketing?tab=all');
  await page.getByRole('button', { name: 'Saringan lain' }).click();
  await page.getByRole('combobox', { name: 'Petugas' }).click();
  await page.getByRole('option', { name: 'Belum ada' }).click();
  await page.getByRole('combobox', { name: 'Tim' }).pressSequentially('Aplikasi');
  await page
    .getByRole('option', { name: /Aplikasi/ })
    .first()
    .click();
  await page.waitForURL(/assignee=none.*team=TIM-APP|team=TIM-APP.*assignee=none/);
  await page
    .locator(`[data-row="${given}"]`)
    .getByRole('button', { name: /^Ambil/ })
    .waitFor();
  expect(await page.locator(`[data-row="${waiting}"]`).count()).toBe(0);

  // The place is kept for everybody, with the columns and the height of its rows; a colleague finds it with one press.
  await page.getByRole('button', { name: 'Kolom' }).click();
  await page.getByRole('checkbox', { name: 'Baris rapat' }).click();
  await page.getByRole('checkbox', { name: 'Prioritas' }).click();
  await page.getByRole('checkbox', { name: 'Saluran' }).click();
  await page.getByRole('columnheader', { name: 'Saluran' }).waitFor();
  expect(await page.getByRole('columnheader', { name: 'Prioritas' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Simpan tampilan ini' }).click();
  await dialog.getByLabel('Nama tampilan').fill('Aplikasi tanpa petugas');
  await dialog.getByRole('checkbox', { name: /^Bagikan/ }).click();
  await send('Simpan');
  expect(await barriers(page)).toEqual([]);
  const colleague = await stage.open();
  await stage.officerAt(colleague, 'Laila Safitri', '/plugins/ticketing');
  await colleague.getByRole('link', { name: 'Aplikasi tanpa petugas · Galih Ramadhan' }).click();
  await colleague.locator(`[data-row="${given}"]`).waitFor();
  await colleague.getByRole('columnheader', { name: 'Saluran' }).waitFor();
  const taken = colleague.waitForEvent('download');
  await colleague.getByRole('button', { name: 'Unduh Excel' }).click();
  expect((await taken).suggestedFilename()).toMatch(/^tiket-.*\.xlsx$/);
  // What was taken away is put back with one press.
  await page.getByRole('button', { name: 'Hapus Aplikasi tanpa petugas' }).click();
  await page.getByRole('button', { name: 'Kembalikan' }).click();
  await page.locator('[data-view="Aplikasi tanpa petugas"][aria-current]').waitFor();
});

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
});

test('the first sign-in fetches at most 1.2 MB of the panel, compressed', async () => {
  const page = await stage.open();
  let weight = 0;
  const plain: string[] = [];
  page.on('requestfinished', async (request) => {
    if (!/\/admin\/.*\.(js|css|svg|json)$/.test(request.url())) return;
    const { responseBodySize } = await request.sizes();
    weight += responseBodySize;
    const encoding = (await (await request.response())?.allHeaders())?.['content-encoding'];
    if (responseBodySize > 1024 && encoding === undefined) plain.push(request.url());
  });
  await stage.officerSignsIn(page, 'Galih Ramadhan');
  await panelAt(page, '/plugins/ticketing');
  await page.locator('main h1').first().waitFor();
  // The stream of news never ends, so that the network is never at rest: a moment is enough for the last file.
  await page.waitForTimeout(2000);
  expect(plain).toEqual([]);
  expect(weight).toBeGreaterThan(100_000);
  expect(weight).toBeLessThanOrEqual(1_200_000);
});
