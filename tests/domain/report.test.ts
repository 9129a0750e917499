import fc from 'fast-check';
import {
  bothOf,
  comparedWith,
  CADENCES,
  COUNTS,
  dayLater,
  daysFrom,
  definitionOf,
  DURATION_EDGES,
  edgeOf,
  explainMeasure,
  filtersOf,
  histogramFrom,
  isUnfinished,
  lastRun,
  leadOf,
  MEASURE_IDS,
  measureOf,
  monthsOf,
  nextRun,
  NO_PARTS,
  numberOf,
  quantileOf,
  REPORTS,
  sumOfParts,
  ticketsBehind,
  totalsAgain,
  words,
  type CountId,
  type Parts,
} from '../../plugins/ticketing/domain';
import { contract } from '../../plugins/ticketing/domain/contract';
import { office, wib, written } from './fixtures/seed';

const TODAY = '2026-11-28';
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };

describe('what a number means', () => {
  test('is told in both languages: what it counts, by which date, in which clock', () => {
    for (const language of ['id', 'en'] as const) {
      const labels = MEASURE_IDS.map((id) => words(language).measure[id][0]);
      // No two numbers share a name: "resolved in the period" is not "of those received, resolved".
      expect(new Set(labels).size).toBe(labels.length);
      for (const id of MEASURE_IDS) expect(explainMeasure(language, id).length).toBeGreaterThan(40);
    }
    expect(explainMeasure('id', 'resolved')).toContain('hari hasil terakhir');
    expect(explainMeasure('id', 'receivedResolved')).toContain('hari pengajuan');
    expect(explainMeasure('en', 'resolutionMedian')).toMatch(/working hours.*Rounded up/);
  });
  test('stands in a column of one report by its id, and every column has one', () => {
    for (const report of REPORTS) {
      const { columns, rank } = definitionOf(report);
      expect(new Set(columns.map(([key]) => key)).size).toBe(columns.length);
      for (const [, id] of columns) expect(MEASURE_IDS).toContain(id);
      if (report !== 'survey') expect(MEASURE_IDS).toContain(rank);
    }
  });
});

describe('what a number leads to', () => {
  test('are filters that lists take', () => {
    for (const id of Object.keys(COUNTS) as CountId[]) {
      const age = () => ({ from: '2026-11-20', to: '2026-11-27' });
      const now = filtersOf(id, { from: '2026-11-01', to: TODAY }, TODAY, { skpd: 'DISDIKBUD' }, age);
      expect([id, contract.listTickets.query.safeParse(now).success]).toEqual([id, true]);
      const past = filtersOf(id, { from: '2026-03-01', to: '2026-03-31' }, TODAY, {}, age);
      if (past) expect([id, contract.listTickets.query.safeParse(past).success]).toEqual([id, true]);
    }
  });
  test('of a stock are those open at the end of the last day, by the history, and now where that has not come', () => {
    expect(filtersOf('openNew', { from: '2026-03-01', to: '2026-03-31' }, TODAY)).toEqual({
      openOn: '2026-03-31',
      openAs: 'NEW',
    });
    expect(filtersOf('openNew', NOVEMBER, TODAY)).toEqual({ status: 'NEW' });
    // What was overdue then depends on deadlines of then.
    expect(filtersOf('overdue', { from: '2026-03-01', to: '2026-03-31' }, TODAY)).toBeNull();
  });
  test('of a share or an average are those that miss', () => {
    expect([leadOf('resolvedOnTime'), leadOf('responseMinutes'), leadOf('satisfied')]).toEqual([
      'resolvedLate',
      'answeredLate',
      'dissatisfied',
    ]);
    const report = { ...NOVEMBER, today: TODAY, filters: { team: 'TIM-INFRA' } };
    const column = {
      measure: 'resolvedOnTime',
      leads: filtersOf('resolvedLate', NOVEMBER, TODAY, report.filters),
    } as const;
    expect(ticketsBehind(report, { only: { skpd: 'DINKES' } }, column)).toEqual({
      ...{ status: 'RESOLVED', late: 'true', shortNotice: 'false', team: 'TIM-INFRA', skpd: 'DINKES' },
      ...{ resolvedFrom: '2026-11-01', resolvedTo: '2026-11-30' },
    });
  });
  test('is narrowed by a row, and is nothing where no ticket can be in both', () => {
    expect(bothOf({ status: 'NEW,RESOLVED' }, { status: 'RESOLVED', skpd: 'A' })).toEqual({
      status: 'RESOLVED',
      skpd: 'A',
    });
    expect(bothOf({ status: 'NEW' }, { status: 'RESOLVED' })).toBeNull();
  });
});

describe('the period compared with', () => {
  test.each([
    ['a month that is over', '2026-10-01', '2026-10-31', '2026-09-01', '2026-09-30'],
    ['a month under way, the same days', '2026-11-01', '2026-11-30', '2026-10-01', '2026-10-28'],
    ['a month up to today', '2026-11-01', '2026-11-28', '2026-10-01', '2026-10-28'],
    ['a quarter that is over', '2026-07-01', '2026-09-30', '2026-04-01', '2026-06-30'],
    ['a semester under way', '2026-07-01', '2026-12-31', '2026-01-01', '2026-05-28'],
    ['a year that is over', '2025-01-01', '2025-12-31', '2024-01-01', '2024-12-31'],
    ['ten days', '2026-03-11', '2026-03-20', '2026-03-01', '2026-03-10'],
    ['today', '2026-11-28', '2026-11-28', '2026-11-27', '2026-11-27'],
  ])('of %s', (_, from, to, before, until) => {
    expect(comparedWith('previous', { from, to }, TODAY)).toEqual({ from: before, to: until });
  });
  test('of last year ends on its own last day of February', () => {
    expect(comparedWith('lastYear', { from: '2024-02-01', to: '2024-02-29' }, TODAY)).toEqual({
      from: '2023-02-01',
      to: '2023-02-28',
    });
  });
  test('lies before, and is never longer by more than months differ', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 0 }), fc.integer({ min: 0, max: 500 }), (start, length) => {
        const from = dayLater(TODAY, start);
        const days = { from, to: dayLater(from, length) };
        const before = comparedWith('previous', days, TODAY);
        expect(before.from <= before.to).toBe(true);
        expect(before.to < days.from).toBe(true);
        const until = isUnfinished(days, TODAY) ? TODAY : days.to;
        expect(daysFrom(before.from, before.to) - daysFrom(days.from, until)).toBeLessThanOrEqual(3);
      }),
    );
  });
  test('and a period has each of its months once', () => {
    expect(monthsOf({ from: '2025-11-15', to: '2026-02-01' })).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });
});

describe('numbers', () => {
  const minutes = fc.array(fc.integer({ min: 0, max: 600_000 }), { minLength: 1, maxLength: 60 });
  const histogram = (values: readonly number[]): Record<string, number> => {
    const found: Record<string, number> = {};
    for (const value of values) found[edgeOf(value)] = (found[edgeOf(value)] ?? 0) + 1;
    return found;
  };
  test('of a median: half took at most so long, and not half took at most the class below', () => {
    fc.assert(
      fc.property(minutes, fc.constantFrom(50 as const, 90 as const), (values, percent) => {
        const edge = quantileOf(histogram(values), percent) ?? 0;
        const within = (limit: number) => values.filter((value) => edgeOf(value) <= limit).length * 100;
        expect(within(edge)).toBeGreaterThanOrEqual(values.length * percent);
        const below = DURATION_EDGES[DURATION_EDGES.findIndex((each) => each === edge) - 1];
        if (below !== undefined) expect(within(below)).toBeLessThan(values.length * percent);
      }),
    );
  });
  test('of a histogram that is one number add up as numbers do: each class has twelve digits, the first the last ones', () => {
    const unitOf = (value: number): bigint =>
      10n ** BigInt(12 * DURATION_EDGES.findIndex((edge) => edge === edgeOf(value)));
    fc.assert(
      fc.property(minutes, (values) => {
        const number = values.reduce((sum, value) => sum + unitOf(value), 0n);
        expect(histogramFrom(String(number))).toEqual(histogram(values));
      }),
    );
    expect(histogramFrom('')).toEqual({});
  });
  test('of parts are those of the whole: months add up to a year, medians and averages too', () => {
    const partsOf = (values: readonly number[], late: number): Parts => ({
      ...NO_PARTS,
      counts: { resolved: values.length, resolvedLate: Math.min(late, values.length) },
      amounts: { 'resolution:working': { sum: values.reduce((a, b) => a + b, 0), count: values.length } },
      histograms: { 'resolution:working': histogram(values) },
    });
    fc.assert(
      fc.property(fc.array(minutes, { minLength: 1, maxLength: 6 }), (months) => {
        const whole = partsOf(months.flat(), 0);
        const sum = sumOfParts(months.map((values) => partsOf(values, 0)));
        for (const id of [
          'resolved',
          'resolvedOnTime',
          'resolutionMinutes',
          'resolutionMedian',
          'resolutionP90',
        ] as const)
          expect([id, numberOf(id, sum)]).toEqual([id, numberOf(id, whole)]);
      }),
    );
  });
  test('of nothing are none, never 0 by pretence', () => {
    expect(numberOf('resolvedOnTime', NO_PARTS)).toBeNull();
    expect(numberOf('resolutionMedian', NO_PARTS)).toBeNull();
    expect(numberOf('rating', NO_PARTS)).toBeNull();
    expect(numberOf('resolved', NO_PARTS)).toBe(0);
    expect(MEASURE_IDS.every((id) => measureOf(id).version >= 1)).toBe(true);
  });
});

describe('a scheduled report', () => {
  const isWorkingDay = (day: string): boolean => office.measure(wib(day), wib(dayLater(day, 1))) > 0;
  const told = ({ at, days }: { at: number; days: { from: string; to: string } }) => [written(at), days.from, days.to];

  // 18 to 24 March 2026 are Nyepi, Idulfitri and joint leave; 1 and 5 January 2027 are holidays.
  test.each([
    ['DAILY', 1, '2026-11-23 07:00', ['2026-11-23 07:30', '2026-11-20', '2026-11-22']],
    ['DAILY', 1, '2026-11-23 07:30', ['2026-11-24 07:30', '2026-11-23', '2026-11-23']],
    ['DAILY', 1, '2026-03-17 08:00', ['2026-03-25 07:30', '2026-03-17', '2026-03-24']],
    ['WEEKLY', 1, '2026-03-20 12:00', ['2026-03-25 07:30', '2026-03-16', '2026-03-22']],
    ['WEEKLY', 5, '2026-03-17 12:00', ['2026-03-27 07:30', '2026-03-09', '2026-03-15']],
    ['WEEKLY', 5, '2026-03-27 07:30', ['2026-03-31 07:30', '2026-03-16', '2026-03-22']],
    // The whole week from 8 March 2027 is one of holidays, and the Monday after it.
    ['WEEKLY', 1, '2027-03-05 12:00', ['2027-03-16 07:30', '2027-03-01', '2027-03-14']],
    ['MONTHLY', 1, '2026-12-15 12:00', ['2027-01-04 07:30', '2026-12-01', '2026-12-31']],
    ['QUARTERLY', 2, '2026-12-01 12:00', ['2027-01-06 07:30', '2026-10-01', '2026-12-31']],
    ['HALF_YEARLY', 1, '2026-11-29 12:00', ['2027-01-04 07:30', '2026-07-01', '2026-12-31']],
    ['HALF_YEARLY', 3, '2026-03-01 12:00', ['2026-07-03 07:30', '2026-01-01', '2026-06-30']],
    ['YEARLY', 10, '2026-02-01 12:00', ['2027-01-18 07:30', '2026-01-01', '2026-12-31']],
  ] as const)(
    '%s on working day %i comes after %s at its own hour, past holidays',
    (cadence, workingDay, after, due) => {
      expect(told(nextRun({ cadence, workingDay, time: '07:30' }, wib(after), isWorkingDay))).toEqual(due);
    },
  );

  test('that was missed is the latest one that fell due', () => {
    const monthly = { cadence: 'MONTHLY', workingDay: 1, time: '07:30' } as const;
    expect(told(lastRun(monthly, wib('2026-11-28 12:00'), isWorkingDay))).toEqual([
      ...['2026-11-02 07:30', '2026-10-01', '2026-10-31'],
    ]);
  });

  test('leaves no period out and tells none twice, whatever the rhythm', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CADENCES),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: wib('2026-01-05 00:00'), max: wib('2027-10-01 00:00') }),
        (cadence, workingDay, now) => {
          const rhythm = { cadence, workingDay, time: '16:05' };
          const [before, after] = [lastRun(rhythm, now, isWorkingDay), nextRun(rhythm, now, isWorkingDay)];
          expect(before.at).toBeLessThanOrEqual(now);
          expect(after.at).toBeGreaterThan(now);
          expect(nextRun(rhythm, before.at, isWorkingDay)).toEqual(after);
          expect(after.days.from).toBe(dayLater(before.days.to, 1));
          expect(isWorkingDay(written(after.at)?.slice(0, 10) ?? '')).toBe(true);
        },
      ),
      // The tenth working day of a week before Idulfitri comes after those of three others have begun.
      { examples: [['WEEKLY', 10, 1_805_648_400_000]], numRuns: 200 },
    );
  });
});

test('a report is added up again: what does not fit shows, and what is no sum is left alone', () => {
  const columns = [
    { key: 'received', measure: 'received' },
    { key: 'onTime', measure: 'receivedOnTime' },
    { key: 'open', measure: 'open' },
  ] as const;
  const rows = [{ cells: { received: 3, onTime: 100, open: 2 } }, { cells: { received: 4, onTime: 50, open: 5 } }];
  const totals = { received: 8, onTime: 71.4, open: 7 };
  const open = { measure: 'open', stated: 7, added: 7 };
  expect(totalsAgain({ by: 'skpd', columns, rows, totals })).toEqual([
    { measure: 'received', stated: 8, added: 7 },
    open,
  ]);
  expect(totalsAgain({ by: 'month', columns, rows, totals }).map(({ measure }) => measure)).toEqual(['received']);
  expect(totalsAgain({ by: 'skpd', columns, rows: [], totals })).toEqual([]);
  expect(totalsAgain({ by: 'skpd', columns, rows, totals: null })).toEqual([]);
});
