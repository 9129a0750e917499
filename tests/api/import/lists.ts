import type { Entry } from '../../support/entries';
import { importSamples } from '../../support/imports';
import { world, dataDir, count } from './stage';

test('a dry run names every bad line and writes nothing; what is taken over again is not made twice', async () => {
  const before = [await count('tickets'), await count('audit_entries')];
  const told = [await count('letters'), await count('notices'), await count('webhook_deliveries')];
  const dry = await importSamples(world, dataDir, [
    { preset: 'glpi', isApplied: false },
    { preset: 'osticket', isApplied: false, language: 'en' },
    { preset: 'lembar-kerja', isApplied: false },
    { preset: 'skpd', isApplied: false },
    { preset: 'layanan', isApplied: false },
  ]);
  expect([await count('tickets'), await count('audit_entries')]).toEqual(before);
  const [glpi = '', osticket = '', sheet = '', units = '', services = ''] = dry.said;
  expect(dry.code).toBe(2);
  for (const line of [
    'glpi.csv: UTF-8, pemisah titik koma, 18 kolom, dibaca sebagai GLPI',
    'ID → nomor asal (pengenal); Title → judul; Entity → SKPD',
    'Kolom tanpa pemetaan, tidak diikutkan: "Time to resolve".',
    'Baris 10, kolom "Entity": SKPD "Pemko Bukittinggi > Dinas Antah Berantah" tidak dikenal.',
    'Baris 11, kolom "Status": "Entah" bukan status yang dikenal.',
    'Baris 12, kolom "Opening date": "31-04-2024 08:00" bukan tanggal yang dapat dibaca.',
    'Baris 13, kolom "Requester - Email": "salman.arif(at)bukittinggi" bukan alamat surel.',
    'Baris 13, kolom "Solution date": "2024-06-01 08:00" lebih awal daripada tanggal masuknya.',
    'Baris 14, kolom "ID": "4711" sudah ada pada baris 2.',
    'SKPD: "Pemko Bukittinggi > Dinas Antah Berantah" (1 baris)',
    'Petugas yang tidak dikenal di sini, tiketnya tanpa petugas: Teknisi Lama (1)',
    'glpi-pesan.csv: Kolom yang dibaca: Ticket → nomor asal tiket; Tanggal → waktu; Oleh → penulis; Isi → isi',
    'glpi-pesan.csv: Baris 8, kolom "Tanggal": "kapan-kapan" bukan tanggal yang dapat dibaca.',
    'glpi-pesan.csv: Baris 9, kolom "Private": "mungkin" tidak mengatakan apakah pesan ini internal.',
    'glpi-pesan.csv: Baris 6: pesan dari "Marlina Sutan" lebih awal daripada tiketnya.',
    'glpi-pesan.csv: Baris 7: tiket "9999" tidak ada di antara baris yang benar.',
    '7 tiket akan dibuat · 0 sudah ada · 9 baris perlu diperbaiki',
    '3 pesan akan ikut pada tiketnya',
    'Belum ada yang ditulis. Jalankan lagi dengan --apply',
  ])
    expect(glpi).toContain(line);
  expect(osticket).toContain('Line 11, column "Organization": is empty. Fill the cell, or give a default');
  expect(osticket).toContain('separated by commas, 21 columns, read as osTicket');
  expect(osticket).toContain('6 tickets would be made · 0 are here already · 4 lines to be corrected');
  expect(sheet).toContain('Windows-1252 (bukan UTF-8), pemisah titik koma, 12 kolom, dibaca sebagai lembar kerja');
  expect(sheet).toContain('Nama kolom ada pada baris 4.');
  expect(sheet).toContain('7 tiket akan dibuat · 0 sudah ada · 4 baris perlu diperbaiki');
  expect(units).toContain('Baris 7, kolom "Induk": induk "TIDAK-ADA" belum ada.');
  expect(units).toContain('2 SKPD akan dibuat · 1 sudah ada · 5 baris perlu diperbaiki');

  expect(services).toContain('Kolom yang tidak dikenal, tidak diikutkan: "Biaya"');
  expect(services).toContain(
    'Baris 7, NET-01 berubah: nama "Gangguan internet / jaringan kantor" → "Gangguan internet kantor"',
  );
  expect(services).toContain('Baris 9, kolom "Kategori": kategori "Kategori Antah" belum ada.');
  expect(services).toContain('4 kategori dan layanan akan dibuat · 1 akan diubah · 1 sudah sama · 10 baris');

  const applied = await importSamples(world, dataDir, [
    { preset: 'glpi', isApplied: true },
    { preset: 'glpi', isApplied: true },
    { preset: 'osticket', isApplied: true },
    { preset: 'lembar-kerja', isApplied: true },
    { preset: 'lembar-kerja', isApplied: false },
    { preset: 'skpd', isApplied: true },
    { preset: 'skpd', isApplied: true },
    { preset: 'layanan', isApplied: true },
    { preset: 'layanan', isApplied: true },
  ]);
  expect(applied.said.map((said) => /^\d+ (?:tiket|SKPD|kategori) .*sudah (?:ada|sama).*$/m.exec(said)?.[0])).toEqual([
    '7 tiket dibuat · 0 sudah ada · 9 baris perlu diperbaiki',
    '0 tiket dibuat · 7 sudah ada · 9 baris perlu diperbaiki',
    '6 tiket dibuat · 0 sudah ada · 4 baris perlu diperbaiki',
    '7 tiket dibuat · 0 sudah ada · 4 baris perlu diperbaiki',
    '0 tiket akan dibuat · 7 sudah ada · 4 baris perlu diperbaiki',
    '2 SKPD dibuat · 1 sudah ada · 5 baris perlu diperbaiki',
    '0 SKPD dibuat · 3 sudah ada · 5 baris perlu diperbaiki',
    '4 kategori dan layanan dibuat · 1 diubah · 1 sudah sama · 10 baris perlu diperbaiki',
    '0 kategori dan layanan dibuat · 0 diubah · 6 sudah sama · 10 baris perlu diperbaiki',
  ]);
  expect(await count('tickets')).toBe((before[0] ?? 0) + 20);
  // Nobody is told of what was over long ago.
  expect([await count('letters'), await count('notices'), await count('webhook_deliveries')]).toEqual(told);
});

test('a unit that was imported is kept like any other, and its making is recorded', async () => {
  const admin = await world.staff('Administrator Demo');
  const units = await admin.listUnits({});
  expect(units.find(({ code }) => code === 'UPT-LABKES')).toMatchObject({
    parent: { code: 'PKM-CONTOH' },
    workDays: 5,
    isOpen: true,
  });
  const { rows } = await world.database.query<Entry>(
    `select * from audit_entries where event = 'create' and payload ->> 'label' like '%Laboratorium Kesehatan%'`,
  );
  expect(rows).toHaveLength(1);
});

test('a service that was imported is kept as the settings keep it, and each writing is recorded', async () => {
  const admin = await world.staff('Administrator Demo');
  const { categories } = await admin.listServices({});
  const made = categories.find(({ code }) => code === 'CTH');
  expect(made).toMatchObject({ name: 'Layanan Contoh', description: 'Dari daftar lama', isActive: true });
  expect(made?.services).toMatchObject([
    { code: 'CTH-01', team: { code: 'TIM-INFRA' }, sla: { responseMinutes: 120, resolutionMinutes: 675 } },
    { code: 'CTH-02', kind: 'INCIDENT', defaultPriority: 'URGENT', sla: { calendar: '24X7', resolutionMinutes: 240 } },
    { code: 'CTH-03', isActive: false, sla: null },
  ]);
  // What the line did not say stayed, its form too.
  const changed = categories.flatMap(({ services }) => services).find(({ code }) => code === 'NET-01');
  expect(changed).toMatchObject({ name: 'Gangguan internet kantor', defaultPriority: 'HIGH', isActive: true });
  expect(changed?.fields).toBeGreaterThan(0);
  const { rows } = await world.database.query<Entry>(
    `select event from audit_entries where payload ->> 'label' ~ 'Pinjam proyektor|Gangguan internet kantor'
     order by id`,
  );
  expect(rows.map(({ event }) => event)).toEqual(['create', 'update']);
});
