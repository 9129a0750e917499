import { stateOf } from '../../../plugins/ticketing/domain/history';
import { type ImportedTicket, messagesFor, storyOf } from '../../../plugins/ticketing/domain/imports';
import { DEFAULT_SETTINGS } from '../../../plugins/ticketing/domain/settings';
import { clocks, wib } from '../fixtures/seed';
import { NOW, ticketWith } from '../fixtures/imports';

describe('an imported ticket is told again', () => {
  const target = {
    calendar: 'jam_kerja',
    responseMinutes: 60,
    resolutionMinutes: 450,
    mode: 'DURATION' as const,
    minimumNoticeDays: null,
  };
  /** As the server writes it: the promise comes with the import. */
  const stateAt = (ticket: ImportedTicket, now: number, more: readonly { at: number; to: 'RESOLVED' }[] = []) =>
    stateOf(
      [
        ...storyOf(ticket, NOW).map(({ event, at, from, to }) => ({
          event,
          at: new Date(at),
          actor_kind: 'system',
          payload: { ...(to && { from: from ?? null, to }), ...(event === 'import' && { after: { sla: { target } } }) },
        })),
        ...more.map(({ at, to }) => ({
          event: 'resolve' as const,
          at: new Date(at),
          actor_kind: 'staff',
          payload: { from: 'NEW' as const, to },
        })),
      ],
      clocks,
      DEFAULT_SETTINGS,
      now,
    );

  test('filed then, ended then, imported now', () => {
    expect(storyOf(ticketWith(), NOW)).toEqual([
      { event: 'submit', at: wib('2024-03-12 08:15'), from: null, to: 'NEW' },
      { event: 'resolve', at: wib('2024-03-12 14:40'), from: 'NEW', to: 'RESOLVED', text: 'Kabel diganti' },
      { event: 'import', at: NOW },
    ]);
  });
  test('and what was said on it, at its own times', () => {
    const said = { author: 'Galih', text: 'Menuju lokasi', isInternal: false };
    const messages = [
      { ...said, line: 3, at: wib('2024-03-12 16:00') },
      { ...said, line: 2, at: wib('2024-03-12 14:40') },
      { ...said, line: 4, at: wib('2024-03-11 10:00') },
    ];
    const { told, faults } = messagesFor(messages, ticketWith().submittedAt);
    expect(faults).toMatchObject([{ line: 4, code: 'beforeTicket' }]);
    const ticket = { ...ticketWith(), messages: told };
    expect(storyOf(ticket, NOW).map(({ event, at }) => [event, at])).toEqual([
      ['submit', wib('2024-03-12 08:15')],
      ['comment', wib('2024-03-12 14:40')],
      ['resolve', wib('2024-03-12 14:40')],
      ['comment', wib('2024-03-12 16:00')],
      ['import', NOW],
    ]);
    // Nobody here answered by it.
    expect(stateAt({ ...ticket, status: 'IN_PROGRESS' }, NOW)).toMatchObject({ respondedAt: null });
    const many = Array.from({ length: 501 }, (_, line) => ({ ...said, line, at: NOW }));
    expect(messagesFor(many, 0).faults).toMatchObject([{ line: 500, code: 'tooManyMessages', limit: 500 }]);
  });
  test('what had ended there is neither on time nor late, and keeps its day', () => {
    expect(stateAt(ticketWith(), NOW)).toMatchObject({
      isPromised: false,
      response: 'NOT_COUNTED',
      resolution: 'NOT_COUNTED',
      respondedAt: null,
      resolvedAt: wib('2024-03-12 14:40'),
    });
  });
  test('what is open there takes its status now, and is promised from now on', () => {
    const ticket = ticketWith({ Status: 'Pending', 'Solution date': '' });
    expect(storyOf(ticket, NOW).at(-1)).toMatchObject({ event: 'import', from: 'NEW', to: 'WAITING_THIRD_PARTY' });
    const monday = wib('2026-11-30 08:30');
    const state = stateAt(ticket, NOW);
    // Imported on a Sunday: the clock of working hours begins on Monday at 07.30.
    expect(state).toMatchObject({ isPromised: true, resolution: 'RUNNING', responseDueAt: monday });
    expect(stateAt(ticket, NOW, [{ at: wib('2026-11-30 10:00'), to: 'RESOLVED' }])).toMatchObject({
      resolution: 'ON_TIME',
      response: 'LATE',
    });
  });
});
