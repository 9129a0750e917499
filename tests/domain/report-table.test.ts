import {
  cellText,
  chartOf,
  csvRow,
  fileRows,
  reportCsv,
  resolutionVerdict,
  summaryLines,
  tabulate,
  type Report,
  type Standing,
} from 'strapi-plugin-ticketing/domain';
import { linesIn, rowsThatFit } from '../../site/src/lib/reports/room';

const FRAME = {
  version: 2,
  from: '2026-11-01',
  to: '2026-11-28',
  asOf: '2026-11-28T05:00:00.000Z',
  today: '2026-11-28',
  confidential: null,
  comparison: null,
  filters: {},
  filterNames: {},
  notes: [],
} as const;
const bySkpd: Report = {
  ...FRAME,
  report: 'by-skpd',
  by: 'skpd',
  columns: [
    { key: 'label', unit: 'text', measure: null, leads: null },
    { key: 'received', unit: 'count', measure: 'received', leads: { from: '2026-11-01', to: '2026-11-28' } },
    { key: 'onTime', unit: 'percent', measure: 'receivedOnTime', leads: { late: 'true' } },
  ],
  rows: [
    { cells: { code: 'A', label: '=Dinas A', received: 1200, onTime: 83.3 }, drill: null, only: { skpd: 'A' } },
    { cells: { code: 'B', label: 'Dinas B', received: 0, onTime: null }, drill: null, only: { skpd: 'B' } },
  ],
  totals: { received: 1200, onTime: 83.3 },
};

test('a report is one table for page and file: numbers lead to their rows’ tickets, and every column says what it means', () => {
  const table = tabulate(bySkpd, 'id');
  expect(table.rows[0]?.cells.map(({ value, leads }) => [value, leads])).toEqual([
    [1200, { from: '2026-11-01', to: '2026-11-28', skpd: 'A' }],
    [83.3, { late: 'true', skpd: 'A' }],
  ]);
  expect(table.definitions.map(({ label }) => label)).toEqual(table.columns.map(({ label }) => label));
  expect(chartOf(table)).toEqual({
    kind: 'bars',
    labels: ['=Dinas A', 'Dinas B'],
    series: [{ name: 'Masuk', values: [1200, 0] }],
    tones: [null, null],
  });
});

test('what stands for a status is drawn in its colour: bars by status each, months by what they count', () => {
  const byStatus: Report = {
    ...bySkpd,
    report: 'by-status',
    by: 'status',
    rows: (['NEW', 'IN_PROGRESS', 'RESOLVED', 'CANCELLED'] as const).map((code) => ({
      cells: { code, label: code, received: 1, onTime: null },
      drill: null,
      only: { status: code },
    })),
  };
  expect(chartOf(tabulate(byStatus, 'id'))?.tones).toEqual(['new', 'progress', 'done', 'dropped']);
  const byMonth: Report = {
    ...bySkpd,
    report: 'trend',
    by: 'month',
    columns: [
      { key: 'label', unit: 'text', measure: null, leads: null },
      { key: 'submitted', unit: 'count', measure: 'received', leads: {} },
      { key: 'resolved', unit: 'count', measure: 'resolved', leads: {} },
    ],
    rows: [{ cells: { code: '2026-11', label: 'November 2026', submitted: 3, resolved: 2 }, drill: null, only: {} }],
    totals: { submitted: 3, resolved: 2 },
  };
  expect(chartOf(tabulate(byMonth, 'id'))).toMatchObject({ labels: ['Nov 2026'], tones: ['new', 'done'] });
});

test('a file of a report runs no formula, and its decimals are those of its separator', () => {
  const table = tabulate(bySkpd, 'id');
  expect(fileRows(table, 'id').at(-1)).toEqual(['Jumlah', 1200, 83.3]);
  expect(reportCsv(table, 'id', 'semicolon').split('\r\n').slice(1, 3)).toEqual(["'=Dinas A;1200;83,3", 'Dinas B;0;']);
  expect(reportCsv(table, 'id', 'comma').split('\r\n')[1]).toBe("'=Dinas A,1200,83.3");
  expect(csvRow(['a;b', 'c,d', '"', 1.5], 'comma')).toBe('"a;b","c,d","""",1.5\r\n');
});

test('what it is compared with stands beside each number, in the file as well', () => {
  const table = tabulate(
    {
      ...bySkpd,
      rows: bySkpd.rows.map((row) => ({ ...row, before: { received: 7, onTime: 50 } })),
      comparison: { kind: 'lastYear', from: '2025-11-01', to: '2025-11-28', totals: { received: 14, onTime: 50 } },
    },
    'en',
  );
  expect(fileRows(table, 'en').map((row) => row.length)).toEqual([5, 5, 5, 5]);
  expect(fileRows(table, 'en').at(-1)).toEqual(['Total', 1200, 14, 83.3, 50]);
});

test('numbers read as people write them; nothing to say is a dash', () => {
  expect(cellText({ value: 1234.5, unit: 'count' }, 'id')).toBe('1.234,5');
  expect(cellText({ value: 83.3, unit: 'percent' }, 'en')).toBe('83.3%');
  expect(cellText({ value: 570, unit: 'minutes' }, 'id')).toBe('1 hari kerja 2 jam');
  expect(cellText({ value: 2880, unit: 'wholeMinutes' }, 'en')).toBe('2 days');
  expect(cellText({ value: '2026-11-23', unit: 'day' }, 'id')).toBe('23-11-2026');
  expect(cellText({ value: null, unit: 'count' }, 'id')).toBe('–');
});

test('a letter has no line for what could not be measured, and none at all when nothing happened', () => {
  const summary = (received: number, onTime: number | null) => {
    const row = (key: string, measure: 'received' | 'resolvedOnTime', current: number | null) => ({
      cells: { key, current },
      measure,
      drill: null,
    });
    return tabulate(
      {
        ...FRAME,
        report: 'summary',
        by: 'measure',
        columns: [
          { key: 'key', unit: 'text', measure: null, leads: null },
          { key: 'current', unit: 'count', measure: null, leads: null },
        ],
        rows: [row('submitted', 'received', received), row('onTime', 'resolvedOnTime', onTime)],
        totals: null,
      },
      'id',
    );
  };
  const [came, onTime] = summary(3, 75).rows.map(({ label }) => label);
  expect(summaryLines(summary(3, 75), 'id')).toEqual([
    [came, '3'],
    [onTime, '75%'],
  ]);
  expect(summaryLines(summary(3, null), 'id')).toEqual([[came, '3']]);
  expect(summaryLines(summary(0, null), 'id')).toEqual([]);
});

test('the verdict of a row is that of the ticket’s page', () => {
  const standing: Standing = {
    status: 'IN_PROGRESS',
    isPaused: false,
    isShortNotice: false,
    isResolutionLate: false,
    resolutionDueAt: 100,
  };
  const verdict = (change: Partial<Standing>, now: number, resolvedAt: number | null = null) =>
    resolutionVerdict({ ...standing, ...change }, resolvedAt, now);
  expect(verdict({}, 50)).toBe('RUNNING');
  expect(verdict({}, 150)).toBe('LATE');
  expect(verdict({ isPaused: true, status: 'WAITING_REQUESTER' }, 150)).toBe('PAUSED');
  expect(verdict({ isShortNotice: true }, 150)).toBe('NOT_COUNTED');
  expect(verdict({ status: 'RESOLVED' }, 150, 90)).toBe('ON_TIME');
  expect(verdict({ status: 'RESOLVED', isResolutionLate: true }, 150, 120)).toBe('LATE');
  expect(verdict({ status: 'RESOLVED', isShortNotice: true }, 150, 120)).toBe('NOT_COUNTED');
  expect(verdict({ status: 'CANCELLED' }, 150)).toBe('NOT_COUNTED');
});

test('a panel shows as many rows as fit with their whole names, and whom nobody has always', () => {
  const rows = (...labels: readonly string[]) => labels.map((label) => ({ label }));
  const LONG = 'Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah';
  expect([linesIn('Dinas Pariwisata', 265), linesIn(LONG, 265), linesIn('x'.repeat(100), 265)]).toEqual([1, 2, 4]);
  const shown = (all: readonly { readonly label: string }[], last?: { readonly label: string }) =>
    rowsThatFit(all, last, { most: 5, pixels: 158, line: 265 }).map(({ label }) => label);
  expect(shown(rows('a', 'b', 'c', 'd', 'e', 'f'))).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(shown(rows(LONG, LONG, LONG, LONG, LONG))).toHaveLength(3);
  const all = rows(LONG, LONG, LONG, 'd', 'nobody');
  expect(shown(all, all[4])).toEqual([LONG, LONG, 'nobody']);
  expect(shown([])).toEqual([]);
});
