import fc from 'fast-check';
import {
  ACTIONS,
  actionsFor,
  advance,
  DEFAULT_POLICY,
  type Refusal,
  type Role,
  ROLES,
  STATUSES,
  transitionOf,
  unreachableStatuses,
} from 'strapi-plugin-ticketing/domain';
import { actor, codeOf, needed, NOW } from './fixtures/lifecycle';

const anyTicket = fc.record({
  status: fc.constantFrom(...STATUSES),
  skpdCode: fc.constantFrom('DISDIKBUD', 'DINKES'),
  requesterId: fc.constantFrom(1, 7, null),
  assigneeId: fc.constantFrom(null, 7, 8),
  teamCode: fc.constantFrom('TIM-INFRA', 'TIM-SANDI', null),
  isConfidential: fc.boolean(),
  isCancelRequested: fc.boolean(),
  isOwnFile: fc.constantFrom(null, true, false),
  isRated: fc.boolean(),
  hasRatingWords: fc.boolean(),
  locksAt: fc.constantFrom(null, NOW - 1, NOW + 1),
  helperIds: fc.constantFrom([], [7], [8, 9]),
  isVerified: fc.boolean(),
  pendingApprover: fc.constantFrom(null, null, 'KEPALA_DINAS', 'TIM-INFRA'),
  lacksDisposition: fc.boolean(),
  lacksLetter: fc.boolean(),
  missingDocuments: fc.constantFrom([], ['Surat permohonan']),
  ratingChangesUntil: fc.constantFrom(null, NOW - 1, NOW + 1),
  isServedHere: fc.boolean(),
  awaitsReadiness: fc.boolean(),
  unansweredAt: fc.constantFrom(null, NOW - 1, NOW + 1),
});
const anyActor = fc
  .record({ roles: fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 2 }), portal: fc.boolean() })
  .map(({ roles, portal }) => actor(roles[0] as Role, { roles, kind: portal ? 'portal' : 'staff' }));

test('what is offered is exactly what is allowed, for every ticket and every actor', () => {
  fc.assert(
    fc.property(anyTicket, anyActor, (given, who) => {
      const offered = actionsFor(DEFAULT_POLICY, given, who, NOW);
      for (const action of ACTIONS)
        expect([action, offered.includes(action)]).toEqual([
          action,
          codeOf(() => advance(DEFAULT_POLICY, given, action, who, needed(action), NOW)) === null,
        ]);
    }),
    { numRuns: 2000 },
  );
});

test('every status can be reached from Baru', () => expect(unreachableStatuses()).toEqual([]));

test('an action never leads out of the table: its target is what the row says, or it is refused', () => {
  fc.assert(
    fc.property(anyTicket, anyActor, fc.constantFrom(...ACTIONS), (given, who, action) => {
      try {
        const { to, rule } = advance(DEFAULT_POLICY, given, action, who, needed(action), NOW);
        expect(to).toBe(transitionOf(action).moves[given.status]);
        expect(who.roles).toContain(rule.role);
      } catch (error) {
        expect([
          'notAllowed',
          'notFound',
          'wrongStatus',
          'awaitingApproval',
          'awaitingDisposition',
          'awaitingLetter',
          'awaitingDocuments',
          'answerStillAwaited',
        ]).toContain((error as Refusal).code);
      }
    }),
    { numRuns: 2000 },
  );
});

test('what an action implies is allowed to whoever may do it, and leads to where the action leads on from', () => {
  let tried = 0;
  fc.assert(
    fc.property(anyTicket, anyActor, (given, who) => {
      for (const action of actionsFor(DEFAULT_POLICY, given, who, NOW)) {
        const { moves, via } = transitionOf(action);
        const implied = via?.[given.status];
        if (!implied) continue;
        tried += 1;
        expect(moves[advance(DEFAULT_POLICY, given, implied, who, {}, NOW).to]).toBe(moves[given.status]);
      }
    }),
    { numRuns: 2000 },
  );
  expect(tried).toBeGreaterThan(0);
});
