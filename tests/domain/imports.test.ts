import fs from 'node:fs';
import path from 'node:path';
import { CsvReader, parseCsv, type CsvLine } from 'strapi-plugin-ticketing/domain';
import { stateOf } from '../../plugins/ticketing/domain/history';
import {
  columnsOf,
  IMPORT_BOUNDS,
  judgeLine,
  judgeUnit,
  missingColumns,
  missingUnitColumns,
  momentIn,
  PRESET_MAPPINGS,
  PRESETS,
  readMapping,
  storyOf,
  unitColumnsOf,
  wordingOf,
  type ImportedTicket,
  type ImportFaultCode,
  type ImportGround,
  type ImportMapping,
  type PresetName,
} from '../../plugins/ticketing/domain/imports';
import { DEFAULT_SETTINGS } from '../../plugins/ticketing/domain/settings';
import { clocks, wib } from './fixtures/seed';

const FIXTURES = path.join(__dirname, '../fixtures/imports');
const NOW = wib('2026-11-29 10:00');
/** A city that has a service and a unit for every word but these. */
const GROUND: ImportGround = {
  unit: (text) => (/antah berantah/i.test(text) ? null : text),
  service: (text) => (/genset/i.test(text) ? null : text),
};

const judge = (mapping: ImportMapping, heads: readonly string[], line: CsvLine, ground = GROUND) =>
  judgeLine(line, columnsOf(heads, mapping), mapping, wordingOf(mapping), ground, NOW);

const MAPPING: ImportMapping = {
  ...PRESET_MAPPINGS.glpi,
  defaults: { channel: 'PHONE', category: 'LLN-01', unit: 'DINKES' },
};
const HEADS = ['ID', 'Title', 'Status', 'Opening date', 'Solution date', 'Description', 'Solution'];
const CELLS = ['7', 'Internet mati', 'Closed', '2024-03-12 08:15', '2024-03-12 14:40', 'Sejak pagi', 'Kabel diganti'];
const lineWith = (changes: Readonly<Record<string, string>>): CsvLine => ({
  line: 5,
  cells: HEADS.map((head, place) => changes[head] ?? CELLS[place] ?? ''),
});
const faultsWith = (changes: Readonly<Record<string, string>>): ImportFaultCode[] => {
  const judged = judge(MAPPING, HEADS, lineWith(changes));
  return 'faults' in judged ? judged.faults.map(({ code }) => code) : [];
};
function ticketWith(changes: Readonly<Record<string, string>> = {}): ImportedTicket {
  const judged = judge(MAPPING, HEADS, lineWith(changes));
  if ('faults' in judged) throw new Error(JSON.stringify(judged.faults));
  return judged.ticket;
}

describe('CSV is read piece by piece', () => {
  const text = '\uFEFFa;b\r\n"x; ""y""\nz";2\r\n\r\n3;';
  test('wherever the pieces are cut, the lines are those of the whole', () => {
    for (let cut = 3; cut < text.length; cut += 1) {
      const reader = new CsvReader();
      const lines = [...reader.read(text.slice(0, cut)), ...reader.read(text.slice(cut)), ...reader.end()];
      if (cut > 4) expect(lines).toEqual(parseCsv(text));
    }
  });
  test('what is longer or wider than allowed is told, and the lines after it are read', () => {
    const reader = new CsvReader({ characters: 5, cells: 2 });
    const lines = [...reader.read('a;b\n1234567;x\n1;2;3\nok;ja\n'), ...reader.end()];
    expect(lines.map(({ line, fault }) => [line, fault])).toEqual([
      [1, undefined],
      [2, 'cellTooLong'],
      [3, 'tooManyCells'],
      [4, undefined],
    ]);
  });
  test('a quote that is never closed does not swallow the rest unseen', () => {
    const reader = new CsvReader({ characters: 100, cells: 10 });
    const [, broken] = [...reader.read('a;b\n1;"tak ditutup\n2;ya\n'), ...reader.end()];
    expect(broken).toMatchObject({ line: 2, fault: 'unclosedQuote' });
  });
  test('a title above the list does not decide what stands between cells', () => {
    expect(parseCsv('REKAP LAYANAN TIK\na;b,c\n').map(({ cells }) => cells)).toEqual([
      ['REKAP LAYANAN TIK'],
      ['a', 'b,c'],
    ]);
  });
});

describe('dates as other systems and people write them', () => {
  test.each([
    ['2024-03-12 08:15', '2024-03-12 08:15'],
    ['2024-03-12T08:15:30Z', '2024-03-12 15:15'],
    ['12/03/2024 8.15', '2024-03-12 08:15'],
    ['12-3-24', '2024-03-12 12:00'],
    ['Selasa, 12 Maret 2024', '2024-03-12 12:00'],
    ["Jum'at, 15 Maret 2024 pukul 09.15 WIB", '2024-03-15 09:15'],
    ['12 Agt 2024 jam 10:00 WITA', '2024-08-12 09:00'],
    ['5-Okt-2024', '2024-10-05 12:00'],
  ])('%s', (text, at) => {
    expect(Math.floor((momentIn(text, 'dayFirst') ?? NaN) / 60_000) * 60_000).toBe(wib(at));
  });
  test('the American order has the month first, and halves of a day', () => {
    expect(momentIn('3/12/2024 12:05 AM', 'monthFirst')).toBe(wib('2024-03-12 00:05'));
    expect(momentIn('3/12/2024 4:45 PM', 'monthFirst')).toBe(wib('2024-03-12 16:45'));
  });
  test.each([
    '31-04-2024',
    '2024-02-30 08:00',
    '13/32/2024',
    'kemarin',
    '12 Foo 2024',
    '2024-03-12 25:00',
    '0024-01-01',
  ])('%s is none', (text) => expect(momentIn(text, 'dayFirst')).toBeNull());
});

describe('a mapping file', () => {
  test('goes over the preset and adds to its tables', () => {
    const { mapping } = readMapping(
      { source: { name: 'GLPI lama' }, values: { status: { Beres: 'RESOLVED' } }, columns: { Kode: 'id' } },
      PRESET_MAPPINGS.glpi,
    );
    expect(mapping?.source).toEqual({ code: 'glpi', name: 'GLPI lama' });
    expect(mapping && wordingOf(mapping)('status', 'beres')).toBe('RESOLVED');
    expect(mapping && wordingOf(mapping)('status', 'CLOSED')).toBe('RESOLVED');
    expect(mapping && columnsOf(['kode', 'Title'], mapping).map(({ field }) => field)).toEqual(['id', 'title']);
  });
  test('alone says which system it is of', () => {
    expect(readMapping({ columns: { A: 'id' } }, null)).toMatchObject({ faults: [{ where: 'source.code' }] });
    expect(readMapping({ source: { code: 'simpeg-tiket' } }, null).mapping?.source.name).toBe('simpeg-tiket');
  });
  test.each([
    [[], ''],
    [{ kolom: {} }, 'kolom'],
    [{ columns: { A: 'judul' } }, 'columns."A"'],
    [{ values: { state: { a: 'b' } } }, 'values."state"'],
    [{ values: { status: { a: 1 } } }, 'values."status"."a"'],
    [{ source: { code: 'Bukan Kode' } }, 'source.code'],
    [{ dateOrder: 'yearFirst' }, 'dateOrder'],
    [{ numbersRestart: 'ya' }, 'numbersRestart'],
  ])('%j is refused at %s', (given, where) => {
    expect(readMapping(given, PRESET_MAPPINGS.glpi).faults?.map((fault) => fault.where)).toContain(where);
  });
  test('columns that no ticket can do without are asked for', () => {
    const columns = columnsOf(['ID', 'Title'], PRESET_MAPPINGS.glpi);
    expect(missingColumns(columns)).toEqual([['submittedAt'], ['status']]);
  });
});

describe('a line', () => {
  test('becomes a ticket in our words', () => {
    expect(ticketWith()).toMatchObject({
      source: { id: '7', number: '7' },
      status: 'RESOLVED',
      unit: 'DINKES',
      service: 'LLN-01',
      channel: 'PHONE',
      submittedAt: wib('2024-03-12 08:15'),
      resolvedAt: wib('2024-03-12 14:40'),
    });
  });
  test.each<[Readonly<Record<string, string>>, readonly ImportFaultCode[]]>([
    [{ ID: '' }, ['required']],
    [{ Title: '', Description: '' }, ['required']],
    [{ Status: 'Entah' }, ['unknownStatus']],
    [{ Status: '' }, ['requiredWord']],
    [{ 'Opening date': '' }, ['required']],
    [{ 'Opening date': '31-04-2024' }, ['wrongDate']],
    [{ 'Opening date': '2027-01-01 08:00', Status: 'New' }, ['inFuture']],
    [{ 'Solution date': '2024-03-11 08:00' }, ['endsBeforeStart']],
    [{ 'Solution date': '' }, ['noEnd']],
    [{ 'Solution date': '-' }, ['noEnd']],
    [{ Status: 'Entah', 'Opening date': 'kapan-kapan' }, ['unknownStatus', 'wrongDate']],
  ])('with %j has the faults %j', (changes, faults) => expect(faultsWith(changes)).toEqual(faults));
  test('that is longer than a ticket takes is told, with the limit', () => {
    const judged = judge(MAPPING, HEADS, lineWith({ Description: 'x'.repeat(10_001) }));
    expect(judged).toMatchObject({ faults: [{ code: 'tooLong', column: 'Description', limit: 10_000 }] });
  });
  test('names the column and what stands there, safe for a terminal', () => {
    const judged = judge(MAPPING, HEADS, lineWith({ Status: 'a\u001B[31m\nb' }));
    expect(judged).toMatchObject({ faults: [{ line: 5, column: 'Status', value: 'a [31m b' }] });
  });
  test('loses nothing of a long title, and makes one of a description', () => {
    const long = `${'Judul yang panjang sekali '.repeat(12)}akhir`;
    const { title, description } = ticketWith({ Title: long });
    expect(title.length).toBeLessThanOrEqual(200);
    expect(description).toContain(long);
    expect(description).toContain('Sejak pagi');
    expect(ticketWith({ Title: '', Description: 'Baris satu\nBaris dua' })).toMatchObject({
      title: 'Baris satu',
      description: 'Baris satu\nBaris dua',
    });
  });
  test('keeps a column of the city’s own under its head', () => {
    const heads = [...HEADS, 'Lokasi'];
    const judged = judge(MAPPING, heads, { line: 2, cells: [...CELLS, 'Lantai 2'] });
    expect(judged).toMatchObject({ ticket: { extras: [{ label: 'Lokasi', value: 'Lantai 2' }] } });
  });
  test('of a sheet whose numbers begin anew is known by year and number', () => {
    const judged = judge({ ...MAPPING, numbersRestart: true }, HEADS, lineWith({}));
    expect(judged).toMatchObject({ ticket: { source: { id: '2024-7', number: '7' } } });
  });
});

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

test('the command knows the same presets and bounds', () => {
  const command = fs.readFileSync(path.join(__dirname, '../../config/run/import.ts'), 'utf8');
  expect(command).toContain(`const PRESETS = [${[...PRESETS, 'skpd'].map((name) => `'${name}'`).join(', ')}];`);
  expect([IMPORT_BOUNDS.bytes, IMPORT_BOUNDS.mapping]).toEqual([64 * 1024 * 1024, 1024 * 1024]);
  expect(command).toContain('{ list: 64 * 1024 * 1024, mapping: 1024 * 1024 }');
});
