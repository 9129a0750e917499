import fc from 'fast-check';
import {
  bothOf,
  comparedWith,
  COUNTS,
  dayLater,
  daysFrom,
  definitionOf,
  DURATION_EDGES,
  edgeOf,
  explainMeasure,
  filtersOf,
  isUnfinished,
  leadOf,
  MEASURE_IDS,
  measureOf,
  monthsOf,
  NO_PARTS,
  numberOf,
  quantileOf,
  REPORTS,
  sumOfParts,
  ticketsBehind,
  words,
  type CountId,
  type Parts,
} from '../../plugins/ticketing/domain';
import { contract } from '../../plugins/ticketing/domain/contract';

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
