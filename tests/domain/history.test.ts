import { dueOf, promiseOf, slaHistory, stateOf, toldOf, waitingOf } from '../../plugins/ticketing/domain/history';
import type { HistoryEntry } from '../../plugins/ticketing/domain/history';
import { DEFAULT_SETTINGS } from '../../plugins/ticketing/domain/settings';
import type { SlaTarget } from '../../plugins/ticketing/domain/sla';
import { clocks, wib, written } from './fixtures/seed';

const OUTAGE: SlaTarget = {
  calendar: 'jam_kerja',
  responseMinutes: 60,
  resolutionMinutes: 450,
  mode: 'DURATION',
  minimumNoticeDays: null,
};
const entry = (
  at: string,
  event: HistoryEntry['event'],
  payload: HistoryEntry['payload'] = {},
  actor_kind = 'staff',
): HistoryEntry => ({ event, at: new Date(wib(at)), actor_kind, payload });

/** A requester files on Monday 23 November 2026 at 08:00; an officer claims the ticket at 08:30 and asks at 10:00. */
const FILED = entry(
  '2026-11-23 08:00',
  'submit',
  { from: null, to: 'NEW', after: { sla: { target: OUTAGE } } },
  'portal',
);
const CLAIMED = entry('2026-11-23 08:30', 'claim', { from: 'NEW', to: 'IN_PROGRESS' });
const ASKED = entry('2026-11-23 10:00', 'askRequester', { from: 'IN_PROGRESS', to: 'WAITING_REQUESTER' });
const due = (entries: readonly HistoryEntry[], now: string) =>
  dueOf(entries, clocks, DEFAULT_SETTINGS, wib(now)).map((each) =>
    [written(each.at), 'clock' in each ? each.clock : null, each.kind].filter(Boolean).join(' '),
  );

describe('the clocks of a ticket, read from its entries', () => {
  test('know its status, its promise and the officer’s first word', () => {
    expect(slaHistory([FILED, CLAIMED]).map(({ kind }) => kind)).toEqual(['status', 'target', 'status', 'response']);
    expect(stateOf([FILED, CLAIMED], clocks, DEFAULT_SETTINGS, wib('2026-11-23 09:30'))).toMatchObject({
      respondedAt: wib('2026-11-23 08:30'),
      response: 'ON_TIME',
      resolutionDueAt: wib('2026-11-24 08:00'),
    });
  });
  test('take neither an internal note, nor the requester’s own word, nor the system’s for an answer', () => {
    for (const silent of [
      entry('2026-11-23 08:10', 'comment', { isInternal: true }),
      entry('2026-11-23 08:10', 'comment', {}, 'portal'),
      entry('2026-11-23 08:10', 'comment', {}, 'system'),
    ])
      expect(stateOf([FILED, silent], clocks, DEFAULT_SETTINGS, wib('2026-11-23 08:20')).respondedAt).toBeNull();
    const spoken = entry('2026-11-23 08:10', 'comment');
    expect(stateOf([FILED, spoken], clocks, DEFAULT_SETTINGS, wib('2026-11-23 08:20')).respondedAt).toBe(
      wib('2026-11-23 08:10'),
    );
  });
  test('stay where they are when an entry names the status the ticket had', () => {
    const assigned = entry('2026-11-23 11:00', 'assign', { from: 'WAITING_REQUESTER', to: 'WAITING_REQUESTER' });
    expect(waitingOf([FILED, CLAIMED, ASKED, assigned])?.since).toBe(wib('2026-11-23 10:00'));
    expect(
      stateOf([FILED, CLAIMED, ASKED, assigned], clocks, DEFAULT_SETTINGS, wib('2026-11-23 13:00')).pauses,
    ).toHaveLength(1);
  });
  test('follow the promise made last', () => {
    const quicker = { ...OUTAGE, resolutionMinutes: 60 };
    const raised = entry('2026-11-23 09:00', 'setPriority', { after: { sla: { target: quicker } } });
    expect(promiseOf([FILED, raised, CLAIMED])?.target).toEqual(quicker);
    expect(promiseOf([CLAIMED])).toBeUndefined();
    expect(stateOf([FILED, raised], clocks, DEFAULT_SETTINGS, wib('2026-11-23 09:00')).resolutionDueAt).toBe(
      wib('2026-11-23 09:00'),
    );
  });
});

describe('waiting for the requester', () => {
  test('begins with the question, counts the system’s reminders, and ends with the answer', () => {
    const reminded = entry('2026-11-25 16:00', 'remind', { after: { reminder: 1 } }, 'system');
    const byHand = entry('2026-11-25 17:00', 'remind');
    expect(waitingOf([FILED, CLAIMED])).toBeNull();
    expect(waitingOf([FILED, CLAIMED, ASKED])).toEqual({
      since: wib('2026-11-23 10:00'),
      reminders: 0,
      mayClose: true,
      closesAt: null,
    });
    const closesAt = new Date(wib('2026-12-01 16:00')).toISOString();
    const warned = entry('2026-11-30 16:00', 'willClose', { after: { closesAt } }, 'system');
    expect(waitingOf([FILED, CLAIMED, ASKED, warned])?.closesAt).toBe(wib('2026-12-01 16:00'));
    expect(waitingOf([FILED, CLAIMED, ASKED, reminded, byHand])?.reminders).toBe(1);
    const answered = entry('2026-11-26 08:00', 'comment', { from: 'WAITING_REQUESTER', to: 'IN_PROGRESS' }, 'portal');
    expect(waitingOf([FILED, CLAIMED, ASKED, reminded, answered])).toBeNull();
  });
  test('never ends a ticket that was sent back before work began', () => {
    const returned = entry('2026-11-23 09:00', 'returnForCompletion', { from: 'NEW', to: 'WAITING_REQUESTER' });
    expect(waitingOf([FILED, returned])?.mayClose).toBe(false);
  });
});

describe('what is due by itself', () => {
  test('is warned of once: what an entry tells is not told again, unless the due time moved', () => {
    const dueAt = new Date(wib('2026-11-24 08:00')).toISOString();
    const told = entry('2026-11-23 14:38', 'slaAtRisk', { after: { clock: 'RESOLUTION', dueAt } }, 'system');
    expect(due([FILED, CLAIMED], '2026-11-23 14:00')).toEqual([
      '2026-11-23 14:37 RESOLUTION AT_RISK',
      '2026-11-24 08:00 RESOLUTION BREACH',
    ]);
    expect(due([FILED, CLAIMED, told], '2026-11-23 14:40')).toEqual(['2026-11-24 08:00 RESOLUTION BREACH']);
    expect(toldOf([FILED, CLAIMED, told]).size).toBe(1);
    const breached = entry('2026-11-24 08:01', 'slaBreach', { after: { clock: 'RESOLUTION', dueAt } }, 'system');
    expect(due([FILED, CLAIMED, told, breached], '2026-11-24 09:00')).toEqual([]);
  });
  test('is a reminder while the requester is waited for', () => {
    expect(due([FILED, CLAIMED, ASKED], '2026-11-23 10:00')).toEqual([
      '2026-11-25 16:00 REMIND',
      '2026-11-27 16:30 REMIND',
    ]);
  });
});
