import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Entry } from '../support/entries';
import { importCommand, importSamples, SAMPLES, startImport } from '../support/imports';
import { runJob, until } from '../support/jobs';
import { verifyFacts, verifyLog } from '../support/verify';
import { openWorld, type World } from '../support/world';

let world: World;
let dataDir: string;

interface Imported {
  readonly number: string;
  readonly source_system: string;
  readonly source_id: string;
  readonly status: string;
  readonly submitted_at: Date;
  readonly resolved_at: Date | null;
  readonly resolution_due_at: Date | null;
  readonly assignee: string | null;
}
const imported = async (): Promise<Imported[]> =>
  (
    await world.database.query<Imported>(
      `select t.number, t.source_system, t.source_id, t.status, t.submitted_at, t.resolved_at, t.resolution_due_at,
         a.name as assignee from tickets t left join desk_staff() a on a.id = t.assignee_id
       where t.source_id is not null order by t.id`,
    )
  ).rows;
const numberOf = async (id: string): Promise<string> =>
  (await imported()).find(({ source_id }) => source_id === id)?.number ?? '';
const count = async (table: string): Promise<number> =>
  (await world.database.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]?.count ?? -1;

beforeAll(async () => {
  world = await openWorld();
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'import-'));
});
afterAll(async () => {
  await world.close();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

describe('the command', () => {
  const glpi = path.join(SAMPLES, 'glpi.csv');
  test.each<[string, readonly string[], string]>([
    ['without a list', [], 'npm run import -- BERKAS.csv'],
    ['without a way to read it', [glpi], 'Sebutkan cara membaca daftar ini'],
    ['with another preset', [glpi, '--preset', 'otrs'], 'Preset "otrs" tidak ada'],
    ['with a list that is not there', ['tidak-ada.csv', '--preset', 'glpi'], 'tidak-ada.csv tidak ditemukan'],
    ['with messages of another list', [glpi, '--preset', 'skpd', '--messages', glpi], 'pesan-pesan dari satu daftar'],
    ['with nobody to invite', [glpi, '--preset', 'glpi', '--invite'], 'Hanya orang yang dapat diundang'],
    ['with a mapping that is none', [glpi, '--map', glpi], 'bukan JSON'],
  ])('refuses %s, in a sentence', async (_, args, sentence) => {
    const { code, said } = await importCommand(world, dataDir, args);
    expect([code, said]).toEqual([1, expect.stringContaining(sentence)]);
  });

  test('cut off in the middle leaves nothing half made', async () => {
    const before = [await count('tickets'), await count('audit_entries')];
    await world.database.query(`create function cut_off() returns trigger language plpgsql as $$ begin
        if new.source_id = '4714' then raise exception 'cut off'; end if; return new; end $$`);
    await world.database.query(
      'create trigger cut_off before insert on tickets for each row execute function cut_off()',
    );
    const map = path.join(SAMPLES, 'glpi.json');
    const { code, said } = await importCommand(world, dataDir, [glpi, '--preset', 'glpi', '--map', map, '--apply']);
    expect([code, said]).toEqual([1, expect.stringContaining('import gagal')]);
    expect([await count('tickets'), await count('audit_entries')]).toEqual(before);
    await world.database.query('drop function cut_off() cascade');
  });
});

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
    `select event from audit_entries where payload ->> 'label' ~ 'Pinjam proyektor|Gangguan internet kantor' order by id`,
  );
  expect(rows.map(({ event }) => event)).toEqual(['create', 'update']);
});

test('people become accounts once, and are invited when that is asked', async () => {
  const admin = await world.staff('Administrator Demo');
  const letters = async () =>
    (
      await world.database.query<{ address: string }>(
        `select address from letters where kind = 'invite' and address like '%@contoh.test' order by id`,
      )
    ).rows.map(({ address }) => address);
  const people = async () =>
    (await admin.listAccounts({ q: 'contoh.test' })).rows.map(({ email, state }) => [email, state]);
  const errand = (preset: string, isApplied: boolean, isInvited: boolean) => ({
    ...{ file: path.join(SAMPLES, `${preset}.csv`), preset, map: null, isApplied, isInvited, language: 'id' },
  });
  const before = await count('audit_entries');
  const dry = await startImport(world, dataDir, [errand('akun', false, true), errand('petugas', false, false)]).ended;
  expect(dry.code).toBe(2);
  for (const line of [
    'Baris 7, kolom "Unit Kerja": SKPD "Dinas Antah Berantah" tidak dikenal atau tidak aktif.',
    'Baris 9, kolom "NIP": "1985" bukan NIP.',
    '2 akun akan dibuat · 0 sudah ada · 2 akan diundang · 7 baris perlu diperbaiki',
    'Baris 2, kolom "Tim": tim "TIM-INFRA | Tim Sandi Contoh" tidak ada',
    '2 petugas akan dibuat · 0 sudah ada · 0 akan diundang · 3 baris perlu diperbaiki',
  ])
    expect(dry.said).toContain(line);
  expect([await count('audit_entries'), await people()]).toEqual([before, []]);

  const quiet = await startImport(world, dataDir, [errand('akun', true, false), errand('petugas', true, false)]).ended;
  expect(quiet.said).toContain('2 akun dibuat · 0 sudah ada · 0 diundang');
  expect(await letters()).toEqual([]);
  expect(await people()).toEqual([
    ['doni.eka@contoh.test', 'uninvited'],
    ['hendra.koto@contoh.test', 'uninvited'],
    ['sri.wahyuni@contoh.test', 'uninvited'],
    ['wulan.sari@contoh.test', 'uninvited'],
  ]);
  // Whoever was changed here meanwhile is somebody's care: a list invites them no more.
  const hendra = (await admin.listAccounts({ q: 'hendra.koto' })).rows[0];
  await admin.deactivateAccount({ door: 'portal', id: hendra?.id ?? 0 });

  const asked = [errand('akun', true, true), errand('petugas', true, true), errand('akun', true, true)];
  const invited = await startImport(world, dataDir, asked).ended;
  expect(invited.said.match(/^\d+ (?:akun|petugas) dibuat .*$/gm)).toEqual([
    '0 akun dibuat · 2 sudah ada · 1 diundang · 7 baris perlu diperbaiki',
    '0 petugas dibuat · 2 sudah ada · 2 diundang · 3 baris perlu diperbaiki',
    '0 akun dibuat · 2 sudah ada · 0 diundang · 7 baris perlu diperbaiki',
  ]);
  expect((await letters()).sort()).toEqual([
    'doni.eka@contoh.test',
    'sri.wahyuni@contoh.test',
    'wulan.sari@contoh.test',
  ]);
  const [sri] = (await admin.listAccounts({ q: 'sri.wahyuni@contoh.test' })).rows;
  expect(sri).toMatchObject({ state: 'invited', roles: ['OFFICER', 'COORDINATOR'], teams: [{ code: 'TIM-INFRA' }] });
  const [wulan] = (await admin.listAccounts({ q: 'wulan.sari' })).rows;
  expect(wulan).toMatchObject({ state: 'invited', skpd: { code: 'DINKES' }, position: 'Pranata Komputer' });
  const { rows } = await world.database.query(`select nip from up_users where email = 'wulan.sari@contoh.test'`);
  expect(rows).toEqual([{ nip: '198501012010012001' }]);
});

test('each is a ticket of its own year, with its own times and whoever handles it here', async () => {
  const rows = new Map((await imported()).map((row) => [`${row.source_system}:${row.source_id}`, row]));
  expect(rows.get('glpi:4711')).toMatchObject({
    number: expect.stringMatching(/^TIK-2024-\d{5}$/) as string,
    status: 'RESOLVED',
    submitted_at: new Date('2024-03-12T08:15:00+07:00'),
    resolved_at: new Date('2024-03-12T14:40:00+07:00'),
    resolution_due_at: null,
    assignee: 'Galih Ramadhan',
  });
  expect(rows.get('glpi:4714')).toMatchObject({ status: 'IN_PROGRESS', assignee: 'Galih Ramadhan' });
  expect(rows.get('glpi:4714')?.resolution_due_at).not.toBeNull();
  expect(rows.get('glpi:4715')?.status).toBe('WAITING_THIRD_PARTY');
  expect(rows.get('osticket:482918')).toMatchObject({
    submitted_at: new Date('2024-03-16T00:00:00+07:00'),
    resolved_at: new Date('2024-03-25T12:00:00+07:00'),
  });
  expect(rows.get('lembar-kerja:2025-5')).toMatchObject({ status: 'REJECTED', resolved_at: null });
  expect(rows.get('lembar-kerja:2026-1')?.number).toMatch(/^TIK-2026-/);
});

test('its page says where it came from, and its old number finds it', async () => {
  const coordinator = await world.staff('Laila Safitri');
  const number = await numberOf('4711');
  const ticket = await coordinator.getTicket({ number });
  expect(ticket).toMatchObject({
    source: { name: 'GLPI', number: '4711' },
    description: 'Seluruh komputer di lantai 2 tidak tersambung.\nLampu router merah.',
    resolutionSummary: 'Kabel fiber di tiang depan putus, sudah disambung ulang.',
    form: [{ label: 'Location', value: 'Lantai 2, ruang rekam medis' }],
    channel: 'PHONE',
    sla: { response: 'NOT_COUNTED', resolution: 'NOT_COUNTED' },
    isLate: false,
  });
  // The service of a former system is not ours to be rated, whoever asked for it.
  const clerk = await world.clerk();
  const own = await clerk.getTicket({ number: await numberOf('2026-1') });
  expect(own.source).toMatchObject({ name: 'lembar kerja', number: '1' });
  expect(own.actions).not.toContain('rate');
  for (const q of ['4711', 'GLPI 4711', '#482913', 'rekam medis'])
    expect((await coordinator.listTickets({ q })).rows).toHaveLength(1);
  const entries = await coordinator.getTimeline({ number });
  expect(entries.map(({ event, by, isInternal }) => [event, by.name, isInternal])).toEqual([
    ['submit', 'GLPI', false],
    ['comment', 'Galih Ramadhan (GLPI)', false],
    ['comment', 'Galih Ramadhan (GLPI)', true],
    ['resolve', 'GLPI', false],
    ['comment', 'Marlina Sutan (GLPI)', false],
    ['import', 'Sistem', false],
  ]);
  expect(entries[4]).toMatchObject({ at: '2024-03-12T09:00:00.000Z', text: 'Sudah normal,\nterima kasih.' });
  expect(entries[5]?.facts).toMatchObject({
    sourceSystem: 'GLPI',
    sourceNumber: '4711',
    sourceAssignee: 'Galih Ramadhan',
  });
  const { rows } = await world.database.query<Entry>(
    `select * from audit_entries where subject_id = $1 and event = 'import'`,
    [number],
  );
  expect(rows[0]).toMatchObject({
    request_id: 'import:glpi:4711',
    payload: {
      after: {
        source: { system: 'glpi', id: '4711', number: '4711' },
        original: {
          submittedAt: '2024-03-12T01:15:00.000Z',
          resolvedAt: '2024-03-12T07:40:00.000Z',
          closedAt: '2024-03-15T03:05:00.000Z',
        },
      },
    },
  });
});

test('what was said there since comes with the same list again, once', async () => {
  const number = await numberOf('4711');
  const later = path.join(dataDir, 'glpi-pesan-lagi.csv');
  fs.writeFileSync(
    later,
    `${fs.readFileSync(path.join(SAMPLES, 'glpi-pesan.csv'), 'utf8').trim()}\n` +
      '4711;2024-03-20 08:00;Marlina Sutan;Masih lancar.;No\n',
  );
  const errand = (isApplied: boolean) => ({
    ...{ file: path.join(SAMPLES, 'glpi.csv'), preset: 'glpi', map: path.join(SAMPLES, 'glpi.json'), messages: later },
    ...{ isApplied, language: 'id' },
  });
  const told = await count('notices');
  const { said } = await startImport(world, dataDir, [errand(false), errand(true), errand(true)]).ended;
  expect(said.match(/^ *\d+ pesan .*$/gm)).toEqual([
    '  1 pesan akan ikut pada tiketnya',
    '  1 pesan ikut pada tiketnya, dengan waktunya sendiri',
  ]);
  const entries = await (await world.staff('Laila Safitri')).getTimeline({ number });
  expect(entries.filter(({ event }) => event === 'comment').map(({ text }) => text)).toEqual([
    'Sedang menuju lokasi.',
    'Tiang depan milik ISP, sudah dihubungi.',
    'Sudah normal,\nterima kasih.',
    'Masih lancar.',
  ]);
  expect(entries.at(-1)).toMatchObject({ at: '2024-03-20T01:00:00.000Z', by: { name: 'Marlina Sutan (GLPI)' } });
  expect(await count('notices')).toBe(told);
});

test('what was open goes on here, promised from its import on', async () => {
  const galih = await world.staff('Galih Ramadhan');
  const number = await numberOf('4714');
  expect((await galih.getTicket({ number })).sla).toMatchObject({ response: 'RUNNING', resolution: 'RUNNING' });
  await galih.actOnTicket({ number, action: 'resolve', resolutionSummary: 'Rol penarik kertas diganti.' });
  expect(await galih.getTicket({ number })).toMatchObject({
    status: 'RESOLVED',
    isLate: false,
    sla: { resolution: 'ON_TIME' },
  });
});

test('reports count it on its own dates, and in no share on time', async () => {
  const leader = await world.leader();
  const year = { from: '2024-01-01', to: '2024-12-31' };
  const read = async () => (await leader.getReport({ report: 'by-skpd', ...year })).totals;
  const expected = { received: 9, resolved: 8, unmeasured: 8, onTime: null };
  expect(await read()).toMatchObject(expected);
  const { pagination } = await leader.listTickets({ ...year, status: 'RESOLVED', measured: 'false' });
  expect(pagination.total).toBe(8);
  // The same from sums of whole months.
  expect(await runJob(world.database, 'sums')).toBe('completed');
  expect(await read()).toMatchObject(expected);
});

test('killed in the middle and started again, it takes over each ticket once', async () => {
  const file = path.join(dataDir, 'lama.csv');
  const lines = Array.from({ length: 350 }, (_, place) => {
    const end = place % 3 === 0 ? 'Selesai;04-05-2023 10:00' : 'Proses;';
    return `${place + 1};Printer ruang ${place + 1} macet;03-05-2023 08:00;${end}`;
  });
  fs.writeFileSync(file, ['ID;Title;Opening date;Status;Solution date', ...lines].join('\n'));
  const map = path.join(dataDir, 'lama.json');
  const mapping = { source: { code: 'lama', name: 'Sistem Lama' }, defaults: { category: 'HWR-01', unit: 'DINKES' } };
  fs.writeFileSync(map, JSON.stringify(mapping));
  const command = { file, preset: 'glpi', map, isApplied: true, language: 'id' };
  const here = async () => (await imported()).filter(({ source_system }) => source_system === 'lama');

  // Its 250th ticket waits for the test, which kills it there: after two batches, in the middle of the third.
  await world.database.query(`create function hold_on() returns trigger language plpgsql as $$ begin
      if new.source_id = '250' then perform pg_advisory_xact_lock(20231); end if; return new; end $$`);
  await world.database.query('create trigger hold_on before insert on tickets for each row execute function hold_on()');
  await world.database.query('select pg_advisory_lock(20231)');
  const { child, ended } = startImport(world, dataDir, [command]);
  const waiting = `select 1 from pg_locks where locktype = 'advisory' and objid = 20231 and not granted`;
  await until('it has come to its 250th ticket', async () => (await world.database.query(waiting)).rows.length > 0);
  child.kill('SIGKILL');
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  await world.database.query('select pg_advisory_unlock(20231)');
  await world.database.query('drop function hold_on() cascade');
  expect((await here()).map(({ source_id }) => Number(source_id))).toEqual(lines.slice(0, 200).map((_, at) => at + 1));
  expect(await verifyLog(world.databaseName)).toMatchObject({ code: 0 });

  const again = await startImport(world, dataDir, [command]).ended;
  expect([again.code, again.said]).toEqual([0, expect.stringContaining('150 tiket dibuat · 200 sudah ada')]);
  const rows = await here();
  expect(rows.map(({ source_id }) => Number(source_id))).toEqual(lines.map((_, at) => at + 1));
  expect(new Set(rows.map(({ number }) => number)).size).toBe(350);
  const { rows: told } = await world.database.query<{ event: string; count: number }>(
    `select event, count(*)::int as count from audit_entries where request_id like 'import:lama:%' group by 1 order by 1`,
  );
  expect(told).toEqual([
    { event: 'import', count: 350 },
    { event: 'resolve', count: 117 },
    { event: 'submit', count: 350 },
  ]);
});

test('the log and the facts behind reports hold', async () => {
  expect(await verifyLog(world.databaseName)).toMatchObject({ code: 0 });
  expect(await verifyFacts(world.databaseName)).toMatchObject({ code: 0 });
  expect(await runJob(world.database, 'facts')).toBe('completed');
});
