import { deriveSla, type SlaEvent } from '../../plugins/ticketing/domain/sla';
import { clocks, wib } from './fixtures/seed';
import {
  answered,
  COVERAGE,
  derive,
  EVENT,
  filed,
  OUTAGE,
  ready,
  status,
  target,
  warnings,
  warningsOf,
} from './fixtures/sla';

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
