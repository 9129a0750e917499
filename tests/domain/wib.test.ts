import { wibDay, wibInstant, wibMinute, wibText, wibYear } from '../../plugins/ticketing/domain/wib';

/** 23 November 2026, 09:15 in Bukittinggi. */
const AT = Date.UTC(2026, 10, 23, 2, 15);

test('an instant is read on the wall clock of Bukittinggi, seven hours ahead of UTC', () => {
  expect([wibDay(AT), wibMinute(AT), wibText(AT)]).toEqual(['2026-11-23', '2026-11-23T09:15', '23-11-2026 09.15 WIB']);
});
test('day and year begin at midnight there, not in Greenwich', () => {
  const midnight = Date.UTC(2026, 11, 31, 17);
  expect([wibDay(midnight - 1), wibYear(midnight - 1)]).toEqual(['2026-12-31', 2026]);
  expect([wibDay(midnight), wibYear(midnight)]).toEqual(['2027-01-01', 2027]);
});
test('a local minute or day is meant in WIB; a text with a zone of its own keeps it', () => {
  expect(wibInstant('2026-11-23T09:15')).toBe(AT);
  expect(wibInstant('2026-11-23T09:15:30')).toBe(AT + 30_000);
  expect(wibInstant('2026-11-23')).toBe(Date.UTC(2026, 10, 22, 17));
  expect(wibInstant('2026-11-23T02:15:00.000Z')).toBe(AT);
  expect(wibInstant('2026-11-23T11:15+09:00')).toBe(AT);
  expect(wibInstant('kemarin')).toBeNaN();
});
