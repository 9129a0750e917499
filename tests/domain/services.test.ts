import { isPattern } from 'strapi-plugin-ticketing/pattern';
import {
  fieldKey,
  formIssues,
  keyedFields,
  serviceIssues,
  wordIssue,
  type KeptService,
  type SaidField,
  type SaidService,
  type ServiceBook,
} from 'strapi-plugin-ticketing/domain';
import { contract } from 'strapi-plugin-ticketing/contract';
import { check } from 'strapi-plugin-ticketing/check';
import { moved, movedTo } from '../../plugins/ticketing/admin/src/settings/services/moves';
import { minutesOf, typedDuration } from '../../plugins/ticketing/admin/src/settings/services/durations';
import { bodyOf, typedService } from '../../plugins/ticketing/admin/src/settings/services/values';

const field = (label: string, over: Partial<SaidField> = {}): SaidField => ({
  ...{ key: null, label, type: 'text', required: false, help: null, options: [], accept: [] },
  ...{ min: null, max: null, pattern: null, suffix: null, moment: null },
  ...{ englishLabel: null, englishHelp: null, englishOptions: [] },
  ...over,
});
const service = (over: Partial<SaidService> = {}): SaidService => ({
  ...{ group: 'NET', name: 'Pinjam modem', kind: 'REQUEST', team: 'TIM-INFRA', defaultPriority: 'LOW', approver: null },
  ...{ requiresLetter: false, requiresDisposition: false, requiresAssignmentLetter: false, isConfidential: false },
  ...{ hasSensitiveAttachments: false, attachmentKinds: [], keywords: [], reference: null, sla: null, fields: [] },
  ...{ englishName: null, englishScope: null },
  ...over,
});
const AROUND = {
  isPattern,
  categories: [{ code: 'NET' }],
  teams: [{ code: 'TIM-INFRA' }, { code: 'TIM-SANDI' }],
  calendars: [{ code: 'JAM_KERJA' }],
};
const against = (over: Partial<SaidService>) =>
  serviceIssues(service(over), AROUND, null).map(({ field: at, code }) => `${at}: ${code}`);

test('a key is made of the first label, is nobody else’s, and stays when the label is mended', () => {
  expect(
    ['Gedung/lokasi', 'Sejak kapan terjadi?', '3 nama perangkat', 'Únik', '???'].map((label) =>
      fieldKey(label, new Set()),
    ),
  ).toEqual(['gedung_lokasi', 'sejak_kapan_terjadi', 'isian_3_nama_perangkat', 'unik', 'isian']);
  expect(fieldKey('x'.repeat(150), new Set())).toHaveLength(60);
  expect(
    keyedFields([
      field('Lokasi kantor', { key: 'lokasi' }),
      field('Lokasi'),
      field('Lokasi lain'),
      field('Lokasi'),
    ]).map(({ key }) => key),
  ).toEqual(['lokasi', 'lokasi_2', 'lokasi_lain', 'lokasi_3']);
});

test('what a kind of field has no use for falls away, as when it was of another kind before', () => {
  const [text, day, number] = keyedFields([
    field('Satu', { options: ['a'], accept: ['pdf'], min: 1, moment: 'SINCE', suffix: 'unit', pattern: 'a+' }),
    field('Dua', { type: 'date', moment: 'START', pattern: 'a+' }),
    field('Tiga', { type: 'number', min: 1, max: 9, suffix: 'unit' }),
  ]);
  expect(text).toMatchObject({ options: [], accept: [], min: null, moment: null, suffix: 'unit', pattern: 'a+' });
  expect(day).toMatchObject({ moment: null, pattern: null });
  expect(number).toMatchObject({ min: 1, max: 9, suffix: 'unit' });
});

test('a form that could not be filled in is refused beside the field', () => {
  const issues = formIssues(
    [
      field('Lokasi', { key: 'lokasi' }),
      field('lokasi!', { key: 'lain' }),
      field('Cakupan', { type: 'select' }),
      field('Jumlah', { type: 'number', min: 5, max: 2 }),
      field('Pola', { pattern: '(' }),
      field('Mulai', { type: 'datetime', moment: 'START' }),
      field('Mulai juga', { type: 'datetime', moment: 'START' }),
      field('Dalam dua bahasa', { type: 'select', options: ['satu', 'dua'], englishOptions: ['one'] }),
    ],
    ['lokasi'],
    isPattern,
  );
  expect(issues.map(({ field: at, code }) => `${at}: ${code}`)).toEqual([
    'fields.1.label: known',
    'fields.1.key: unsuitable',
    'fields.2.options: required',
    'fields.3.max: tooSmall',
    'fields.4.pattern: wrongFormat',
    'fields.6.moment: known',
    'fields.7.englishOptions: otherCount',
  ]);
  expect(wordIssue('id', issues[2] as (typeof issues)[number])).toBe('Pilihan jawaban wajib diisi.');
});

test('a service goes to a team, a calendar and an approver there are, and answers before it is done', () => {
  const sla = { calendar: 'JAM_KERJA', responseMinutes: 60, resolutionMinutes: 450, mode: 'DURATION' } as const;
  const target = { ...sla, minimumNoticeDays: null, scope: null };
  const event = [
    field('Mulai', { type: 'datetime', moment: 'START' }),
    field('Selesai', { type: 'datetime', moment: 'END' }),
  ];
  expect(against({ sla: target, approver: 'KEPALA_DINAS' })).toEqual([]);
  expect(against({ approver: 'TIM-SANDI' })).toEqual([]);
  expect(against({ group: 'NET-01', team: 'TIM-X', approver: 'Pak Camat' })).toEqual([
    'group: unsuitable',
    'team: unsuitable',
    'approver: unsuitable',
  ]);
  expect(against({ sla: { ...target, calendar: 'LAIN', responseMinutes: 451 } })).toEqual([
    'sla.calendar: unsuitable',
    'sla.responseMinutes: afterResolution',
  ]);
  expect(against({ sla: { ...target, mode: 'EVENT' } })).toEqual(['sla.mode: noEvent']);
  expect(against({ sla: { ...target, mode: 'EVENT', responseMinutes: 451 }, fields: event })).toEqual([]);
});

test('what is left empty is nothing, never nought, and a number that is none is named', () => {
  const said = { code: 'NET-99', ...service({ fields: [] }) };
  const read = (over: object) => {
    const { data, issues } = check(contract.createService.body, {
      ...said,
      fields: [{ label: 'Jumlah', type: 'number', ...over }],
    });
    return (data as { fields: SaidField[] } | undefined)?.fields[0] ?? issues.map((each) => wordIssue('id', each));
  };
  expect(read({ min: '', max: null, help: ' ' })).toMatchObject({ key: null, min: null, max: null });
  expect(read({ min: '0', max: '2.5' })).toMatchObject({ min: 0, max: 2.5 });
  expect(read({ min: 'dua' })).toEqual(['Format Nilai terkecil tidak sesuai; periksa kembali penulisannya.']);
  expect(read({ label: '' })).toEqual(['Pertanyaan wajib diisi.']);
});

describe('in the panel', () => {
  const BOOK: ServiceBook = {
    categories: [],
    teams: [],
    calendars: [
      { code: '24X7', name: 'Setiap saat', isAroundTheClock: true },
      { code: 'JAM_KERJA', name: 'Jam kerja', isAroundTheClock: false },
    ],
  };
  const kept = (calendar: string, responseMinutes: number, resolutionMinutes: number): KeptService => ({
    ...service({ keywords: ['wifi', 'lan'], attachmentKinds: ['pdf'], approver: 'KEPALA_DINAS' }),
    ...{ id: 7, code: 'NET-01', isActive: true, version: '0123456789abcdef' },
    sla: { calendar, responseMinutes, resolutionMinutes, mode: 'DURATION', minimumNoticeDays: null, scope: null },
    fields: keyedFields([
      field('Cakupan', { type: 'select', options: ['Satu ruangan', 'Satu gedung'], required: true }),
      field('Lebar pita', { type: 'number', min: 0.5, max: 1000, suffix: 'Mbps' }),
      field('Sejak', { type: 'datetime', moment: 'SINCE', help: 'Waktu kejadian' }),
    ]),
  });

  test('a service that is looked at and saved unchanged is the same service, in whatever units it is shown', () => {
    for (const [calendar, response, resolution] of [
      ['JAM_KERJA', 30, 1350],
      ['24X7', 90, 2880],
    ] as const) {
      const before = kept(calendar, response, resolution);
      const { data, issues } = check(contract.changeService.body, {
        version: before.version,
        ...bodyOf(typedService(before, BOOK), BOOK),
      });
      const { id: _, code: __, isActive: ___, ...same } = before;
      expect([issues, data]).toEqual([[], same]);
    }
  });
  test('a promise is typed in hours and days of its calendar, and what is no number goes on to be refused', () => {
    expect([typedDuration(1350, false), typedDuration(2880, true), typedDuration(90, false)]).toEqual([
      { amount: '3', unit: 'days' },
      { amount: '2', unit: 'days' },
      { amount: '90', unit: 'minutes' },
    ]);
    expect(minutesOf({ amount: ' 1,5 ', unit: 'hours' }, false)).toBe(90);
    expect(minutesOf({ amount: '2', unit: 'days' }, false)).toBe(900);
    expect(minutesOf({ amount: '2', unit: 'days' }, true)).toBe(2880);
    expect(minutesOf({ amount: ' ', unit: 'days' }, true)).toBeUndefined();
    expect(minutesOf({ amount: 'dua', unit: 'days' }, true)).toBe('dua');
  });
  test('rows change places, and stay where there is none', () => {
    expect([moved(['a', 'b', 'c'], 1, -1), moved(['a', 'b', 'c'], 2, 1), movedTo(['a', 'b', 'c'], 0, 2)]).toEqual([
      ['b', 'a', 'c'],
      null,
      ['b', 'c', 'a'],
    ]);
  });
});
