import { busiest, LOAD_STEPS, purposeOf, ratesBetween, stepsDue } from 'strapi-plugin-ticketing/domain';

const sample = { at: 1_000_000, active: 5_000, hit: 900, read: 100, commits: 50, wal: 1_000 };

test('what a minute was like is what was counted in it; figures that began anew say nothing', () => {
  const after = { at: 1_060_000, active: 35_000, hit: 2_340_900, read: 60_100, commits: 650, wal: 61_000 };
  expect(ratesBetween(sample, after)).toEqual({ sessions: 0.5, misses: 2.5, commitsPerSecond: 10, walPerSecond: 1000 });
  expect(ratesBetween(after, sample)).toBe(null);
  expect(ratesBetween(sample, { ...after, wal: 0 })).toBe(null);
  expect(ratesBetween(sample, { ...sample, at: sample.at + 1 })?.misses).toBe(0);
  expect(ratesBetween(sample, { ...after, hit: 900, read: 60_099 })?.misses).toBe(0);
});

test('the busiest minute is remembered figure by figure', () => {
  const calm = { sessions: 1, misses: 0, commitsPerSecond: 9, walPerSecond: 5 };
  expect(busiest(calm, { sessions: 0, misses: 3, commitsPerSecond: 2, walPerSecond: 7 })).toEqual({
    sessions: 1,
    misses: 3,
    commitsPerSecond: 9,
    walPerSecond: 7,
  });
});

test('a step is due from its number on, and not before', () => {
  const none = { sessions: 0, misses: 0, walPerSecond: 0, connections: 0, largestTable: 0, database: 0 };
  expect(stepsDue(none)).toEqual([]);
  for (const { step, figure, from } of LOAD_STEPS) {
    expect(stepsDue({ ...none, [figure]: from })).toEqual([step]);
    expect(stepsDue({ ...none, [figure]: from * 0.999 })).toEqual([]);
  }
});

test.each([
  ['tickets', 'tickets'],
  ['ticket_links', 'tickets'],
  ['ticket_search', 'search'],
  ['ticket_facts', 'figures'],
  ['audit_entries', 'audit'],
  ['letter_files', 'messages'],
  ['pgboss.job_common', 'jobs'],
  ['skpd', 'other'],
])('%s is for %s', (table, purpose) => {
  expect(purposeOf(table)).toBe(purpose);
});
