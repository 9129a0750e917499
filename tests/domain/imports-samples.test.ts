import fs from 'node:fs';
import path from 'node:path';
import { parseCsv } from 'strapi-plugin-ticketing/domain';
import { stateOf } from '../../plugins/ticketing/domain/history';
import {
  accountColumnsAt,
  columnsOf,
  IMPORT_BOUNDS,
  type ImportedTicket,
  judgeListedAccount,
  judgeMessage,
  judgeService,
  judgeUnit,
  durationIn,
  messageColumnsOf,
  messagesFor,
  missingAccountColumns,
  missingMessageColumns,
  missingServiceColumns,
  serviceColumnsOf,
  type ServiceGround,
  missingColumns,
  missingUnitColumns,
  PRESET_MAPPINGS,
  type PresetName,
  PRESETS,
  readMapping,
  storyOf,
  unitColumnsOf,
} from '../../plugins/ticketing/domain/imports';
import { DEFAULT_SETTINGS } from '../../plugins/ticketing/domain/settings';
import { clocks, wib } from './fixtures/seed';
import { FIXTURES, judge, NOW, ticketWith } from './fixtures/imports';

describe('an imported ticket is told again', () => {
  const target = {
    calendar: 'jam_kerja',
    responseMinutes: 60,
    resolutionMinutes: 450,
    mode: 'DURATION' as const,
    minimumNoticeDays: null,
  };
  /** As the server writes it: the promise comes with the import. */
  const stateAt = (ticket: ImportedTicket, now: number, more: readonly { at: number; to: 'RESOLVED' }[] = []) =>
    stateOf(
      [
        ...storyOf(ticket, NOW).map(({ event, at, from, to }) => ({
          event,
          at: new Date(at),
          actor_kind: 'system',
          payload: { ...(to && { from: from ?? null, to }), ...(event === 'import' && { after: { sla: { target } } }) },
        })),
        ...more.map(({ at, to }) => ({
          event: 'resolve' as const,
          at: new Date(at),
          actor_kind: 'staff',
          payload: { from: 'NEW' as const, to },
        })),
      ],
      clocks,
      DEFAULT_SETTINGS,
      now,
    );

  test('filed then, ended then, imported now', () => {
    expect(storyOf(ticketWith(), NOW)).toEqual([
      { event: 'submit', at: wib('2024-03-12 08:15'), from: null, to: 'NEW' },
      { event: 'resolve', at: wib('2024-03-12 14:40'), from: 'NEW', to: 'RESOLVED', text: 'Kabel diganti' },
      { event: 'import', at: NOW },
    ]);
  });
  test('and what was said on it, at its own times', () => {
    const said = { author: 'Galih', text: 'Menuju lokasi', isInternal: false };
    const messages = [
      { ...said, line: 3, at: wib('2024-03-12 16:00') },
      { ...said, line: 2, at: wib('2024-03-12 14:40') },
      { ...said, line: 4, at: wib('2024-03-11 10:00') },
    ];
    const { told, faults } = messagesFor(messages, ticketWith().submittedAt);
    expect(faults).toMatchObject([{ line: 4, code: 'beforeTicket' }]);
    const ticket = { ...ticketWith(), messages: told };
    expect(storyOf(ticket, NOW).map(({ event, at }) => [event, at])).toEqual([
      ['submit', wib('2024-03-12 08:15')],
      ['comment', wib('2024-03-12 14:40')],
      ['resolve', wib('2024-03-12 14:40')],
      ['comment', wib('2024-03-12 16:00')],
      ['import', NOW],
    ]);
    // Nobody here answered by it.
    expect(stateAt({ ...ticket, status: 'IN_PROGRESS' }, NOW)).toMatchObject({ respondedAt: null });
    const many = Array.from({ length: 501 }, (_, line) => ({ ...said, line, at: NOW }));
    expect(messagesFor(many, 0).faults).toMatchObject([{ line: 500, code: 'tooManyMessages', limit: 500 }]);
  });
  test('what had ended there is neither on time nor late, and keeps its day', () => {
    expect(stateAt(ticketWith(), NOW)).toMatchObject({
      isPromised: false,
      response: 'NOT_COUNTED',
      resolution: 'NOT_COUNTED',
      respondedAt: null,
      resolvedAt: wib('2024-03-12 14:40'),
    });
  });
  test('what is open there takes its status now, and is promised from now on', () => {
    const ticket = ticketWith({ Status: 'Pending', 'Solution date': '' });
    expect(storyOf(ticket, NOW).at(-1)).toMatchObject({ event: 'import', from: 'NEW', to: 'WAITING_THIRD_PARTY' });
    const monday = wib('2026-11-30 08:30');
    const state = stateAt(ticket, NOW);
    // Imported on a Sunday: the clock of working hours begins on Monday at 07.30.
    expect(state).toMatchObject({ isPromised: true, resolution: 'RUNNING', responseDueAt: monday });
    expect(stateAt(ticket, NOW, [{ at: wib('2026-11-30 10:00'), to: 'RESOLVED' }])).toMatchObject({
      resolution: 'ON_TIME',
      response: 'LATE',
    });
  });
});

/** What each sample is to give: the numbers of its tickets, and its bad lines with what is wrong in which column. */
const EXPECTED: Readonly<Record<PresetName, { ids: readonly string[]; faults: readonly (readonly unknown[])[] }>> = {
  glpi: {
    ids: ['4711', '4712', '4713', '4714', '4715', '4716', '4717', '4711'],
    faults: [
      [10, 'unknownUnit', 'Entity'],
      [11, 'unknownStatus', 'Status'],
      [12, 'wrongDate', 'Opening date'],
      [13, 'wrongEmail', 'Requester - Email'],
      [13, 'endsBeforeStart', 'Solution date'],
    ],
  },
  osticket: {
    ids: ['482913', '482914', '482915', '482916', '482917', '482918'],
    faults: [
      [8, 'wrongDate', 'Date Created'],
      [9, 'unknownPriority', 'Priority'],
      [10, 'required', 'Ticket Number'],
      [11, 'requiredWord', 'Organization'],
    ],
  },
  'lembar-kerja': {
    ids: ['2025-1', '2025-2', '2025-3', '2025-4', '2025-5', '2025-6', '2026-1'],
    faults: [
      [11, 'wrongPhone', 'No. HP/WA'],
      [12, 'noEnd', 'Tgl Selesai'],
      [13, 'inFuture', 'Tanggal'],
      [13, 'inFuture', 'Tgl Selesai'],
      [14, 'unknownCategory', 'Jenis Layanan'],
    ],
  },
};

describe.each(PRESETS)('the sample of %s', (preset) => {
  const bytes = fs.readFileSync(path.join(FIXTURES, `${preset}.csv`));
  const text = new TextDecoder(preset === 'lembar-kerja' ? 'windows-1252' : 'utf-8').decode(bytes);
  const { mapping } = readMapping(
    JSON.parse(fs.readFileSync(path.join(FIXTURES, `${preset}.json`), 'utf8')) as unknown,
    PRESET_MAPPINGS[preset],
  );
  if (!mapping) throw new Error('a sample’s mapping is right');
  const lines = parseCsv(text).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const index = lines.findIndex(({ cells }) => missingColumns(columnsOf(cells, mapping)).length === 0);
  const judged = lines.slice(index + 1).map((line) => judge(mapping, lines[index]?.cells ?? [], line));

  test('gives its tickets', () => {
    expect(judged.flatMap((one) => ('ticket' in one ? [one.ticket.source.id] : []))).toEqual(EXPECTED[preset].ids);
  });
  test('has each bad line named', () => {
    expect(
      judged.flatMap((one) =>
        'faults' in one ? one.faults.map((fault) => [fault.line, fault.code, fault.column]) : [],
      ),
    ).toEqual(EXPECTED[preset].faults);
  });
});

test('a list of units names each bad line, and a parent may stand above its children', () => {
  const [head, ...lines] = parseCsv(fs.readFileSync(path.join(FIXTURES, 'skpd.csv'), 'utf8'));
  const columns = unitColumnsOf(head?.cells ?? []);
  expect(missingUnitColumns(columns)).toEqual([]);
  expect(missingUnitColumns(unitColumnsOf(['Kode', 'Jenis']))).toEqual(['name']);
  const seen = new Map<string, number>();
  const judged = lines.map((line) => {
    const one = judgeUnit(line, columns, seen, (code) => code === 'DINKES');
    if ('unit' in one) seen.set(one.unit.code, line.line);
    return 'unit' in one
      ? [line.line, one.unit.code, one.unit.parent]
      : one.faults.map(({ line, code }) => [line, code]);
  });
  expect(judged).toEqual([
    [2, 'DINKES', null],
    [3, 'PKM-CONTOH', 'DINKES'],
    [4, 'UPT-LABKES', 'PKM-CONTOH'],
    [[5, 'wrongCode']],
    [[6, 'required']],
    [[7, 'unknownParent']],
    [[8, 'twice']],
    [[9, 'wrongDays']],
  ]);
});

describe('a list of services', () => {
  const said = {
    ...{ approver: null, requiresLetter: false, requiresDisposition: false, requiresAssignmentLetter: false },
    ...{ isConfidential: false, hasSensitiveAttachments: false, attachmentKinds: [], keywords: ['wifi'] },
    ...{ reference: null, englishName: null, englishScope: null, fields: [], sla: null },
  };
  const service = (code: string, name: string) => ({
    ...{ ...said, id: 2, code, version: 'v', isActive: true, group: 'NET', name, team: 'TIM-INFRA' },
    ...{ kind: 'INCIDENT' as const, defaultPriority: 'HIGH' as const },
  });
  const ground: ServiceGround = {
    book: {
      categories: [
        {
          ...{ id: 1, code: 'NET', name: 'Jaringan & Internet', version: 'v', description: null, englishName: null },
          ...{ englishDescription: null, icon: 'wifi', isActive: true, services: [] },
        },
      ],
      teams: [{ code: 'TIM-INFRA', name: 'Tim Infrastruktur' }],
      calendars: [
        { code: 'JAM_KERJA', name: 'Jam kerja', isAroundTheClock: false },
        { code: '24X7', name: '24 jam', isAroundTheClock: true },
      ],
    },
    services: new Map(
      [service('NET-01', 'Gangguan internet'), service('NET-02', 'VPN'), service('NET-03', 'LAN')].map((one) => [
        one.code,
        one,
      ]),
    ),
    calendar: 'JAM_KERJA',
    isPattern: () => true,
  };
  const [, head, ...lines] = parseCsv(fs.readFileSync(path.join(FIXTURES, 'layanan.csv'), 'utf8'));
  const columns = serviceColumnsOf(head?.cells ?? []);
  const above = { codes: new Map<string, number>(), groups: [] };
  const judged = lines.map((line) => judgeService(line, columns, above, ground));
  const listed = judged.flatMap((one) => ('listed' in one ? [one.listed] : []));

  test('has a category above its services, which take from it what they are', () => {
    expect(missingServiceColumns(columns)).toEqual([]);
    expect(missingServiceColumns(serviceColumnsOf(['Kode', 'Nama']))).toEqual(['group']);
    expect(listed.map(({ is, code, before }) => [is, code, before !== null])).toEqual([
      ['group', 'CTH', false],
      ['service', 'CTH-01', false],
      ['service', 'CTH-02', false],
      ['service', 'CTH-03', false],
      ['service', 'NET-01', true],
      ['group', 'NET', true],
    ]);
    expect(listed[1]?.said).toMatchObject({
      ...{ group: 'CTH', kind: 'REQUEST', defaultPriority: 'LOW', reference: 'Perwako contoh' },
      sla: { calendar: 'JAM_KERJA', responseMinutes: 120, resolutionMinutes: 675, mode: 'DURATION' },
    });
    expect(listed[2]?.said).toMatchObject({ sla: { calendar: '24X7', responseMinutes: 30, resolutionMinutes: 240 } });
    expect(listed[3]).toMatchObject({ isActive: false, said: { sla: null } });
  });
  test('names what it changes of what is here, and leaves alone what it does not say', () => {
    expect(listed[4]?.changes).toEqual([{ field: 'name', from: 'Gangguan internet', to: 'Gangguan internet kantor' }]);
    expect(listed[4]?.said).toMatchObject({ team: 'TIM-INFRA', keywords: ['wifi'], defaultPriority: 'HIGH' });
    expect(listed[5]?.changes).toEqual([]);
  });
  test('has each bad line named', () => {
    const faults = judged.flatMap((one) => ('faults' in one ? one.faults : []));
    expect(faults.map(({ line, code, column }) => [line, code, column])).toEqual([
      [8, 'required', 'Nama Layanan'],
      [9, 'unknownGroup', 'Kategori'],
      [10, 'unknownTeam', 'Tim Pelaksana'],
      [10, 'unknownKind', 'Jenis'],
      [10, 'unknownServicePriority', 'Prioritas'],
      [10, 'notYesOrNo', 'Aktif'],
      [11, 'responseAfterResolution', 'Respons (jam)'],
      [12, 'unknownCalendar', 'Kalender'],
      [12, 'wrongDuration', 'Respons (jam)'],
      [13, 'twice', 'Kode Layanan'],
      [14, 'groupAsService', 'Kode Layanan'],
      [15, 'serviceAsGroup', 'Kode Layanan'],
      [16, 'notForGroup', 'Tim Pelaksana'],
      [17, 'required', 'Selesai (hari kerja)'],
    ]);
  });
  test.each<[string, string, boolean, number | null]>([
    ['1 hari kerja 2 jam', '', false, 570],
    ['1 hari', '', true, 1440],
    ['7,5', 'SLA (jam)', false, 450],
    ['2', 'SLA (hari kerja)', false, 900],
    ['45', 'Respons menit', false, 45],
    ['2 jam lebih', '', false, null],
    ['0', '', false, null],
    ['1400 hari', '', false, null],
  ])('%s under "%s" is %s', (text, under, isAroundTheClock, minutes) =>
    expect(durationIn(text, under, isAroundTheClock)).toBe(minutes),
  );
});

describe('a list of messages', () => {
  const HEADS = ['Nomor Tiket', 'Tanggal', 'Oleh', 'Isi', 'Jenis'];
  const sheet = PRESET_MAPPINGS['lembar-kerja'];
  const judgedAs = (cells: readonly string[], mapping = sheet) =>
    judgeMessage({ line: 2, cells }, messageColumnsOf(HEADS), mapping, NOW);
  test('has its columns under the heads of the known systems', () => {
    const heads = [
      ['ticket_id', 'created', 'poster', 'body', 'type'],
      ['items_id', 'date_creation', 'user', 'content', 'is_private'],
      ['No. Tiket', 'Tanggal', 'Penulis', 'Catatan'],
    ];
    for (const each of heads) expect(missingMessageColumns(messageColumnsOf(each))).toEqual([]);
    expect(missingMessageColumns(messageColumnsOf(['ID', 'Tanggal']))).toEqual(['author', 'text']);
  });
  test('is told which are for staff alone', () => {
    const said = (kind: string) => judgedAs(['2025-1', '6 Januari 2025 09.00', 'Yanti', 'Masih lambat', kind]);
    expect(said('')).toEqual({
      ticket: '2025-1',
      message: {
        ...{ line: 2, at: wib('2025-01-06 09:00'), author: 'Yanti', text: 'Masih lambat', isInternal: false },
      },
    });
    for (const [kind, isInternal] of [
      ['N', true],
      ['Private', true],
      ['R', false],
      ['0', false],
    ] as const)
      expect(said(kind)).toMatchObject({ message: { isInternal } });
  });
  test.each<[readonly string[], readonly string[]]>([
    [['1', '6 Januari 2025', 'Yanti', 'Halo', ''], ['yearOfNumber']],
    [
      ['', '31-04-2025', '', '', 'entah'],
      ['required', 'required', 'wrongDate', 'required', 'publicOrInternal'],
    ],
    [
      ['2025-1', '6 Januari 2027', 'Yanti', 'x'.repeat(10_001), ''],
      ['inFuture', 'tooLong'],
    ],
  ])('with %j has the faults %j', (cells, codes) => {
    const judged = judgedAs(cells);
    expect('faults' in judged ? judged.faults.map(({ code }) => code) : []).toEqual(codes);
  });
});

describe('a list of people', () => {
  const ground = {
    units: [{ code: 'DINKES', name: 'Dinas Kesehatan' }],
    teams: [
      { code: 'TIM-INFRA', name: 'Tim Infrastruktur' },
      { code: 'TIM-APP', name: 'Tim Aplikasi' },
    ],
    isKnown: (email: string) => email === 'hendra.koto@contoh.test',
  };
  const read = (file: string, door: 'portal' | 'staff') => {
    const [head, ...lines] = parseCsv(fs.readFileSync(path.join(FIXTURES, file), 'utf8'));
    const columns = accountColumnsAt(door)(head?.cells ?? []);
    expect(missingAccountColumns(door)(columns)).toEqual([]);
    const seen = new Map<string, number>();
    return lines.map((line) => judgeListedAccount(line, columns, door, seen, ground));
  };
  const faultsIn = (judged: ReturnType<typeof read>) =>
    judged.flatMap((one) => ('faults' in one ? one.faults : [])).map(({ line, code, column }) => [line, code, column]);

  test('of the portal gives its accounts, and names each bad line with its column', () => {
    const judged = read('akun.csv', 'portal');
    expect(judged[0]).toEqual({
      account: {
        ...{ fullName: 'Wulan Sari', email: 'wulan.sari@contoh.test', roles: ['REQUESTER'], skpd: 'DINKES', teams: [] },
        ...{ position: 'Pranata Komputer', phone: '0840-0000-0401', nip: '198501012010012001' },
      },
      isKnown: false,
    });
    expect(judged[1]).toMatchObject({ account: { roles: ['LEADER'], skpd: null }, isKnown: true });
    expect(faultsIn(judged)).toEqual([
      [4, 'wrongName', 'Nama Lengkap'],
      [5, 'wrongAddress', 'Email'],
      [6, 'unknownRole', 'Peran'],
      [7, 'noUnit', 'Unit Kerja'],
      [8, 'wrongPhone', 'No. HP/WA'],
      [9, 'wrongNip', 'NIP'],
      [10, 'twice', 'Email'],
    ]);
  });
  test('of staff has roles, of which there may be several, and teams', () => {
    const judged = read('petugas.csv', 'staff');
    expect(faultsIn(judged)).toEqual([
      [2, 'unknownTeam', 'Tim'],
      [5, 'required', 'Peran'],
      [6, 'unknownStaffRole', 'Peran'],
    ]);
    expect(judged[2]).toMatchObject({
      account: {
        email: 'sri.wahyuni@contoh.test',
        roles: ['OFFICER', 'COORDINATOR'],
        teams: ['TIM-INFRA'],
        skpd: null,
      },
    });
    expect(missingAccountColumns('staff')(accountColumnsAt('staff')(['Nama', 'SKPD']))).toEqual(['email', 'role']);
  });
});

test('the command knows the same presets and bounds', () => {
  const command = fs.readFileSync(path.join(__dirname, '../../config/run/import.ts'), 'utf8');
  expect(command).toContain(
    `const PRESETS = [${[...PRESETS, 'skpd', 'layanan', 'akun', 'petugas'].map((name) => `'${name}'`).join(', ')}];`,
  );
  expect([IMPORT_BOUNDS.bytes, IMPORT_BOUNDS.mapping]).toEqual([64 * 1024 * 1024, 1024 * 1024]);
  expect(command).toContain('{ list: 64 * 1024 * 1024, mapping: 1024 * 1024 }');
});
