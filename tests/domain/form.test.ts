import { fits, isPattern } from 'strapi-plugin-ticketing/pattern';
import { checkForm, FIELD_TYPES, type FieldType, type FormField } from 'strapi-plugin-ticketing/domain';

/** Tuesday 24 November 2026, 10.00 WIB. */
const NOW = Date.parse('2026-11-24T03:00:00Z');
const field = (type: FieldType, over: Partial<FormField> = {}): FormField => ({
  key: 'isian',
  label: 'Isian',
  type,
  required: true,
  help: null,
  options: ['A', 'B'],
  accept: [],
  min: null,
  max: null,
  pattern: null,
  suffix: null,
  ...{ englishLabel: null, englishHelp: null, englishOptions: [] },
  isPast: false,
  ...over,
});
const outcome = (of: FormField, given: unknown) => {
  const { values, issues } = checkForm([of], given === undefined ? {} : { isian: given }, NOW, fits);
  return issues[0]?.code ?? values['isian'];
};

const ACCEPTED: Record<Exclude<FieldType, 'file'>, [unknown, unknown][]> = {
  text: [['  Lantai 1 ', 'Lantai 1']],
  textarea: [['a\nb', 'a\nb']],
  number: [
    ['2,5', 2.5],
    [0, 0],
    ['0,125', 0.125],
    ['1250', 1250],
    [' -3 ', -3],
  ],
  select: [['A', 'A']],
  multiselect: [
    [
      ['A', 'A', 'B'],
      ['A', 'B'],
    ],
    ['B', ['B']],
  ],
  boolean: [
    [true, true],
    ['false', false],
    ['on', true],
  ],
  date: [['2026-11-24', '2026-11-24']],
  datetime: [
    ['2026-11-24T08:00', '2026-11-24T08:00'],
    ['2026-11-24T01:00:00Z', '2026-11-24T01:00:00Z'],
  ],
  url: [['https://bukittinggikota.go.id/x?y=1', 'https://bukittinggikota.go.id/x?y=1']],
  domain: [['layanan.bukittinggikota.go.id', 'layanan.bukittinggikota.go.id']],
  email: [['a@b.go.id', 'a@b.go.id']],
  phone: [
    ['0840-0000-0201', '0840-0000-0201'],
    ['+62 752 33369', '+62 752 33369'],
  ],
  nip: [
    ['198501012010011001', '198501012010011001'],
    ['19850101 201001 1 001', '198501012010011001'],
  ],
};
const REFUSED: Record<Exclude<FieldType, 'file'>, [unknown, string][]> = {
  text: [
    ['x'.repeat(301), 'tooLong'],
    [7, 'wrongType'],
    [{}, 'wrongType'],
  ],
  textarea: [['x'.repeat(5001), 'tooLong']],
  number: [
    ['dua', 'wrongType'],
    [Number.NaN, 'wrongType'],
    [Infinity, 'wrongType'],
    ['1.250', 'thousands'],
    ['1,250', 'thousands'],
    ['1.250.000', 'thousands'],
    ['1e3', 'wrongType'],
    ['0x10', 'wrongType'],
  ],
  select: [
    ['C', 'notInList'],
    [['A'], 'notInList'],
  ],
  multiselect: [
    [['A', 'C'], 'notInList'],
    [[1], 'wrongType'],
  ],
  boolean: [['mungkin', 'wrongType']],
  date: [
    ['24-11-2026', 'wrongFormat'],
    ['2026-13-01', 'wrongFormat'],
    ['2026-02-30', 'wrongFormat'],
  ],
  datetime: [
    ['kemarin', 'wrongFormat'],
    ['2026-11-24', 'wrongFormat'],
    ['2026-02-30T08:00', 'wrongFormat'],
  ],
  url: [
    ['javascript:alert(1)', 'wrongFormat'],
    ['bukittinggi', 'wrongFormat'],
  ],
  domain: [
    ['-a.id', 'wrongFormat'],
    ['a b.id', 'wrongFormat'],
  ],
  email: [
    ['a@b', 'wrongFormat'],
    ['a b@c.id', 'wrongFormat'],
  ],
  phone: [
    ['halo', 'wrongFormat'],
    ['12', 'wrongFormat'],
  ],
  nip: [
    ['123', 'wrongFormat'],
    ['1985010120100110011', 'tooLong'],
  ],
};

for (const type of FIELD_TYPES.filter((each): each is Exclude<FieldType, 'file'> => each !== 'file')) {
  test(`a ${type} field takes what fits and names what does not`, () => {
    for (const [given, value] of ACCEPTED[type]) expect(outcome(field(type), given)).toEqual(value);
    for (const [given, code] of REFUSED[type]) expect([given, outcome(field(type), given)]).toEqual([given, code]);
    expect(outcome(field(type), undefined)).toBe('required');
    expect(outcome(field(type), '')).toBe('required');
    expect(outcome(field(type, { required: false }), undefined)).toBeUndefined();
  });
}

test('a name below a domain of the city is typed alone or whole, and kept whole', () => {
  const subdomain = field('domain', {
    suffix: '.bukittinggikota.go.id',
    pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$',
  });
  for (const typed of ['dinas', ' Dinas ', 'dinas.bukittinggikota.go.id'])
    expect(outcome(subdomain, typed)).toBe('dinas.bukittinggikota.go.id');
  for (const typed of ['dinas kota', 'dinas.contoh.id', '-dinas', '.bukittinggikota.go.id'])
    expect(outcome(subdomain, typed)).toBe('wrongFormat');
});

test('numbers keep within their limits, texts to their pattern, and a broken pattern blocks nobody', () => {
  expect(outcome(field('number', { min: 1, max: 10 }), 0)).toBe('tooSmall');
  expect(outcome(field('number', { min: 1, max: 10 }), 11)).toBe('tooLarge');
  expect(outcome(field('text', { pattern: '[a-z]+' }), 'ABC')).toBe('wrongFormat');
  expect(outcome(field('text', { pattern: '[a-z' }), 'ABC')).toBe('ABC');
});

test('no pattern of an administrator holds everybody up, and one that would is refused when it is saved', () => {
  // Against this text JavaScript's own engine would still be trying when the sun is gone.
  const answer = `${'a'.repeat(299)}!`;
  for (const pattern of ['(a+)+', '(a|a)*', '(a|aa)+', '(.*)*=(.*)*', '^([a-z]+[a-z]*)*$']) {
    expect(isPattern(pattern)).toBe(true);
    expect(outcome(field('text', { pattern }), answer)).toBe('wrongFormat');
  }
  for (const pattern of ['[a-z', '(?=a)a', '(a)\\1', '((a{1000}){1000}){1000}']) expect(isPattern(pattern)).toBe(false);
});

test('a pattern is of the whole text, in the letters of its reader', () => {
  expect(fits('a|ab', 'ab')).toBe(true);
  expect(fits('a|b', 'ab')).toBe(false);
  expect(fits('^[0-9]{18}$', '198501012010011001')).toBe(true);
  expect(fits('^[0-9]{18}$', '198501012010011001\n')).toBe(false);
  expect(fits('[\\p{L} ]+', 'Batusangkar Áé')).toBe(true);
});

test('files travel beside the form, and a field nobody asked for is named', () => {
  expect(checkForm([field('file')], {}, NOW, fits).issues).toEqual([]);
  expect(checkForm([], { asing: 1 }, NOW, fits).issues).toEqual([{ field: 'form.asing', code: 'unknown' }]);
});

test('since when something is so lies in the past, to the minute and to the day; what is only wished for may lie ahead', () => {
  const since = (type: 'datetime' | 'date', given: string) => outcome(field(type, { isPast: true }), given);
  expect(since('datetime', '2026-11-24T10:00')).toBe('2026-11-24T10:00');
  expect(since('datetime', '2026-11-24T10:01')).toBe('inFuture');
  expect(since('datetime', '2026-11-24T03:00:01Z')).toBe('inFuture');
  expect(since('datetime', '2026-11-24T02:59:00Z')).toBe('2026-11-24T02:59:00Z');
  expect(since('date', '2026-11-24')).toBe('2026-11-24');
  expect(since('date', '2026-11-25')).toBe('inFuture');
  expect(outcome(field('datetime'), '2027-01-05T08:00')).toBe('2027-01-05T08:00');
});
