import fc from 'fast-check';
import { pendingDue } from '../../plugins/ticketing/domain/due';
import { IMPACTS, PRIORITY_MATRIX, proposePriority, URGENCIES } from '../../plugins/ticketing/domain/priority';
import { DEFAULT_SETTINGS } from '../../plugins/ticketing/domain/settings';
import {
  DEFAULT_SLA_SETTINGS,
  deriveSla,
  isOverdue,
  isResolvedLate,
  timeLeft,
  type SlaEvent,
  type SlaSettings,
  type SlaState,
  type SlaTarget,
} from '../../plugins/ticketing/domain/sla';
import type { Status } from '../../plugins/ticketing/domain/status';
import {
  always,
  asOf,
  catalogue,
  clocks,
  historyOf,
  office,
  promised,
  targetOf,
  tickets,
  wib,
  written,
} from './fixtures/seed';

const OUTAGE: SlaTarget = {
  calendar: 'jam_kerja',
  responseMinutes: 60,
  resolutionMinutes: 450,
  mode: 'DURATION',
  minimumNoticeDays: null,
};
const COVERAGE: SlaTarget = {
  calendar: 'jam_kerja',
  responseMinutes: 120,
  resolutionMinutes: 450,
  mode: 'EVENT',
  minimumNoticeDays: 2,
};
const EVENT = { start: wib('2026-11-26 09:00'), end: wib('2026-11-26 12:00') };

const status = (at: string, to: Status): SlaEvent => ({ at: wib(at), kind: 'status', status: to });
const target = (at: string, to: SlaTarget, event?: { start: number; end: number }): SlaEvent => ({
  at: wib(at),
  kind: 'target',
  target: to,
  ...(event && { event }),
});
const answered = (at: string): SlaEvent => ({ at: wib(at), kind: 'response' });
const ready = (at: string): SlaEvent => ({ at: wib(at), kind: 'ready' });
/** A ticket filed on Monday 23 November 2026 at 08:00. */
const filed = (promise: SlaTarget = OUTAGE, event?: { start: number; end: number }): SlaEvent[] => [
  target('2026-11-23 08:00', promise, event),
  status('2026-11-23 08:00', 'NEW'),
];
const derive = (history: readonly SlaEvent[], now: string, settings?: SlaSettings) =>
  deriveSla(history, clocks, settings, wib(now));
const warningsOf = (state: SlaState, now: number) =>
  pendingDue(state, null, new Set(), office, DEFAULT_SETTINGS, now).filter((due) => 'clock' in due);
const warnings = (history: readonly SlaEvent[], now: string) =>
  warningsOf(derive(history, now), wib(now)).map(({ at, clock, kind }) => `${written(at)} ${clock} ${kind}`);

describe('every sample ticket stands where its file says, to the minute', () => {
  test('there are 47 of them, in all seven statuses, with pauses, a reopening and events', () => {
    expect(tickets).toHaveLength(47);
    expect(new Set(tickets.map((ticket) => ticket.riwayatStatus.at(-1)?.ke)).size).toBe(7);
    expect(tickets.filter(({ menitJeda }) => menitJeda > 0).length).toBeGreaterThan(1);
    expect(tickets.filter(({ tenggatKesiapan }) => tenggatKesiapan).length).toBeGreaterThan(5);
  });
  test.each(tickets.map((ticket) => [ticket.nomor, ticket] as const))('%s', (_, ticket) => {
    const state = deriveSla(historyOf(ticket), clocks, undefined, asOf);
    expect(state).toMatchObject(promised(ticket));
    expect(state.shortNotice).toBe(false);
  });
  test('a reopened one goes on with its old clock: TIK-2026-00520 was resolved in time, then late', () => {
    const sample = tickets.find(({ nomor }) => nomor === 'TIK-2026-00520');
    if (!sample) throw new Error('the sample is gone');
    const history = historyOf(sample);
    const before = history.filter(({ at }) => at <= wib('2026-10-07 12:00'));
    expect(deriveSla(before, clocks, undefined, wib('2026-10-07 12:00')).resolution).toBe('ON_TIME');
    expect(
      deriveSla(
        history.filter(({ at }) => at <= wib('2026-10-08 09:00')),
        clocks,
        undefined,
        wib('2026-10-08 09:00'),
      ),
    ).toMatchObject({
      resolution: 'RUNNING',
      resolvedAt: null,
      resolutionDueAt: wib('2026-10-08 09:35'),
      atRisk: true,
    });
    expect(deriveSla(history, clocks, undefined, asOf)).toMatchObject({
      resolution: 'LATE',
      resolvedAt: wib('2026-10-08 11:55'),
      pausedMinutes: 0,
    });
  });
});

describe('waiting for the requester', () => {
  const asked = [...filed(), answered('2026-11-23 08:30'), status('2026-11-23 10:00', 'WAITING_REQUESTER')];

  test('stops the clock; the deadline shown is the one from before', () => {
    expect(derive(asked, '2026-11-26 10:00')).toMatchObject({
      paused: true,
      resolution: 'PAUSED',
      resolutionDueAt: wib('2026-11-24 08:00'),
      pausedMinutes: 0,
      atRisk: false,
    });
  });
  test('moves the deadline by the working minutes it lasted', () => {
    const state = derive([...asked, status('2026-11-24 09:00', 'IN_PROGRESS')], '2026-11-24 10:00');
    expect(state).toMatchObject({
      paused: false,
      resolution: 'RUNNING',
      pausedMinutes: 390,
      resolutionDueAt: wib('2026-11-24 15:30'),
    });
    expect(state.pauses).toEqual([
      { from: wib('2026-11-23 10:00'), to: wib('2026-11-24 09:00'), status: 'WAITING_REQUESTER', minutes: 390 },
    ]);
    expect(derive(asked, '2026-11-24 09:00').pauses).toEqual([
      { from: wib('2026-11-23 10:00'), to: null, status: 'WAITING_REQUESTER', minutes: 390 },
    ]);
  });
  test('over a weekend costs nobody anything', () => {
    const history = [
      ...filed(),
      status('2026-11-27 16:30', 'WAITING_REQUESTER'),
      status('2026-11-30 07:30', 'IN_PROGRESS'),
    ];
    expect(derive(history, '2026-11-30 07:30').pausedMinutes).toBe(0);
  });
  test('does not hide a deadline that had passed already, nor undo it afterwards', () => {
    const late = [...filed(), answered('2026-11-23 08:30'), status('2026-11-24 08:30', 'WAITING_REQUESTER')];
    expect(derive(late, '2026-11-25 08:00')).toMatchObject({ paused: true, resolution: 'LATE' });
    expect(derive([...late, status('2026-11-25 08:00', 'IN_PROGRESS')], '2026-11-25 08:00').resolution).toBe('LATE');
    const inTime = [...filed(), answered('2026-11-23 08:30'), status('2026-11-24 08:00', 'WAITING_REQUESTER')];
    expect(derive(inTime, '2026-11-25 08:00').resolution).toBe('PAUSED');
  });
  test('then resolved at once, as nobody answered, is judged with the wait taken off', () => {
    expect(derive([...asked, status('2026-11-30 10:00', 'RESOLVED')], '2026-12-01 08:00')).toMatchObject({
      resolution: 'ON_TIME',
      pausedMinutes: 5 * 450,
      resolutionDueAt: wib('2026-12-01 08:00'),
    });
  });
  test('before the first answer stops that clock too, and only until the answer', () => {
    const unanswered = [...filed(), status('2026-11-23 08:30', 'WAITING_REQUESTER')];
    expect(derive(unanswered, '2026-11-23 15:00')).toMatchObject({
      response: 'PAUSED',
      responseDueAt: wib('2026-11-23 09:00'),
    });
    expect(derive([...unanswered, status('2026-11-23 10:30', 'IN_PROGRESS')], '2026-11-23 10:45')).toMatchObject({
      response: 'RUNNING',
      responseDueAt: wib('2026-11-23 11:00'),
    });
    const during = [...unanswered, answered('2026-11-23 10:00')];
    expect(derive(during, '2026-11-23 10:15')).toMatchObject({
      response: 'ON_TIME',
      responseDueAt: wib('2026-11-23 10:30'),
    });
    expect(derive([...during, status('2026-11-23 15:00', 'IN_PROGRESS')], '2026-11-23 15:30')).toMatchObject({
      response: 'ON_TIME',
      responseDueAt: wib('2026-11-23 10:30'),
    });
  });
  test('after the answer does not move the time by which the answer was due', () => {
    expect(derive([...asked, status('2026-11-24 09:00', 'IN_PROGRESS')], '2026-11-24 10:00')).toMatchObject({
      response: 'ON_TIME',
      responseDueAt: wib('2026-11-23 09:00'),
    });
  });
  test('is the only wait that stops the clock, unless the setting names the third party as well', () => {
    const history = [
      ...filed(),
      answered('2026-11-23 08:30'),
      status('2026-11-23 10:00', 'WAITING_THIRD_PARTY'),
      status('2026-11-23 11:00', 'WAITING_REQUESTER'),
      status('2026-11-23 13:00', 'IN_PROGRESS'),
    ];
    expect(derive(history, '2026-11-23 13:00')).toMatchObject({
      pausedMinutes: 60,
      resolutionDueAt: wib('2026-11-24 09:00'),
    });
    const both = derive(history, '2026-11-23 13:00', {
      ...DEFAULT_SLA_SETTINGS,
      pausing: ['WAITING_REQUESTER', 'WAITING_THIRD_PARTY'],
    });
    expect(both).toMatchObject({ pausedMinutes: 120, resolutionDueAt: wib('2026-11-24 10:00') });
    expect(both.pauses.map((pause) => pause.status)).toEqual(['WAITING_THIRD_PARTY', 'WAITING_REQUESTER']);
  });
  test('never lasts less than nothing, though two servers’ clocks disagree', () => {
    expect(
      derive(
        [...filed(), status('2026-11-23 10:00', 'WAITING_REQUESTER'), status('2026-11-23 09:59', 'IN_PROGRESS')],
        '2026-11-23 11:00',
      ),
    ).toMatchObject({ pausedMinutes: 0, resolutionDueAt: wib('2026-11-24 08:00') });
  });
});

describe('judging', () => {
  test('what is done at the very deadline is in time, a millisecond later is late', () => {
    const resolved = (offset: number): SlaEvent[] => [
      ...filed(),
      { at: wib('2026-11-23 09:00') + offset, kind: 'response' },
      { at: wib('2026-11-24 08:00') + offset, kind: 'status', status: 'RESOLVED' },
    ];
    expect(derive(resolved(0), '2026-11-25 08:00')).toMatchObject({
      response: 'ON_TIME',
      resolution: 'ON_TIME',
      fraction: 1,
    });
    expect(derive(resolved(1), '2026-11-25 08:00')).toMatchObject({ response: 'LATE', resolution: 'LATE' });
  });
  test('what is not done runs until its deadline, then is late', () => {
    expect(derive(filed(), '2026-11-23 09:00')).toMatchObject({ response: 'RUNNING', resolution: 'RUNNING' });
    expect(derive(filed(), '2026-11-23 09:01')).toMatchObject({ response: 'LATE', resolution: 'RUNNING' });
    expect(derive(filed(), '2026-11-24 08:01')).toMatchObject({ response: 'LATE', resolution: 'LATE' });
  });
  test.each(['REJECTED', 'CANCELLED'] as const)(
    '%s: the result does not count, and the answer only if there was one',
    (end) => {
      const dropped = [...filed(), status('2026-11-25 10:00', end)];
      expect(derive(dropped, '2026-12-25 10:00')).toMatchObject({
        response: 'NOT_COUNTED',
        resolution: 'NOT_COUNTED',
        resolvedAt: null,
        fraction: 1020 / 450,
        atRisk: false,
      });
      expect(
        derive([...filed(), answered('2026-11-23 10:00'), status('2026-11-25 10:00', end)], '2026-12-25 10:00'),
      ).toMatchObject({ response: 'LATE', resolution: 'NOT_COUNTED' });
    },
  );
  test('a ticket taken back after a cancellation goes on with its old clock', () => {
    expect(
      derive(
        [...filed(), status('2026-11-23 09:00', 'CANCELLED'), status('2026-11-23 15:00', 'NEW')],
        '2026-11-23 15:00',
      ),
    ).toMatchObject({ resolution: 'RUNNING', resolutionDueAt: wib('2026-11-24 08:00'), pausedMinutes: 0 });
  });
  test('a ticket resolved without another word was answered by its result', () => {
    expect(derive([...filed(), status('2026-11-23 08:40', 'RESOLVED')], '2026-11-25 08:00')).toMatchObject({
      respondedAt: wib('2026-11-23 08:40'),
      response: 'ON_TIME',
    });
    expect(
      derive(
        [...filed(), status('2026-11-23 09:40', 'RESOLVED'), status('2026-11-23 10:00', 'IN_PROGRESS')],
        '2026-11-25 08:00',
      ),
    ).toMatchObject({ respondedAt: wib('2026-11-23 09:40'), response: 'LATE' });
  });
  test('only the first answer counts', () => {
    expect(
      derive([...filed(), answered('2026-11-23 08:30'), answered('2026-11-23 10:00')], '2026-11-23 11:00'),
    ).toMatchObject({ respondedAt: wib('2026-11-23 08:30'), response: 'ON_TIME' });
  });
  test('a history without a target is refused', () => {
    expect(() => derive([status('2026-11-23 08:00', 'NEW')], '2026-11-23 09:00')).toThrow('a history holds the target');
  });
});

describe('a clock that runs out', () => {
  test('uses up its share in working time, without pauses, and is at risk from three quarters', () => {
    const paused = [
      ...filed(),
      answered('2026-11-23 08:10'),
      status('2026-11-23 09:00', 'WAITING_REQUESTER'),
      status('2026-11-23 11:00', 'IN_PROGRESS'),
    ];
    expect(derive(paused, '2026-11-23 15:00').fraction).toBe(240 / 450);
    expect(derive(filed(), '2026-11-23 14:37')).toMatchObject({
      atRisk: false,
      resolutionRiskAt: wib('2026-11-23 14:37') + 30_000,
    });
    expect(derive(filed(), '2026-11-23 14:38').atRisk).toBe(true);
    expect(derive(filed(), '2026-11-24 08:01').atRisk).toBe(false);
    expect(derive(filed(), '2026-11-23 10:00', { pausing: [], riskFraction: 0.2 }).atRisk).toBe(true);
  });
  test('announces risk and breach of both clocks, the next first, but no risk after its breach', () => {
    expect(warnings(filed(), '2026-11-23 08:00')).toEqual([
      '2026-11-23 08:45 RESPONSE AT_RISK',
      '2026-11-23 09:00 RESPONSE BREACH',
      '2026-11-23 14:37 RESOLUTION AT_RISK',
      '2026-11-24 08:00 RESOLUTION BREACH',
    ]);
    expect(warnings([...filed(), answered('2026-11-23 08:30')], '2026-11-23 15:00')).toEqual([
      '2026-11-23 14:37 RESOLUTION AT_RISK',
      '2026-11-24 08:00 RESOLUTION BREACH',
    ]);
    expect(warnings(filed(), '2026-11-24 09:00')).toEqual([
      '2026-11-23 09:00 RESPONSE BREACH',
      '2026-11-24 08:00 RESOLUTION BREACH',
    ]);
    expect(
      warnings(filed({ ...OUTAGE, responseMinutes: 240, resolutionMinutes: 120 }), '2026-11-23 08:00').map((warning) =>
        warning.slice(11),
      ),
    ).toEqual([
      '09:30 RESOLUTION AT_RISK',
      '10:00 RESOLUTION BREACH',
      '11:00 RESPONSE AT_RISK',
      '12:00 RESPONSE BREACH',
    ]);
  });
  test('announces nothing while it stands still or after the end, and goes on afterwards', () => {
    const asked = [...filed(), answered('2026-11-23 08:30'), status('2026-11-23 10:00', 'WAITING_REQUESTER')];
    expect(warnings(asked, '2026-11-23 11:00')).toEqual([]);
    expect(warnings([...asked, status('2026-11-23 11:00', 'IN_PROGRESS')], '2026-11-23 11:00')).toEqual([
      '2026-11-23 15:37 RESOLUTION AT_RISK',
      '2026-11-24 09:00 RESOLUTION BREACH',
    ]);
    const unanswered = [
      ...filed(),
      status('2026-11-23 08:30', 'WAITING_REQUESTER'),
      status('2026-11-23 09:30', 'IN_PROGRESS'),
    ];
    expect(warnings(unanswered, '2026-11-23 09:30').slice(0, 2)).toEqual([
      '2026-11-23 09:45 RESPONSE AT_RISK',
      '2026-11-23 10:00 RESPONSE BREACH',
    ]);
    for (const end of ['RESOLVED', 'REJECTED', 'CANCELLED'] as const)
      expect(warnings([...filed(), status('2026-11-23 08:10', end)], '2026-11-23 08:10')).toEqual([]);
  });
  test('without any time to use up has no share, and no risk before its breach', () => {
    const atOnce = filed({ ...OUTAGE, resolutionMinutes: 0 });
    expect(derive(atOnce, '2026-11-23 08:00').fraction).toBeNull();
    expect(warnings([...atOnce, answered('2026-11-23 08:00')], '2026-11-23 07:59')).toEqual([
      '2026-11-23 08:00 RESOLUTION BREACH',
    ]);
  });
  test('says at each warning what the warning said, and not a millisecond before', () => {
    for (const history of [filed(), [...filed(COVERAGE, EVENT), answered('2026-11-23 08:30')]]) {
      const at = (now: number) => deriveSla(history, clocks, undefined, now);
      for (const warning of warningsOf(at(wib('2026-11-23 08:00')), wib('2026-11-23 08:00'))) {
        const verdict = (now: number) =>
          ({ RESPONSE: at(now).response, READINESS: at(now).readiness, RESOLUTION: at(now).resolution })[warning.clock];
        if (warning.kind === 'BREACH')
          expect([verdict(warning.at - 1), verdict(warning.at)]).toEqual(['RUNNING', 'LATE']);
        else if (warning.clock === 'RESOLUTION')
          expect([at(warning.at - 1).atRisk, at(warning.at).atRisk]).toEqual([false, true]);
      }
    }
  });
});

describe('an event', () => {
  test('has two deadlines: ready at its start, resolved so long after its end', () => {
    expect(derive(filed(COVERAGE, EVENT), '2026-11-23 08:00')).toMatchObject({
      responseDueAt: wib('2026-11-23 10:00'),
      readinessDueAt: EVENT.start,
      resolutionDueAt: wib('2026-11-27 12:00'),
      shortNotice: false,
      fraction: 0,
      readiness: 'RUNNING',
    });
    expect(derive(filed(COVERAGE, EVENT), '2026-11-26 14:00').fraction).toBe(60 / 450);
  });
  test('counts as ready when readiness was confirmed, or all was done, before it started', () => {
    const prepared = (more: SlaEvent[], now: string) =>
      derive([...filed(COVERAGE, EVENT), answered('2026-11-23 08:30'), ...more], now).readiness;
    expect(prepared([ready('2026-11-26 08:59')], '2026-11-26 10:00')).toBe('ON_TIME');
    expect(prepared([ready('2026-11-26 09:01')], '2026-11-26 10:00')).toBe('LATE');
    expect(prepared([status('2026-11-25 10:00', 'RESOLVED')], '2026-11-26 10:00')).toBe('ON_TIME');
    expect(prepared([], '2026-11-26 10:00')).toBe('LATE');
    expect(prepared([status('2026-11-25 10:00', 'WAITING_REQUESTER')], '2026-11-26 10:00')).toBe('LATE');
    expect(prepared([status('2026-11-25 10:00', 'CANCELLED')], '2026-11-26 10:00')).toBe('NOT_COUNTED');
    expect(derive(filed(), '2026-11-23 08:00').readiness).toBeNull();
  });
  test('asked for at short notice is marked, and never a breach', () => {
    const tomorrow = { start: wib('2026-11-24 09:00'), end: wib('2026-11-24 12:00') };
    expect(derive(filed(COVERAGE, tomorrow), '2026-11-23 09:00')).toMatchObject({
      shortNotice: true,
      response: 'RUNNING',
      resolution: 'RUNNING',
    });
    expect(derive(filed(COVERAGE, tomorrow), '2026-12-23 09:00')).toMatchObject({
      response: 'NOT_COUNTED',
      readiness: 'NOT_COUNTED',
      resolution: 'NOT_COUNTED',
      atRisk: false,
    });
    expect(
      derive(
        [...filed(COVERAGE, tomorrow), answered('2026-11-23 08:30'), status('2026-11-23 15:00', 'RESOLVED')],
        '2026-12-23 09:00',
      ),
    ).toMatchObject({ response: 'ON_TIME', resolution: 'ON_TIME' });
    expect(derive(filed(COVERAGE, tomorrow), '2026-11-25 11:30')).toMatchObject({
      resolution: 'RUNNING',
      fraction: 420 / 450,
      atRisk: false,
    });
    expect(warnings(filed(COVERAGE, tomorrow), '2026-11-23 08:00')).toEqual([]);
    expect(derive(filed({ ...COVERAGE, minimumNoticeDays: 1 }, tomorrow), '2026-11-23 09:00').shortNotice).toBe(false);
    expect(derive(filed({ ...COVERAGE, minimumNoticeDays: null }, tomorrow), '2026-11-23 09:00').shortNotice).toBe(
      false,
    );
  });
  test('keeps its times when only the priority changes, and the notice is not counted anew', () => {
    const raised = [...filed(COVERAGE, EVENT), target('2026-11-26 08:00', { ...COVERAGE, responseMinutes: 30 })];
    expect(derive(raised, '2026-11-26 08:00')).toMatchObject({
      readinessDueAt: EVENT.start,
      shortNotice: false,
      responseDueAt: wib('2026-11-23 08:30'),
    });
    expect(
      derive([...filed(COVERAGE, EVENT), target('2026-11-26 08:00', COVERAGE, EVENT)], '2026-11-26 08:00').shortNotice,
    ).toBe(false);
  });
  test('moved at the last moment is at short notice from then on', () => {
    const moved = [
      ...filed(COVERAGE, EVENT),
      target('2026-11-24 08:00', COVERAGE, { start: wib('2026-11-25 09:00'), end: wib('2026-11-25 12:00') }),
    ];
    expect(derive(moved, '2026-11-24 08:00')).toMatchObject({
      shortNotice: true,
      readinessDueAt: wib('2026-11-25 09:00'),
    });
  });
  test('does not wait: only what is waited for after its end moves the deadline', () => {
    const before = [
      ...filed(COVERAGE, EVENT),
      status('2026-11-23 09:00', 'WAITING_REQUESTER'),
      status('2026-11-24 09:00', 'IN_PROGRESS'),
    ];
    expect(derive(before, '2026-11-24 09:00')).toMatchObject({
      pausedMinutes: 450,
      resolutionDueAt: wib('2026-11-27 12:00'),
    });
    const around = [
      ...filed(COVERAGE, EVENT),
      status('2026-11-26 11:00', 'WAITING_REQUESTER'),
      status('2026-11-26 14:00', 'IN_PROGRESS'),
    ];
    expect(derive(around, '2026-11-26 14:00')).toMatchObject({
      pausedMinutes: 120,
      resolutionDueAt: wib('2026-11-27 14:30'),
      fraction: 0,
    });
  });
  test('whose times nobody knows is measured like any other work', () => {
    expect(derive(filed(COVERAGE), '2026-11-23 09:00')).toMatchObject({
      readinessDueAt: null,
      readiness: null,
      resolutionDueAt: wib('2026-11-24 08:00'),
      shortNotice: false,
    });
  });
});

describe('a promise that changes', () => {
  const waited = [
    ...filed(),
    answered('2026-11-23 08:30'),
    status('2026-11-23 09:00', 'WAITING_REQUESTER'),
    status('2026-11-24 09:00', 'IN_PROGRESS'),
  ];

  test('is reckoned from the beginning, and keeps every pause', () => {
    const history = [...waited, target('2026-11-24 10:00', { ...OUTAGE, responseMinutes: 30, resolutionMinutes: 900 })];
    expect(derive(history, '2026-11-24 10:00')).toMatchObject({
      pausedMinutes: 450,
      resolutionDueAt: wib('2026-11-26 08:00'),
      responseDueAt: wib('2026-11-23 08:30'),
    });
  });
  test('measures its pauses on the new calendar', () => {
    const security = { ...OUTAGE, calendar: '24x7', resolutionMinutes: 1440 };
    expect(derive([...waited, target('2026-11-24 10:00', security)], '2026-11-24 10:00')).toMatchObject({
      pausedMinutes: 1440,
      resolutionDueAt: wib('2026-11-25 08:00'),
    });
  });
  test('and changes back leaves everything as it was', () => {
    const there = target('2026-11-24 10:00', { ...OUTAGE, calendar: '24x7', resolutionMinutes: 60 });
    expect(derive([...waited, there, target('2026-11-24 11:00', OUTAGE)], '2026-11-24 12:00')).toEqual(
      derive(waited, '2026-11-24 12:00'),
    );
  });
});

/** What a ticket's row holds since its last event. */
const standing = (history: readonly SlaEvent[], now: number, settings?: SlaSettings) => {
  const { paused, shortNotice, resolution, resolutionDueAt } = deriveSla(history, clocks, settings, now);
  return {
    status: history.findLast((event) => event.kind === 'status')?.status ?? 'NEW',
    isPaused: paused,
    isShortNotice: shortNotice,
    isResolutionLate: resolution === 'LATE',
    resolutionDueAt,
  };
};

test('time left is working time: a weekend takes none of it, a late ticket owes some, a resting clock has none to tell', () => {
  const friday = wib('2026-11-20 15:30');
  const due = {
    isPaused: false,
    isShortNotice: false,
    isResolutionLate: false,
    resolutionDueAt: wib('2026-11-23 09:00'),
  };
  const running = { ...due, status: 'IN_PROGRESS' } as const;
  // Friday closes at 16.30, Monday opens at 07.30.
  expect(timeLeft(running, office, friday)).toEqual({ minutes: 150, isAroundTheClock: false });
  expect(timeLeft(running, office, wib('2026-11-21 12:00'))?.minutes).toBe(90);
  expect(timeLeft(running, always, friday)).toEqual({ minutes: 65.5 * 60, isAroundTheClock: true });
  expect(timeLeft(running, office, wib('2026-11-23 10:15'))?.minutes).toBe(-75);
  expect(timeLeft({ ...running, isPaused: true }, office, friday)).toBeNull();
  expect(timeLeft({ ...running, isShortNotice: true }, office, friday)).toBeNull();
  expect(timeLeft({ ...running, status: 'RESOLVED' }, office, friday)).toBeNull();
  expect(timeLeft(running, undefined, friday)).toBeNull();
});

describe('late stays late', () => {
  const overdue = (history: readonly SlaEvent[], now: string, settings?: SlaSettings) =>
    isOverdue(standing(history, history.at(-1)?.at ?? 0, settings), wib(now));
  const worked = [...filed(), answered('2026-11-23 08:30'), status('2026-11-23 08:30', 'IN_PROGRESS')];

  test('from a minute after its due time until it ends, with an officer or without one', () => {
    expect(overdue(filed(), '2026-11-23 16:00')).toBe(false);
    expect(overdue(filed(), '2026-11-24 08:01')).toBe(true);
    expect(overdue(worked, '2026-11-24 08:01')).toBe(true);
  });
  test('asked in time it is not late, however long nobody answers; asked too late it stays late', () => {
    expect(overdue([...worked, status('2026-11-23 10:00', 'WAITING_REQUESTER')], '2026-12-10 10:00')).toBe(false);
    expect(overdue([...worked, status('2026-11-24 09:00', 'WAITING_REQUESTER')], '2026-11-24 09:00')).toBe(true);
    expect(overdue([...worked, status('2026-11-24 09:00', 'WAITING_REQUESTER')], '2026-12-10 10:00')).toBe(true);
  });
  test('where the city lets the clock run while a question is asked, that hides nothing', () => {
    const asked = [...worked, status('2026-11-23 10:00', 'WAITING_REQUESTER')];
    expect(overdue(asked, '2026-11-24 08:01', { pausing: [] })).toBe(true);
    expect(overdue([...worked, status('2026-11-23 10:00', 'WAITING_THIRD_PARTY')], '2026-11-24 08:01')).toBe(true);
  });
  test('asked again while a question is open, the clock stands since the first question', () => {
    const again = (first: string, then: string) => [
      ...worked,
      status(first, 'WAITING_REQUESTER'),
      status(then, 'WAITING_REQUESTER'),
    ];
    expect(overdue(again('2026-11-23 10:00', '2026-11-25 10:00'), '2026-12-10 10:00')).toBe(false);
    expect(overdue(again('2026-11-24 09:00', '2026-11-24 11:00'), '2026-12-10 10:00')).toBe(true);
    // Asked at the very end of a day on which it is due, and again that evening, as a random history once had it.
    const short = filed({ ...OUTAGE, resolutionMinutes: 420 });
    const due = deriveSla(short, clocks, undefined, wib('2026-11-23 09:00')).resolutionDueAt;
    expect(due).toBe(wib('2026-11-23 16:00'));
    const asked = [status('2026-11-23 16:00', 'WAITING_REQUESTER'), status('2026-11-23 18:00', 'WAITING_REQUESTER')];
    expect(deriveSla([...short, ...asked], clocks, undefined, wib('2026-12-10 10:00')).resolution).toBe('PAUSED');
  });
  test('ended it is overdue no longer; resolved after its due time it was late', () => {
    const ended = (at: string, to: Status) => standing([...worked, status(at, to)], wib(at));
    expect(isOverdue(ended('2026-11-24 09:00', 'RESOLVED'), wib('2026-12-10 10:00'))).toBe(false);
    expect(isResolvedLate(ended('2026-11-24 09:00', 'RESOLVED'))).toBe(true);
    expect(isResolvedLate(ended('2026-11-23 15:00', 'RESOLVED'))).toBe(false);
    expect(isResolvedLate(ended('2026-11-24 09:00', 'CANCELLED'))).toBe(false);
  });
});

describe('whatever happens', () => {
  const minute = fc.integer({ min: 1, max: 6000 });
  const step = fc.record({
    after: minute,
    to: fc.constantFrom<Status>('IN_PROGRESS', 'WAITING_REQUESTER', 'WAITING_THIRD_PARTY'),
  });
  const promise = fc.record({
    calendar: fc.constantFrom('jam_kerja', '24x7'),
    // Both are at least a minute: the forms of services and priorities take no less.
    responseMinutes: fc.integer({ min: 1, max: 500 }),
    resolutionMinutes: fc.integer({ min: 1, max: 5000 }),
    mode: fc.constantFrom('DURATION' as const, 'EVENT' as const),
    minimumNoticeDays: fc.constantFrom(null, 3),
  });
  const created = fc
    .integer({ min: wib('2026-01-01') / 60_000, max: wib('2027-06-01') / 60_000 })
    .map((minutes) => minutes * 60_000);
  const lived = fc
    .record({ created, promise, steps: fc.array(step, { maxLength: 8 }), lead: fc.integer({ min: 0, max: 20_000 }) })
    .map(({ created: at, promise: to, steps, lead }) => {
      const event = { start: at + lead * 60_000, end: at + (lead + 180) * 60_000 };
      const history: SlaEvent[] = [
        { at, kind: 'target', target: to, event },
        { at, kind: 'status', status: 'NEW' },
      ];
      let now = at;
      for (const { after, to: next } of steps)
        history.push({ at: (now += after * 60_000), kind: 'status', status: next });
      return { history, now, promise: to };
    });

  test('pauses never shorten a deadline, and in duration mode lengthen it by exactly their minutes', () => {
    fc.assert(
      fc.property(lived, ({ history, now, promise: { calendar, mode, resolutionMinutes } }) => {
        const state = deriveSla(history, clocks, undefined, now);
        const unpaused = deriveSla(history, clocks, { pausing: [] }, now);
        expect(state.resolutionDueAt).toBeGreaterThanOrEqual(unpaused.resolutionDueAt);
        expect(state.responseDueAt).toBeGreaterThanOrEqual(unpaused.responseDueAt);
        if (mode === 'DURATION')
          expect(clocks(calendar).measure(history[0]?.at ?? 0, state.resolutionDueAt)).toBe(
            resolutionMinutes + state.pausedMinutes,
          );
      }),
    );
  });
  test('a clock is late exactly when it has used up its target, unless short notice excuses it', () => {
    fc.assert(
      fc.property(lived, minute, ({ history, now }, later) => {
        const state = deriveSla(history, clocks, undefined, now + later * 60_000);
        if (state.resolution === 'NOT_COUNTED') return expect(state.shortNotice).toBe(true);
        expect(
          (state.fraction ?? 0) > 1
            ? state.resolution === 'LATE'
            : state.fraction !== 1 || state.resolution !== 'ON_TIME',
        ).toBe(true);
        if ((state.fraction ?? 0) < 1) expect(['RUNNING', 'PAUSED']).toContain(state.resolution);
      }),
    );
  });
  test('what is late stays late while the ticket lives on', () => {
    fc.assert(
      fc.property(lived, ({ history, now }) => {
        const verdicts = history
          .slice(1)
          .map((_, index) => deriveSla(history.slice(0, index + 2), clocks, undefined, history[index + 1]?.at ?? now));
        for (const clock of ['response', 'resolution'] as const) {
          const first = verdicts.findIndex((state) => state[clock] === 'LATE');
          if (first >= 0) expect(verdicts.slice(first).every((state) => state[clock] === 'LATE')).toBe(true);
        }
      }),
    );
  });
  test('late is what the clock says at any moment, told from what a row kept at the last event', () => {
    const settings = fc.constantFrom<SlaSettings>({ pausing: ['WAITING_REQUESTER'] }, { pausing: [] });
    fc.assert(
      fc.property(lived, settings, minute, ({ history, now }, set, later) => {
        const seen = now + later * 60_000;
        const verdict = deriveSla(history, clocks, set, seen).resolution;
        expect(isOverdue(standing(history, now, set), seen)).toBe(verdict === 'LATE');
      }),
    );
  });
  test('asking twice gives the same, and the history is left alone', () => {
    fc.assert(
      fc.property(lived, ({ history, now }) => {
        const copy = structuredClone(history);
        expect(deriveSla(history, clocks, undefined, now)).toEqual(deriveSla(history, clocks, undefined, now));
        expect(history).toEqual(copy);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the proposed priority', () => {
  const CODES = { LARGE: 'BESAR', MEDIUM: 'SEDANG', SMALL: 'KECIL' } as const;
  const URGENT = { HIGH: 'TINGGI', MEDIUM: 'SEDANG', LOW: 'RENDAH' } as const;
  test.each(IMPACTS.flatMap((impact) => URGENCIES.map((urgency) => [impact, urgency] as const)))(
    'of %s impact and %s urgency is the catalogue’s',
    (impact, urgency) => {
      expect(proposePriority(impact, urgency)).toBe(
        catalogue.matriksPrioritas.hasil[`${CODES[impact]}|${URGENT[urgency]}`],
      );
    },
  );
  test('follows the city’s own matrix where there is one', () => {
    expect(
      proposePriority('SMALL', 'LOW', { ...PRIORITY_MATRIX, SMALL: { HIGH: 'HIGH', MEDIUM: 'HIGH', LOW: 'HIGH' } }),
    ).toBe('HIGH');
  });
});

test('the security service of the catalogue runs round the clock', () => {
  const state = deriveSla(
    [target('2026-11-21 22:00', targetOf('SEC-01')), status('2026-11-21 22:00', 'NEW')],
    clocks,
    undefined,
    wib('2026-11-21 22:00'),
  );
  expect([written(state.responseDueAt), written(state.resolutionDueAt)]).toEqual([
    '2026-11-21 22:30',
    '2026-11-22 22:00',
  ]);
  expect(always.isOpen(state.resolutionDueAt) && !office.isOpen(state.resolutionDueAt)).toBe(true);
});
