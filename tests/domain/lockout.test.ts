import { LOCKOUT_KINDS, LOCKOUTS, waitAfter } from 'strapi-plugin-ticketing/domain';

test('mistyping costs nothing, guessing costs more each time, and nobody waits for ever', () => {
  for (const kind of LOCKOUT_KINDS) {
    const waits = Array.from({ length: 400 }, (_, failures) => waitAfter(kind, failures));
    expect(waits.slice(0, LOCKOUTS[kind].free + 1).every((wait) => wait === 0)).toBe(true);
    expect(waits[LOCKOUTS[kind].free + 1]).toBeGreaterThan(0);
    for (let failures = 1; failures < waits.length; failures += 1)
      expect(waits[failures]).toBeGreaterThanOrEqual(waits[failures - 1] ?? 0);
    expect(Math.max(...waits)).toBe(LOCKOUTS[kind].most);
  }
});

test('who is guessed at from everywhere still comes in within a minute, and an office is not held for one clerk', () => {
  expect(waitAfter('account', 1_000_000)).toBe(60);
  expect(waitAfter('address', 40)).toBe(0);
  expect(waitAfter('pair', 6)).toBe(15);
});
