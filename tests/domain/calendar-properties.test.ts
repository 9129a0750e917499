import fc from 'fast-check';
import { always, office, officeHours, roundTheClock, wib, written } from './fixtures/seed';

describe.each([
  ['office hours', officeHours, office],
  ['round the clock', roundTheClock, always],
])('whatever the question, on %s', (_, __, clock) => {
  const instant = fc.integer({ min: wib('2024-01-01'), max: wib('2030-01-01') });
  const minutes = fc.integer({ min: 0, max: 60_000 });
  const anyMinutes = fc.oneof(
    minutes,
    fc.integer({ min: 0, max: 60_000_000 }).map((ms) => ms / 60_000),
  );

  test('adding minutes and then measuring gives the minutes back', () => {
    fc.assert(
      fc.property(instant, anyMinutes, (start, length) => {
        expect(clock.measure(start, clock.add(start, length))).toBe(length);
      }),
    );
  });
  test('measuring and then adding leads to where the work ended', () => {
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const reached = clock.add(from, clock.measure(from, to));
        expect(
          clock.measure(from, to) === 0 ? clock.measure(to, reached) : reached <= to && clock.measure(reached, to),
        ).toBe(0);
      }),
    );
  });
  test('a later start is never due earlier', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 40 * 86_400_000 }), anyMinutes, (start, later, length) => {
        expect(clock.add(start + later, length)).toBeGreaterThanOrEqual(clock.add(start, length));
      }),
    );
  });
  test('more work is due later', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 60_000 }),
        fc.integer({ min: 1, max: 60_000 }),
        (start, length, more) => {
          expect(clock.add(start, length + more)).toBeGreaterThan(clock.add(start, length));
        },
      ),
    );
  });
  test('splitting an interval changes nothing', () => {
    fc.assert(
      fc.property(instant, instant, instant, (a, b, c) => {
        const ms = (from: number, to: number) => Math.round(clock.measure(from, to) * 60_000);
        expect(ms(a, b) + ms(b, c)).toBe(ms(a, c));
      }),
    );
  });
  test('doing work in two parts ends when doing it in one does', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 0, max: 60_000 }),
        fc.integer({ min: 1, max: 60_000 }),
        (start, first, second) => {
          expect(clock.add(clock.add(start, first), second)).toBe(clock.add(start, first + second));
        },
      ),
    );
  });
  test('no result lies outside working time', () => {
    fc.assert(
      fc.property(instant, anyMinutes, (start, length) => {
        const end = clock.add(start, length);
        expect(end).toBeGreaterThanOrEqual(start);
        // A slot's end is the last instant of its work, though the office is closed from then on.
        expect(clock.isOpen(length * 60_000 < 1 ? end : end - 1)).toBe(true);
      }),
    );
  });
  test('the next open instant is open, and nothing is worked before it', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const open = clock.nextOpen(at);
        expect([clock.isOpen(open), open >= at, clock.measure(at, open)]).toEqual([true, true, 0]);
      }),
    );
  });
});

test('a clock agrees with one that walks minute by minute', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: wib('2026-02-01') / 60_000, max: wib('2027-03-20') / 60_000 }),
      fc.integer({ min: 1, max: 2000 }),
      (minute, length) => {
        const start = minute * 60_000;
        let at = start;
        for (let left = length; left > 0; at += 60_000) {
          const local = new Date(at + 7 * 3_600_000);
          const day = local.toISOString().slice(0, 10);
          const time = local.getUTCHours() * 60 + local.getUTCMinutes();
          const week = officeHours.periods.find(({ from, to }) => day >= from && day <= to)?.week ?? officeHours.week;
          const slots = officeHours.holidays.some((holiday) => holiday.day === day)
            ? []
            : week[(((local.getUTCDay() + 6) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7];
          if (slots.some(({ from, to }) => time >= from && time < to)) left -= 1;
        }
        expect(written(office.add(start, length))).toBe(written(at));
      },
    ),
    { numRuns: 60 },
  );
});
