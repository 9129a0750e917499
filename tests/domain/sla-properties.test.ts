import fc from 'fast-check';
import { deriveSla, isOverdue, type SlaEvent, type SlaSettings } from '../../plugins/ticketing/domain/sla';
import type { Status } from '../../plugins/ticketing/domain/status';
import { clocks, wib } from './fixtures/seed';
import { standing } from './fixtures/sla';

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
