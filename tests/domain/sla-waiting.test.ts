import {
  DEFAULT_SLA_SETTINGS,
  deriveSla,
  isOverdue,
  isResolvedLate,
  type SlaEvent,
  type SlaSettings,
  timeLeft,
} from '../../plugins/ticketing/domain/sla';
import type { Status } from '../../plugins/ticketing/domain/status';
import { always, clocks, office, wib } from './fixtures/seed';
import { answered, derive, filed, OUTAGE, standing, status } from './fixtures/sla';

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
