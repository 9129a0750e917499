import { timeTeller } from '../../plugins/ticketing/admin/src/time';

/** Thursday, 26 November 2026, 16.00 WIB. */
const NOW = Date.parse('2026-11-26T09:00:00Z');
const { relative } = timeTeller('id');

test.each([
  // The same day: by the clock.
  ['2026-11-26T09:00:20Z', 'baru saja'],
  ['2026-11-26T09:40:00Z', 'dalam 40 menit'],
  ['2026-11-26T14:30:00Z', 'dalam 5 jam'],
  ['2026-11-26T02:00:00Z', '7 jam yang lalu'],
  // Another day is another day, though it be less than 24 hours away.
  ['2026-11-27T01:00:00Z', 'besok'],
  ['2026-11-27T16:59:00Z', 'besok'],
  ['2026-11-27T17:00:00Z', 'lusa'],
  ['2026-11-30T01:00:00Z', 'dalam 4 hari'],
  ['2026-11-25T16:00:00Z', 'kemarin'],
  ['2026-11-24T18:00:00Z', 'kemarin'],
  ['2026-11-20T09:00:00Z', '6 hari yang lalu'],
])('on Thursday at 16.00 %s is %s', (iso, words) => expect(relative(iso, NOW)).toBe(words));

test('just before midnight what is near is told by the clock', () =>
  expect(relative('2026-11-26T17:20:00Z', Date.parse('2026-11-26T16:40:00Z'))).toBe('dalam 40 menit'));
