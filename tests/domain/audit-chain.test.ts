import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonical, hashOf } from '../../plugins/ticketing/server/audit/chain.mts';
import { canonical as asAuditor } from '../support/canonical';

/** Facts as a use case holds them: with instants that are no text yet, and with what it leaves unsaid. */
const facts = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('10', '9', 'id', 'ÿ', '__proto__')), tie('any'), {
      maxKeys: 5,
    }),
  ),
})).any;

test('an entry hashes the same before and after its trip through JSON, and as an auditor reckons it', () => {
  fc.assert(
    fc.property(facts, (said) => {
      const read = JSON.parse(JSON.stringify(said) ?? 'null') as unknown;
      expect(canonical(said)).toBe(asAuditor(read));
      expect(canonical(read)).toBe(canonical(said));
    }),
    { numRuns: 2000 },
  );
});

test('a link hangs on the hash before it', () => {
  const entry = { event: 'claim', at: new Date('2026-03-02T01:00:00.000Z'), payload: { to: 'IN_PROGRESS', facts: {} } };
  const text = '{"at":"2026-03-02T01:00:00.000Z","event":"claim","payload":{"facts":{},"to":"IN_PROGRESS"}}';
  for (const before of [null, 'ab12'])
    expect(hashOf(entry, before)).toBe(
      createHash('sha256')
        .update((before ?? '') + text)
        .digest('hex'),
    );
});
