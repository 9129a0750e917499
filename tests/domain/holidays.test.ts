import fs from 'node:fs';
import path from 'node:path';
import { awayUntil, dayIn, HOLIDAY_LIST, isSound, parseCsv, readHolidays } from 'strapi-plugin-ticketing/domain';

test('cells in quotes hold separators, quotes and line breaks; lines are counted as an editor counts them', () => {
  expect(parseCsv('\uFEFFa;b\r\n"x; ""y""\nz";2\r\n\r\n3;')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['x; "y"\nz', '2'] },
    { line: 4, cells: [''] },
    { line: 5, cells: ['3', ''] },
  ]);
  expect(parseCsv('a,"b, c"').map(({ cells }) => cells)).toEqual([['a', 'b, c']]);
});

test('a day is read as people write it', () => {
  for (const written of ['2028-01-05', '05-01-2028', '5/1/2028', '5 Januari 2028', 'Rabu, 5 Januari 2028'])
    expect([written, dayIn(written)]).toEqual([written, '2028-01-05']);
  expect(dayIn('32 Januari 2028')).not.toBe('2028-02-01');
});

test('every bad line of a list is named by its number and by what is wrong; a known day is passed over', () => {
  const list = [
    'Tanggal;Nama;Jenis',
    '01-01-2028;Tahun Baru Masehi;Libur Nasional',
    '30-02-2028;Tidak ada;libur nasional',
    '01-01-3028;Salah ketik;libur nasional',
    '02-01-2028;;libur nasional',
    '03-01-2028;Entah;libur',
    '1 Januari 2028;Lagi;cuti bersama',
    '17-08-2028;Kemerdekaan;libur nasional',
    '22-12-2028;Hari Jadi Kota;libur setempat',
  ].join('\r\n');
  const read = readHolidays(list, ['2028-08-17']);
  expect(read.map(({ line, fault }) => [line, fault])).toEqual([
    [2, null],
    [3, 'day'],
    [4, 'year'],
    [5, 'name'],
    [6, 'kind'],
    [7, 'twice'],
    [8, 'known'],
    [9, null],
  ]);
  expect(read.at(-1)).toMatchObject({ day: '2028-12-22', name: 'Hari Jadi Kota', kind: 'LOCAL' });
  expect(isSound(read)).toBe(false);
  expect(isSound(read.filter(({ fault }) => fault === null || fault === 'known'))).toBe(true);
  expect(isSound(read.filter(({ fault }) => fault === 'known'))).toBe(false);
});

test('the decrees of the seed, written as a list, are read whole', () => {
  const { hari } = JSON.parse(
    fs.readFileSync(path.join(__dirname, '../../database/seed/kalender-kerja.json'), 'utf8'),
  ) as { hari: { tanggal: string; nama: string; jenis: string }[] };
  const list = hari.map(({ tanggal, nama, jenis }) => `${tanggal};"${nama}";${jenis.replace('_', ' ')}`).join('\n');
  const read = readHolidays(list, []);
  expect(read.map(({ day, fault }) => [day, fault])).toEqual(hari.map(({ tanggal }) => [tanggal, null]));
  expect(read.filter(({ kind }) => kind === 'JOINT_LEAVE')).toHaveLength(16);
});

test('a list longer than is read is not taken over by half: its first line too many says so', () => {
  const days = Array.from({ length: HOLIDAY_LIST.lines + 3 }, (_, nth) =>
    new Date(Date.UTC(2028, 0, 1 + nth)).toISOString().slice(0, 10),
  );
  const listOf = (count: number) =>
    days
      .slice(0, count)
      .map((day) => `${day};Libur;libur nasional`)
      .join('\n');
  expect(isSound(readHolidays(listOf(HOLIDAY_LIST.lines), []))).toBe(true);
  const read = readHolidays(listOf(days.length), []);
  expect(read.filter(({ fault }) => fault !== null)).toMatchObject([
    { line: HOLIDAY_LIST.lines + 1, fault: 'tooMany' },
  ]);
  expect(isSound(read)).toBe(false);
});

test.each([
  ['at work', [], null],
  ['back since yesterday', [['2026-11-20', '2026-11-28']], null],
  ['leaving tomorrow', [['2026-11-30', '2026-12-04']], null],
  ['away for this day alone', [['2026-11-29', '2026-11-29']], '2026-11-29'],
  ['away until its last day', [['2026-11-23', '2026-12-03']], '2026-12-03'],
  // Told in two pieces, also out of order: whoever is asked for comes back after the second.
  [
    'away twice in a row',
    [
      ['2026-12-04', '2026-12-10'],
      ['2026-11-23', '2026-12-03'],
    ],
    '2026-12-10',
  ],
  [
    'away twice, at work between',
    [
      ['2026-11-23', '2026-12-03'],
      ['2026-12-05', '2026-12-10'],
    ],
    '2026-12-03',
  ],
] as const)('an officer is %s', (_, leave, until) =>
  expect(
    awayUntil(
      leave.map(([firstDay, lastDay]) => ({ firstDay, lastDay })),
      '2026-11-29',
    ),
  ).toBe(until),
);
