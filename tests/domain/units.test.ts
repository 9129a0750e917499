import {
  dayBefore,
  formerUnitsOf,
  isOpenOn,
  parentIssues,
  replacementIssues,
  standingFor,
  tenureIssues,
  type Tenure,
} from 'strapi-plugin-ticketing/domain';

const unit = (over: Partial<Tenure> = {}): Tenure => ({
  isActive: true,
  activeFrom: null,
  activeTo: null,
  replacedBy: null,
  ...over,
});
/** The merger of 1 March 2027, and a new name for what came of it a year later. */
const UNITS = new Map<string, Tenure>([
  ['SATPOLPP', unit({ activeTo: '2027-02-28', replacedBy: 'SATPOLPPDAMKAR' })],
  ['DAMKAR', unit({ activeTo: '2027-02-28', replacedBy: 'SATPOLPPDAMKAR' })],
  ['SATPOLPPDAMKAR', unit({ activeFrom: '2027-03-01', activeTo: '2028-02-29', replacedBy: 'KETERTIBAN' })],
  ['KETERTIBAN', unit({ activeFrom: '2028-03-01' })],
  // Announced without a day, as the city's list has it.
  ['DINSOS', unit({ replacedBy: 'DINSOSPMD' })],
  ['DINSOSPMD', unit({ isActive: false })],
]);

test('a unit may be chosen on its days, the first and the last included', () => {
  const merged = UNITS.get('SATPOLPPDAMKAR') as Tenure;
  expect(['2027-02-28', '2027-03-01', '2028-02-29', '2028-03-01'].map((day) => isOpenOn(merged, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isOpenOn(unit({ isActive: false }), '2027-01-01')).toBe(false);
});

test('people stand in the unit that holds the place of theirs on that day, through every merger and new name', () => {
  expect(['2027-02-28', '2027-03-01', '2028-03-01'].map((day) => standingFor(UNITS, 'DAMKAR', day))).toEqual([
    'DAMKAR',
    'SATPOLPPDAMKAR',
    'KETERTIBAN',
  ]);
  expect(formerUnitsOf(UNITS, 'SATPOLPPDAMKAR', '2027-02-28')).toEqual([]);
  expect(formerUnitsOf(UNITS, 'SATPOLPPDAMKAR', '2027-03-01')).toEqual(['SATPOLPP', 'DAMKAR']);
  expect(formerUnitsOf(UNITS, 'KETERTIBAN', '2028-03-01')).toEqual(['SATPOLPP', 'DAMKAR', 'SATPOLPPDAMKAR']);
  // What is announced without a day, or not known at all, has not happened.
  expect(standingFor(UNITS, 'DINSOS', '2099-01-01')).toBe('DINSOS');
  expect(standingFor(UNITS, 'TIDAKADA', '2027-01-01')).toBe('TIDAKADA');
});

test('two units that give way to each other, as only a raw table can say, send nobody in a circle', () => {
  const circle = new Map([
    ['A', unit({ isActive: false, replacedBy: 'B' })],
    ['B', unit({ isActive: false, replacedBy: 'A' })],
  ]);
  expect(standingFor(circle, 'A', '2027-01-01')).toBe('A');
  expect(formerUnitsOf(circle, 'A', '2027-01-01')).toEqual([]);
});

test('a replacement is refused where it would make no sense', () => {
  const fields = (from: readonly string[], into: string, day = '2027-06-01') =>
    replacementIssues(UNITS, { from, into, day }).map(({ field }) => field);
  expect(fields(['DINSOS'], 'DINSOSPMD')).toEqual([]);
  expect(fields(['DINSOS'], 'BARU')).toEqual([]);
  expect(fields(['DINSOS'], 'DINSOS')).toEqual(['from']);
  expect(fields(['TIDAKADA'], 'DINSOSPMD')).toEqual(['from']);
  // It gave way already, and cannot do so again; nor can it take a place.
  expect(fields(['DAMKAR'], 'DINSOS')).toEqual(['from']);
  expect(fields(['DINSOS'], 'DAMKAR')).toEqual(['into']);
  // Neither may a unit follow what follows it, even later.
  expect(fields(['KETERTIBAN'], 'SATPOLPPDAMKAR')).toEqual(['into']);
  expect(fields(['DINSOS'], 'DINSOSPMD', '31-12-2027')).toEqual(['day']);
  expect(dayBefore('2028-03-01')).toBe('2028-02-29');
});

test('a unit does not end before it begins', () => {
  expect(tenureIssues({ activeFrom: '2027-03-01', activeTo: '2027-02-28' })).toMatchObject([{ field: 'activeTo' }]);
  expect(tenureIssues({ activeFrom: '2027-03-01', activeTo: '2027-03-01' })).toEqual([]);
});

test('a unit lies below one that is there, and never below itself, however many lie between', () => {
  const parents = new Map([
    ['SETDA', null],
    ['BAGIAN', 'SETDA'],
    ['SUBBAGIAN', 'BAGIAN'],
    // A circle, as only a raw table can say.
    ['A', 'B'],
    ['B', 'A'],
  ]);
  expect(parentIssues(parents, 'SETDA', 'SUBBAGIAN')).toEqual([]);
  expect(parentIssues(parents, 'SUBBAGIAN', null)).toEqual([]);
  expect(parentIssues(parents, 'A', 'SETDA')).toEqual([]);
  const refused = [{ field: 'parent', code: 'unsuitable' }];
  expect(parentIssues(parents, 'SUBBAGIAN', 'SETDA')).toEqual(refused);
  expect(parentIssues(parents, 'SETDA', 'SETDA')).toEqual(refused);
  expect(parentIssues(parents, 'TIDAKADA', 'SETDA')).toEqual(refused);
  expect(parentIssues(parents, 'TIDAKADA', null)).toEqual(refused);
});
