import { dayNumber, dayStart, MINUTE_MS, parseDay, weekdayOf } from '../../plugins/ticketing/domain/wib';
import { deriveSla, type SlaEvent } from '../../plugins/ticketing/domain/sla';
import { clocks, office, officeHours, wib } from '../domain/fixtures/seed';
import { perSecond, random, table } from '../support/bench';

const WORKING_DAY = 450;
/** Working minutes that people ask about, and how they call them. */
const SPANS = [
  ['30 menit', 30],
  ['1 hari kerja', WORKING_DAY],
  ['1 minggu', 5 * WORKING_DAY],
  ['1 bulan', 21 * WORKING_DAY],
  ['1 tahun', 240 * WORKING_DAY],
  ['3 tahun', 720 * WORKING_DAY],
] as const;

const holidays = new Set(officeHours.holidays.map(({ day }) => parseDay(day)));
const periods = officeHours.periods.map(({ from, to, week }) => ({ from: parseDay(from), to: parseDay(to), week }));
type Weekday = keyof typeof officeHours.week;

/** The same question as a person would answer it: look at each minute and count those in which the office is open. */
function walk(start: number, minutes: number): number {
  let at = start;
  for (let left = minutes; left > 0; at += MINUTE_MS) {
    const day = dayNumber(at);
    if (holidays.has(day)) continue;
    const { week } = periods.find(({ from, to }) => day >= from && day <= to) ?? officeHours;
    const minute = (at - dayStart(day)) / MINUTE_MS;
    if (week[weekdayOf(day) as Weekday].some(({ from, to }) => minute >= from && minute < to)) left -= 1;
  }
  return at;
}

/** Whole minutes spread over two years of known holidays. */
const starts = Array.from({ length: 4096 }, random(7)).map(
  (share) => wib('2025-01-01') + Math.floor(share * 700 * 1440) * MINUTE_MS,
);
const startAt = (index: number): number => starts[index % starts.length] ?? 0;

test('due times per second on one core, beside a walk minute by minute', () => {
  const rows = SPANS.map(([name, minutes]) => {
    // Both must give the same answer, else neither number means anything.
    for (let index = 0; index < 3 + 20_000 / minutes; index += 1)
      expect(office.add(startAt(index), minutes)).toBe(walk(startAt(index), minutes));
    const [ours, walked] = [
      perSecond((index) => office.add(startAt(index), minutes)),
      perSecond((index) => walk(startAt(index), minutes)),
    ];
    return [name, ours, walked, ours / walked];
  });
  table('Tenggat per detik (add)', ['rentang', 'jam SLA', 'menit demi menit', 'kali'], rows);
});

test('other questions of the clock per second', () => {
  const history: SlaEvent[] = [
    {
      at: wib('2026-11-23 08:00'),
      kind: 'target',
      target: {
        calendar: 'jam_kerja',
        responseMinutes: 60,
        resolutionMinutes: WORKING_DAY,
        mode: 'DURATION',
        minimumNoticeDays: null,
      },
    },
    { at: wib('2026-11-23 08:00'), kind: 'status', status: 'NEW' },
    { at: wib('2026-11-23 08:30'), kind: 'response' },
    { at: wib('2026-11-23 09:00'), kind: 'status', status: 'WAITING_REQUESTER' },
    { at: wib('2026-11-24 09:00'), kind: 'status', status: 'IN_PROGRESS' },
  ];
  table(
    'Pertanyaan lain per detik',
    ['pertanyaan', 'per detik'],
    [
      [
        'menit kerja antara dua saat (measure)',
        perSecond((index) => office.measure(startAt(index), startAt(index + 1))),
      ],
      [
        'hari kerja ke-n (addWorkingDays)',
        perSecond((index) => office.addWorkingDays(startAt(index), 1 + (index % 30))),
      ],
      [
        'keadaan SLA satu tiket (deriveSla)',
        perSecond(
          (index) =>
            deriveSla(history, clocks, undefined, wib('2026-11-24 10:00') + (index % 600) * MINUTE_MS).resolutionDueAt,
        ),
      ],
    ],
  );
});
