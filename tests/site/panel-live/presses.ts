import { englishReader, walking } from '../../support/walk';
import { stage } from './stage';

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
