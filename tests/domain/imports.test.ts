import { CsvReader, parseCsv } from 'strapi-plugin-ticketing/domain';
import {
  columnsOf,
  type ImportFaultCode,
  missingColumns,
  momentIn,
  PRESET_MAPPINGS,
  readMapping,
  wordingOf,
} from '../../plugins/ticketing/domain/imports';
import { wib } from './fixtures/seed';
import { CELLS, faultsWith, HEADS, judge, lineWith, MAPPING, ticketWith } from './fixtures/imports';

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
