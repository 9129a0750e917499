import { deriveSla, type SlaEvent } from '../../plugins/ticketing/domain/sla';
import { always, asOf, clocks, historyOf, office, promised, targetOf, tickets, wib, written } from './fixtures/seed';
import { answered, derive, filed, OUTAGE, status, target } from './fixtures/sla';

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
