import fc from 'fast-check';
import {
  createClock,
  minutesPerWeek,
  type WeekPattern,
  type WorkingCalendar,
} from '../../plugins/ticketing/domain/calendar';
import { dayNumber, parseDay, toDay, weekdayOf } from '../../plugins/ticketing/domain/wib';
import { always, office, officeHours, weekMinutes, wib, written } from './fixtures/seed';

const due = (start: string, minutes: number) => written(office.add(wib(start), minutes));
const never: WeekPattern = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
const withHours = (week: WeekPattern, more: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  code: 'test',
  alwaysOpen: false,
  week,
  periods: [],
  holidays: [],
  ...more,
});

describe('a deadline in working time', () => {
  test.each([
    ['2026-11-20 15:45', 120, '2026-11-23 08:45', 'Friday ends at 16:30 and a weekend follows'],
    ['2026-11-21 10:00', 60, '2026-11-23 08:30', 'it was asked for on a Saturday'],
    ['2026-11-23 12:30', 30, '2026-11-23 13:30', 'it was asked for in the break'],
    ['2026-12-23 15:00', 450, '2026-12-28 15:00', 'joint leave and Christmas lie between'],
    ['2026-02-27 11:30', 120, '2026-02-27 14:30', 'it is a Friday in Ramadan'],
    ['2026-03-17 15:30', 450, '2026-03-25 16:00', 'Nyepi and Lebaran lie between, and the hours switch back'],
    ['2027-03-05 15:00', 60, '2027-03-16 08:00', 'Nyepi and Lebaran 2027 lie between'],
  ])('from %s, %i minutes later, is %s: %s', (start, minutes, expected) => {
    expect(due(start, minutes)).toBe(expected);
  });

  test('that ends with the day is due at 16:00, not next morning', () => {
    expect(due('2026-11-23 07:30', 450)).toBe('2026-11-23 16:00');
    expect(due('2026-11-23 15:00', 60)).toBe('2026-11-23 16:00');
    expect(due('2026-11-23 11:00', 60)).toBe('2026-11-23 12:00');
    expect(due('2026-11-20 16:00', 30)).toBe('2026-11-20 16:30');
  });
  test('of no minutes at all is the next open instant, be the work ever so small', () => {
    expect(due('2026-11-23 09:00', 0)).toBe('2026-11-23 09:00');
    expect(due('2026-11-23 12:30', 0)).toBe('2026-11-23 13:00');
    expect(due('2026-11-20 18:00', 0)).toBe('2026-11-23 07:30');
    expect(due('2026-11-20 18:00', 1e-9)).toBe('2026-11-23 07:30');
    expect(office.add(wib('2026-11-23 09:00'), 0.6 / 60_000)).toBe(wib('2026-11-23 09:00') + 1);
  });
  test('counts calendar hours on the round-the-clock calendar, holidays or not', () => {
    expect(written(always.add(wib('2026-12-24 20:40'), 24 * 60))).toBe('2026-12-25 20:40');
    expect(always.measure(wib('2026-12-24'), wib('2026-12-27'))).toBe(3 * 1440);
    expect(always.yearsWithoutHolidays(wib('2026-01-01'), wib('2031-01-01'))).toEqual([]);
  });
  test('reaches over decades, from either side, in any order of asking', () => {
    const span = 20 * 52 * 2250;
    const fresh = createClock(officeHours);
    const far = fresh.add(wib('1955-06-01 09:00'), span);
    expect(fresh.measure(wib('1955-06-01 09:00'), far)).toBe(span);
    expect(fresh.measure(wib('1960-01-04 07:30'), wib('2026-11-23 07:30'))).toBe(
      office.measure(wib('1960-01-04 07:30'), wib('2026-11-23 07:30')),
    );
    expect(written(fresh.add(wib('2026-11-20 15:45'), 120))).toBe('2026-11-23 08:45');
    expect(written(createClock(officeHours).add(wib('2026-11-23 07:30'), 100 * 52 * 2250))).toBe(
      written(office.add(wib('2026-11-23 07:30'), 100 * 52 * 2250)),
    );
  });
  test('is the same on a clock that has been asked much, and on a new one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: wib('1930-01-01'), max: wib('2200-01-01') }), { minLength: 1, maxLength: 6 }),
        (instants) => {
          const used = createClock(officeHours);
          for (const at of instants) expect(used.add(at, 4321)).toBe(createClock(officeHours).add(at, 4321));
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('what a clock refuses', () => {
  test('a calendar without any working time', () => {
    expect(() => createClock(withHours(never))).toThrow('no working time');
  });
  test('work that never comes: hours that end, and holidays without end, are no endless search', () => {
    const onlyOnce = createClock(
      withHours(never, { periods: [{ from: '2026-02-19', to: '2026-02-20', week: officeHours.week }] }),
    );
    expect(written(onlyOnce.nextOpen(wib('2020-01-01 00:00')))).toBe('2026-02-19 07:30');
    expect(() => onlyOnce.add(wib('2026-02-19 07:30'), 5000)).toThrow('too little working time after 2026-02-19');
    expect(() => onlyOnce.nextOpen(wib('2026-03-01 00:00'))).toThrow('too little working time');
    expect(() => onlyOnce.addWorkingDays(wib('2026-02-19 07:30'), 2)).toThrow('too little working time');
  });
  test('instants before 1900, after 2299, or none at all', () => {
    for (const at of [wib('1899-12-31 23:59'), wib('2300-01-01 00:00'), Number.NaN, Infinity, 0.5]) {
      expect(() => office.add(at, 60)).toThrow(`not an instant between 1900 and 2299: ${at}`);
      expect(() => office.measure(wib('2026-01-01'), at)).toThrow(RangeError);
    }
    expect(() => office.add(wib('2299-12-01'), 10_000)).toThrow('too little working time');
  });
  test('targets and counts that are none', () => {
    for (const minutes of [-1, Number.NaN])
      expect(() => office.add(wib('2026-11-23'), minutes)).toThrow(`not a number of working minutes: ${minutes}`);
    expect(() => office.add(wib('2026-11-23'), Infinity)).toThrow(RangeError);
    for (const days of [-1, 1.5, Number.NaN])
      expect(() => office.addWorkingDays(wib('2026-11-23'), days)).toThrow(`not a number of working days: ${days}`);
  });
  test('slots that overlap, run backwards, are split minutes or leave the day; days and periods that are none', () => {
    for (const slots of [
      [
        { from: 450, to: 720 },
        { from: 700, to: 960 },
      ],
      [{ from: 720, to: 450 }],
      [{ from: 0, to: 1441 }],
      [{ from: -1, to: 10 }],
      [{ from: 0.5, to: 10 }],
    ])
      expect(() => createClock(withHours({ ...never, 1: slots }))).toThrow('working slots overlap or leave the day');
    expect(() =>
      createClock({ ...officeHours, holidays: [{ day: '2026-02-30', name: 'typing error', kind: 'LOCAL' }] }),
    ).toThrow('not a day: 2026-02-30');
    expect(() =>
      createClock({ ...officeHours, periods: [{ from: '2026-03-20', to: '2026-02-19', week: officeHours.week }] }),
    ).toThrow('a period ends before it begins');
  });
});

describe('hours as data', () => {
  test('the week holds what the regulation says, breaks excluded: 37.5 hours, 32.5 in Ramadan', () => {
    expect(minutesPerWeek(officeHours.week)).toBe(weekMinutes.normal);
    expect(officeHours.periods.map(({ week }) => minutesPerWeek(week))).toEqual([
      weekMinutes.ramadan,
      weekMinutes.ramadan,
    ]);
  });
  test('a period holds to its last day; a later one wins over an earlier one, and a holiday over both', () => {
    const at = (hour: number): WeekPattern => ({ ...never, 1: [{ from: hour * 60, to: hour * 60 + 60 }] });
    const clock = createClock(
      withHours(at(8), {
        periods: [
          { from: '2026-11-01', to: '2026-11-30', week: at(9) },
          { from: '2026-11-15', to: '2026-12-14', week: at(10) },
        ],
        holidays: [{ day: '2026-11-23', name: 'Hari jadi', kind: 'LOCAL' }],
      }),
    );
    expect(
      ['2026-10-26', '2026-11-02', '2026-11-16', '2026-11-23', '2026-12-14', '2026-12-21'].map((day) =>
        written(clock.nextOpen(wib(day))),
      ),
    ).toEqual([
      '2026-10-26 08:00',
      '2026-11-02 09:00',
      '2026-11-16 10:00',
      '2026-11-30 10:00',
      '2026-12-14 10:00',
      '2026-12-21 08:00',
    ]);
  });
  test('slots may be listed in any order', () => {
    const week: WeekPattern = { ...officeHours.week, 1: [...officeHours.week[1]].reverse() };
    expect(written(createClock({ ...officeHours, week }).add(wib('2026-11-23 11:30'), 60))).toBe('2026-11-23 13:30');
  });
  test('a night shift in two slots, and a Saturday, are hours like others', () => {
    const clock = createClock(withHours({ ...never, 5: [{ from: 1320, to: 1440 }], 6: [{ from: 0, to: 360 }] }));
    expect(written(clock.add(wib('2026-11-20 12:00'), 121))).toBe('2026-11-21 00:01');
    expect(written(clock.add(wib('2026-11-20 12:00'), 120))).toBe('2026-11-21 00:00');
  });
  test('the office is open from the first minute of a slot up to, not including, its end', () => {
    const open = ['07:29', '07:30', '11:59', '12:00', '12:59', '13:00', '15:59', '16:00'].filter((time) =>
      office.isOpen(wib(`2026-11-23 ${time}`)),
    );
    expect(open).toEqual(['07:30', '11:59', '13:00', '15:59']);
  });
});

describe('working days', () => {
  test.each([
    [2026, 240],
    [2027, 242],
  ])('%i has %i of them', (year, days) => {
    expect(office.workingDaysBetween(wib(`${year - 1}-12-31`), wib(`${year}-12-31`))).toBe(days);
  });
  test('a resolved ticket locks at the closing of the n-th working day after, at whatever hour it was resolved', () => {
    const locks = (at: string, days: number) => written(office.addWorkingDays(wib(at), days));
    expect(locks('2026-11-18 08:00', 1)).toBe('2026-11-19 16:00');
    expect(locks('2026-11-18 23:59', 1)).toBe('2026-11-19 16:00');
    expect(locks('2026-11-20 10:00', 3)).toBe('2026-11-25 16:00');
    expect(locks('2026-11-21 10:00', 3)).toBe('2026-11-25 16:00');
    expect(locks('2026-11-19 10:00', 1)).toBe('2026-11-20 16:30');
    expect(locks('2026-12-23 10:00', 1)).toBe('2026-12-28 16:00');
  });
  test('none of them is today while work may still begin, else the next', () => {
    expect(written(office.addWorkingDays(wib('2026-11-23 10:00'), 0))).toBe('2026-11-23 16:00');
    expect(written(office.addWorkingDays(wib('2026-11-23 16:00'), 0))).toBe('2026-11-24 16:00');
    expect(written(office.addWorkingDays(wib('2026-11-21 10:00'), 0))).toBe('2026-11-23 16:00');
    expect(written(always.addWorkingDays(wib('2026-11-21 10:00'), 0))).toBe('2026-11-22 00:00');
  });
  test('notice counts the days after the request up to the event’s own: H-3 is 3', () => {
    const notice = (asked: string, event: string) => office.workingDaysBetween(wib(asked), wib(event));
    expect(notice('2026-11-23 15:10', '2026-11-27 07:00')).toBe(4);
    expect(notice('2026-11-20 16:00', '2026-11-23 08:00')).toBe(1);
    expect(notice('2026-11-23 08:00', '2026-11-23 20:00')).toBe(0);
    expect(notice('2026-12-23 08:00', '2026-12-27 08:00')).toBe(0);
    expect(notice('2026-11-27 07:00', '2026-11-23 15:10')).toBe(-4);
  });
  test('adding n of them leads n of them further', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: wib('2026-01-01'), max: wib('2027-12-01') }),
        fc.integer({ min: 1, max: 300 }),
        (at, days) => {
          const locked = office.addWorkingDays(at, days);
          expect(office.workingDaysBetween(at, locked)).toBe(days);
          expect(office.isOpen(locked - 1) && !office.isOpen(locked)).toBe(true);
        },
      ),
    );
  });
});

describe('years without holidays', () => {
  test('are those the administrator has not filled in; local days alone do not fill a year', () => {
    expect(office.yearsWithoutHolidays(wib('2026-01-01'), wib('2027-12-31'))).toEqual([]);
    expect(office.yearsWithoutHolidays(wib('2027-11-01'), office.add(wib('2027-12-01'), 75 * 60 * 8))).toEqual([2028]);
    const local = createClock({
      ...officeHours,
      holidays: [...officeHours.holidays, { day: '2028-12-22', name: 'Hari jadi kota', kind: 'LOCAL' }],
    });
    expect(local.yearsWithoutHolidays(wib('2025-06-01'), wib('2029-06-01'))).toEqual([2025, 2028, 2029]);
  });
  test('change at midnight in Bukittinggi, not in Greenwich', () => {
    expect(office.yearsWithoutHolidays(wib('2027-12-31 23:59'), wib('2028-01-01 00:00'))).toEqual([2028]);
    expect(office.yearsWithoutHolidays(wib('2027-12-31 23:58'), wib('2027-12-31 23:59'))).toEqual([]);
  });
});

describe('days', () => {
  test('are WIB days, and back', () => {
    expect(toDay(dayNumber(wib('2026-11-23 00:00')))).toBe('2026-11-23');
    expect(toDay(dayNumber(wib('2026-11-23 00:00') - 1))).toBe('2026-11-22');
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 120_000 }), (day) => {
        expect(parseDay(toDay(day))).toBe(day);
      }),
    );
  });
  test('know their weekday, before 1970 too', () => {
    expect(['2026-11-23', '2026-11-22', '1970-01-01', '1955-06-01'].map((day) => weekdayOf(parseDay(day)))).toEqual([
      1, 7, 4, 3,
    ]);
  });
  test('are refused when the calendar has no such day', () => {
    for (const day of ['2026-04-31', '2026-13-01', '26-01-01', '2026-1-1', '', '2027-02-29'])
      expect(() => parseDay(day)).toThrow(`not a day: ${day}`);
  });
});
