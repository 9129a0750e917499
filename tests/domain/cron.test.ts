import { nextByCron } from 'strapi-plugin-ticketing/domain';

test.each([
  ['* * * * *', '2026-11-29T08:00:00Z', '2026-11-29T08:01:00.000Z'],
  ['* * * * *', '2026-11-29T23:59:59Z', '2026-11-30T00:00:00.000Z'],
  ['*/10 * * * *', '2026-11-29T08:09:59Z', '2026-11-29T08:10:00.000Z'],
  ['*/10 * * * *', '2026-11-29T08:10:00Z', '2026-11-29T08:20:00.000Z'],
  // Cron begins anew with each hour.
  ['*/25 * * * *', '2026-11-29T08:51:00Z', '2026-11-29T09:00:00.000Z'],
  ['20 19 * * *', '2026-11-29T19:19:59Z', '2026-11-29T19:20:00.000Z'],
  ['20 19 * * *', '2026-11-29T19:20:00Z', '2026-11-30T19:20:00.000Z'],
])('%s comes after %s at %s', (cron, now, next) => {
  expect(new Date(nextByCron(cron, Date.parse(now)) ?? Number.NaN).toISOString()).toBe(next);
});

test('of a schedule of another kind nothing is said', () => {
  for (const cron of ['0 0 1 * *', '0 8 * * 1', 'sometimes', '']) expect(nextByCron(cron, 0)).toBeNull();
});
