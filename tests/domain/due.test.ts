import fc from 'fast-check';
import { pendingDue, warningKey, type Due, type Waiting } from '../../plugins/ticketing/domain/due';
import { DEFAULT_SETTINGS, type DeskSettings } from '../../plugins/ticketing/domain/settings';
import { deriveSla, type SlaEvent, type SlaTarget } from '../../plugins/ticketing/domain/sla';
import type { Status } from '../../plugins/ticketing/domain/status';
import { clocks, office, wib, written } from './fixtures/seed';

const OUTAGE: SlaTarget = {
  calendar: 'jam_kerja',
  responseMinutes: 60,
  resolutionMinutes: 450,
  mode: 'DURATION',
  minimumNoticeDays: null,
};
const COVERAGE: SlaTarget = { ...OUTAGE, responseMinutes: 120, mode: 'EVENT', minimumNoticeDays: 2 };
const status = (at: string, to: Status): SlaEvent => ({ at: wib(at), kind: 'status', status: to });
const answered = (at: string): SlaEvent => ({ at: wib(at), kind: 'response' });
/** Filed on Monday 23 November 2026 at 08:00. */
const filed = (target: SlaTarget = OUTAGE, event?: { start: number; end: number }): SlaEvent[] => [
  { at: wib('2026-11-23 08:00'), kind: 'target', target, ...(event && { event }) },
  status('2026-11-23 08:00', 'NEW'),
];
const CLOSING: DeskSettings = { ...DEFAULT_SETTINGS, closeUnansweredAfterDays: 6, closesByItself: true };

const named = (due: Due): string =>
  `${written(due.at)} ${'clock' in due ? `${due.clock} ` : ''}${due.kind}${due.kind === 'REMIND' ? ` ${due.place}` : ''}`;
const pending = (
  history: readonly SlaEvent[],
  now: string,
  {
    waiting = null,
    told = [],
    settings = DEFAULT_SETTINGS,
  }: { waiting?: Waiting | null; told?: string[]; settings?: DeskSettings } = {},
): string[] =>
  pendingDue(deriveSla(history, clocks, settings, wib(now)), waiting, new Set(told), office, settings, wib(now)).map(
    named,
  );

describe('the clocks', () => {
  test('are told of before they run out and when they have; what was told is not told again', () => {
    expect(pending(filed(), '2026-11-23 08:00')).toEqual([
      '2026-11-23 08:45 RESPONSE AT_RISK',
      '2026-11-23 09:00 RESPONSE BREACH',
      '2026-11-23 14:37 RESOLUTION AT_RISK',
      '2026-11-24 08:00 RESOLUTION BREACH',
    ]);
    const told = [warningKey({ clock: 'RESPONSE', kind: 'AT_RISK', dueAt: wib('2026-11-23 09:00') })];
    expect(pending(filed(), '2026-11-23 08:50', { told })[0]).toBe('2026-11-23 09:00 RESPONSE BREACH');
  });
  test('whose deadline moved are told of anew', () => {
    const told = [warningKey({ clock: 'RESOLUTION', kind: 'AT_RISK', dueAt: wib('2026-11-24 08:00') })];
    const moved = [
      ...filed(),
      answered('2026-11-23 08:30'),
      status('2026-11-23 15:00', 'WAITING_REQUESTER'),
      status('2026-11-24 15:00', 'IN_PROGRESS'),
    ];
    expect(pending(moved, '2026-11-24 15:00', { told })).toEqual([
      '2026-11-24 14:37 RESOLUTION AT_RISK',
      '2026-11-25 08:00 RESOLUTION BREACH',
    ]);
  });
  test('that ran out while nobody looked are breaches, without a warning that comes too late', () => {
    expect(pending([...filed(), answered('2026-11-23 08:30')], '2026-11-25 10:00')).toEqual([
      '2026-11-24 08:00 RESOLUTION BREACH',
    ]);
  });
  test('say nothing while they stand still, after the end, or where a breach cannot be', () => {
    expect(
      pending(
        [...filed(), answered('2026-11-23 08:30'), status('2026-11-23 09:00', 'WAITING_REQUESTER')],
        '2026-12-23 09:00',
      ),
    ).toEqual([]);
    for (const end of ['RESOLVED', 'REJECTED', 'CANCELLED'] as const)
      expect(pending([...filed(), status('2026-11-23 08:10', end)], '2026-12-23 08:10')).toEqual([]);
    expect(
      pending(filed(COVERAGE, { start: wib('2026-11-24 09:00'), end: wib('2026-11-24 12:00') }), '2026-12-23 08:00'),
    ).toEqual([]);
  });
  test('of an event that was resolved without a word on readiness are at rest, in time or late', () => {
    const event = { start: wib('2026-11-26 09:00'), end: wib('2026-11-26 12:00') };
    expect(pending([...filed(COVERAGE, event), answered('2026-11-23 08:30')], '2026-11-26 08:00')[0]).toBe(
      '2026-11-26 09:00 READINESS BREACH',
    );
    expect(
      pending(
        [...filed(COVERAGE, event), answered('2026-11-23 08:30'), status('2026-11-26 10:00', 'RESOLVED')],
        '2026-11-27 08:00',
      ),
    ).toEqual([]);
  });
});

describe('somebody who does not answer', () => {
  const asked = [...filed(), answered('2026-11-23 08:30'), status('2026-11-23 10:00', 'WAITING_REQUESTER')];
  const waiting: Waiting = { since: wib('2026-11-23 10:00'), reminders: 0, mayClose: true, closesAt: null };
  const told: Waiting = { ...waiting, closesAt: wib('2026-12-01 16:00') };

  test('is reminded on the working days the city set, and the ticket closes where it does so by itself', () => {
    expect(pending(asked, '2026-11-23 10:00', { waiting })).toEqual([
      '2026-11-25 16:00 REMIND 1',
      '2026-11-27 16:30 REMIND 2',
    ]);
    expect(pending(asked, '2026-11-23 10:00', { waiting, settings: CLOSING }).at(-1)).toBe(
      '2026-11-30 16:00 WILL_CLOSE',
    );
    expect(pending(asked, '2026-11-30 16:00', { waiting: told, settings: CLOSING }).at(-1)).toBe(
      '2026-12-01 16:00 CLOSE',
    );
    expect(
      pending(asked, '2026-11-23 10:00', { waiting, settings: { ...CLOSING, closesByItself: false } }),
    ).toHaveLength(2);
    expect(pending(asked, '2026-11-23 10:00', { waiting: { ...waiting, reminders: 1 } })).toEqual([
      '2026-11-27 16:30 REMIND 2',
    ]);
  });
  test('hears one reminder where two are overdue, and none where the ticket closes', () => {
    expect(pending(asked, '2026-11-30 08:00', { waiting })).toEqual(['2026-11-27 16:30 REMIND 2']);
    expect(pending(asked, '2026-12-02 08:00', { waiting: told, settings: CLOSING })).toEqual([
      '2026-12-01 16:00 CLOSE',
    ]);
  });
  test('is told a working day ahead that the ticket closes; a word that comes late puts the end off', () => {
    const endAsOf = (now: string) => {
      const all = pendingDue(
        deriveSla(asked, clocks, CLOSING, wib(now)),
        waiting,
        new Set(),
        office,
        CLOSING,
        wib(now),
      );
      return all.map((due) => (due.kind === 'WILL_CLOSE' ? written(due.closesAt) : due.kind));
    };
    expect(endAsOf('2026-11-30 16:01').at(-1)).toBe('2026-12-01 16:00');
    // Nobody looked for two days: whoever is told on Wednesday has until Thursday evening.
    expect(endAsOf('2026-12-02 08:00')).toEqual(['2026-12-03 16:00']);
  });
  test('before work began is reminded and never closed', () => {
    expect(pending(asked, '2026-12-02 08:00', { waiting: { ...waiting, mayClose: false }, settings: CLOSING })).toEqual(
      ['2026-11-27 16:30 REMIND 2'],
    );
  });
});

describe('whatever a ticket lived through', () => {
  const minute = fc.integer({ min: 1, max: 9000 });
  const step = fc.record({
    after: minute,
    to: fc.constantFrom<Status>('IN_PROGRESS', 'WAITING_REQUESTER', 'WAITING_THIRD_PARTY', 'RESOLVED'),
  });
  const target = fc.record({
    calendar: fc.constantFrom('jam_kerja', '24x7'),
    responseMinutes: fc.integer({ min: 0, max: 500 }),
    resolutionMinutes: fc.integer({ min: 0, max: 5000 }),
    mode: fc.constantFrom('DURATION' as const, 'EVENT' as const),
    minimumNoticeDays: fc.constantFrom(null, 3),
  });
  const settings = fc
    .record({
      remindAfterDays: fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { maxLength: 5 }),
      closeUnansweredAfterDays: fc.option(fc.integer({ min: 1, max: 12 })),
      closesByItself: fc.boolean(),
      pausing: fc.subarray<Status>(['WAITING_REQUESTER', 'WAITING_THIRD_PARTY']),
      riskFraction: fc.double({ min: 0.1, max: 0.99, noNaN: true }),
    })
    .map((over): DeskSettings => ({ ...DEFAULT_SETTINGS, ...over }));
  const created = fc
    .integer({ min: wib('2026-01-01') / 60_000, max: wib('2027-06-01') / 60_000 })
    .map((minutes) => minutes * 60_000);
  const life = fc
    .record({
      created,
      target,
      settings,
      steps: fc.array(step, { maxLength: 6 }),
      lead: fc.integer({ min: 0, max: 20_000 }),
      silence: fc.integer({ min: 0, max: 60_000 }),
      mayClose: fc.boolean(),
    })
    .map(({ created: at, target: promise, settings: rules, steps, lead, silence, mayClose }) => {
      const history: SlaEvent[] = [
        { at, kind: 'target', target: promise, event: { start: at + lead * 60_000, end: at + (lead + 180) * 60_000 } },
        { at, kind: 'status', status: 'NEW' },
      ];
      let last = at;
      for (const { after, to } of steps) history.push({ at: (last += after * 60_000), kind: 'status', status: to });
      const waiting: Waiting | null =
        steps.at(-1)?.to === 'WAITING_REQUESTER' ? { since: last, reminders: 0, mayClose, closesAt: null } : null;
      return { history, rules, waiting, clock: clocks(promise.calendar), now: last + silence * 60_000 };
    });
  const keyOf = (due: Due): string =>
    'clock' in due ? warningKey(due) : due.kind === 'REMIND' ? `REMIND:${due.place}` : due.kind;
  const dueOn = (
    { history, rules, waiting, clock, now }: typeof life extends fc.Arbitrary<infer T> ? T : never,
    told: ReadonlySet<string>,
    heard: Partial<Waiting> = {},
  ) => pendingDue(deriveSla(history, clocks, rules, now), waiting && { ...waiting, ...heard }, told, clock, rules, now);

  test('what is pending is in order, and nothing is pending twice', () => {
    fc.assert(
      fc.property(life, (lived) => {
        const all = dueOn(lived, new Set());
        expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((a, b) => a - b));
        expect(new Set(all.map(keyOf)).size).toBe(all.length);
      }),
    );
  });
  test('telling a warning takes it away, and brings none back', () => {
    fc.assert(
      fc.property(life, (lived) => {
        const all = dueOn(lived, new Set());
        for (const warning of all.filter((each) => 'clock' in each)) {
          const left = dueOn(lived, new Set([keyOf(warning)])).map(keyOf);
          expect(left).toEqual(all.map(keyOf).filter((key) => key !== keyOf(warning)));
        }
      }),
    );
  });
  test('after all that is due was told, one after the other, nothing is due', () => {
    fc.assert(
      fc.property(life, (lived) => {
        const told = new Set<string>();
        let heard: Partial<Waiting> = {};
        for (let count = 0; ; count += 1) {
          const [next] = dueOn(lived, told, heard);
          // A closing ends the ticket, and with it everything else.
          if (!next || next.at > lived.now || next.kind === 'CLOSE') break;
          expect(told.has(keyOf(next))).toBe(false);
          told.add(keyOf(next));
          if (next.kind === 'REMIND') heard = { ...heard, reminders: next.place };
          if (next.kind === 'WILL_CLOSE') heard = { ...heard, closesAt: next.closesAt };
          expect(count).toBeLessThan(12);
        }
        const [left] = dueOn(lived, told, heard);
        if (left?.kind !== 'CLOSE') expect(left === undefined || left.at > lived.now).toBe(true);
      }),
    );
  });
});
