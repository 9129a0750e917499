import {
  CALENDAR_CODE,
  calendarCodeOf,
  hoursIssues,
  timeOfDay,
  weeklyMinutes,
  type OpenHours,
  type SaidHours,
} from 'strapi-plugin-ticketing/domain';
import { nextSlot, spread } from '../../plugins/ticketing/admin/src/settings/hours/week';

const slot = (weekday: number, opens: string, closes: string): OpenHours => ({ weekday, opens, closes });
const OFFICE = [1, 2, 3, 4]
  .flatMap((day) => [slot(day, '07:30', '12:00'), slot(day, '13:00', '16:00')])
  .concat([slot(5, '07:30', '11:30'), slot(5, '13:00', '16:30')]);
const said = (over: Partial<SaidHours> = {}): SaidHours => ({
  name: 'Jam kerja',
  alwaysOpen: false,
  slots: OFFICE,
  periods: [],
  ...over,
});
const against = (over: Partial<SaidHours>): string[] =>
  hoursIssues(said(over)).map(({ field, code }) => `${field}: ${code}`);

test('times are typed as people write them', () => {
  expect(['7.30', '07:30', ' 07.30 ', '16:00', '24:00'].map(timeOfDay)).toEqual([
    '07:30',
    '07:30',
    '07:30',
    '16:00',
    '24:00',
  ]);
  expect(timeOfDay('pagi')).toBe('pagi');
});

test('a week of the office has 37 hours and a half, breaks excluded', () => {
  expect(weeklyMinutes(OFFICE)).toBe(37.5 * 60);
  expect(weeklyMinutes([...OFFICE, slot(6, 'pagi', '')])).toBe(37.5 * 60);
});

test('hours that could not be counted by are refused beside the field', () => {
  expect(against({})).toEqual([]);
  expect(against({ slots: [] })).toEqual(['slots: required']);
  expect(against({ slots: [], alwaysOpen: true })).toEqual([]);
  expect(against({ slots: [slot(1, '13:00', '13:00')] })).toEqual(['slots.0.closes: tooSmall']);
  // A stretch may begin where another ends, not before; other days are another matter.
  expect(against({ slots: [slot(1, '07:30', '12:00'), slot(1, '12:00', '16:00'), slot(2, '08:00', '24:00')] })).toEqual(
    [],
  );
  expect(against({ slots: [slot(1, '07:30', '12:00'), slot(2, '07:30', '12:00'), slot(1, '11:59', '16:00')] })).toEqual(
    ['slots.2.opens: overlaps'],
  );
  const ramadan = { name: 'Ramadan', startsOn: '2027-02-08', endsOn: '2027-03-09', slots: [slot(1, '08:00', '15:00')] };
  expect(against({ periods: [ramadan] })).toEqual([]);
  // Whatever is amiss is told at once, also what is not even written yet.
  expect(
    against({
      name: ' ',
      slots: [slot(1, 'pagi', '25:00')],
      periods: [{ name: '', startsOn: '', endsOn: '', slots: [] }],
    }),
  ).toEqual([
    'name: required',
    'slots.0.opens: wrongFormat',
    'slots.0.closes: wrongFormat',
    'periods.0.name: required',
    'periods.0.startsOn: required',
    'periods.0.endsOn: required',
  ]);
  // A period without hours is one without work.
  expect(against({ periods: [{ ...ramadan, slots: [] }] })).toEqual([]);
  expect(
    against({ periods: [ramadan, { ...ramadan, endsOn: '2027-02-07', slots: [slot(5, '12:00', '08:00')] }] }),
  ).toEqual(['periods.1.endsOn: tooSmall', 'periods.1.slots.0.closes: tooSmall']);
});

test('Monday is copied to the workdays, and weekends stay', () => {
  const slots = [
    slot(1, '08:00', '12:00'),
    slot(1, '13:00', '15:00'),
    slot(3, '10:00', '11:00'),
    slot(6, '08:00', '10:00'),
  ];
  expect(spread(slots)).toEqual([
    ...slots.filter(({ weekday }) => weekday !== 3),
    ...[2, 3, 4, 5].flatMap((day) => [slot(day, '08:00', '12:00'), slot(day, '13:00', '15:00')]),
  ]);
  expect([nextSlot(6, 0), nextSlot(6, 1)]).toEqual([slot(6, '07:30', '12:00'), slot(6, '13:00', '16:00')]);
});

test('a calendar’s code is made of its name, and is one that the contract takes', () => {
  for (const [name, code] of [
    ['Jam kerja puskesmas', 'JAM_KERJA_PUSKESMAS'],
    ['  Gedung “B” – lantai 2 ', 'GEDUNG_B_LANTAI_2'],
    ['Piket ʻétage', 'PIKET_ETAGE'],
    [`${'x'.repeat(39)} yz`, 'X'.repeat(39)],
  ] as const) {
    expect(calendarCodeOf(name)).toBe(code);
    expect(code).toMatch(CALENDAR_CODE);
  }
  expect(calendarCodeOf('“–”')).toBe('');
});
