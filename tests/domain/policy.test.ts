import fc from 'fast-check';
import { facts } from '../support/facts';
import {
  ACTIONS,
  actionsFor,
  advance,
  CONDITION_NAMES,
  DEFAULT_POLICY,
  explain,
  isFixed,
  isSameCell,
  PERMISSIONS,
  policyFrom,
  Refusal,
  ROLES,
  cellsOf,
  STATUSES,
  transitionOf,
  withCells,
  type ActionField,
  type Actor,
  type PolicyChanges,
  type Role,
  type Cell,
} from 'strapi-plugin-ticketing/domain';

const NOW = Date.parse('2026-11-25T03:00:00Z');
const alternatives = fc.array(fc.uniqueArray(fc.constantFrom(...CONDITION_NAMES), { maxLength: 3 }), { maxLength: 3 });
const cell = fc.record({ role: fc.constantFrom(...ROLES), may: fc.constantFrom(...PERMISSIONS), alternatives });
const changed = fc.array(cell, { maxLength: 25 }).map((cells): PolicyChanges => withCells({}, cells));
const actor = fc
  .record({
    roles: fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 2 }),
    kind: fc.constantFrom('portal' as const, 'staff' as const),
    team: fc.constantFrom([], ['TIM-INFRA'], ['TIM-SANDI']),
  })
  .map(({ roles, kind, team }): Actor => ({
    kind,
    id: 7,
    name: 'Seseorang',
    roles,
    skpdCode: kind === 'portal' ? 'DISDIKBUD' : null,
    teamCodes: kind === 'staff' ? team : [],
  }));
const ticket = fc
  .record({
    status: fc.constantFrom(...STATUSES),
    skpdCode: fc.constantFrom('DISDIKBUD', 'DINKES'),
    requesterId: fc.constantFrom(1, 7),
    assigneeId: fc.constantFrom(null, 7, 8),
    teamCode: fc.constantFrom('TIM-INFRA', 'TIM-SANDI', null),
    isConfidential: fc.boolean(),
    isCancelRequested: fc.boolean(),
    isOwnFile: fc.constantFrom(null, true, false),
    isRated: fc.boolean(),
    isVerified: fc.boolean(),
    pendingApprover: fc.constantFrom(null, null, 'TIM-SANDI'),
    lacksLetter: fc.boolean(),
    missingDocuments: fc.constantFrom([], ['Surat permohonan']),
    ratingChangesUntil: fc.constantFrom(null, NOW - 1, NOW + 1),
    isServedHere: fc.boolean(),
    helperIds: fc.constantFrom([], [7]),
    locksAt: fc.constantFrom(null, NOW - 1, NOW + 1),
    unansweredAt: fc.constantFrom(null, NOW - 1, NOW + 1),
  })
  .map(facts);
const asCells = (changes: PolicyChanges): Cell[] => cellsOf(changes).filter(({ isChanged }) => isChanged);
const find = (cells: readonly Cell[], role: Role, may: Cell['may']) =>
  cells.find((each) => each.role === role && each.may === may) as Cell;

describe('a matrix with changes', () => {
  test('without any is the one that came', () => {
    expect(policyFrom({})).toEqual(DEFAULT_POLICY);
    expect(asCells({})).toEqual([]);
    expect(cellsOf({})).toHaveLength(ROLES.length * PERMISSIONS.length);
  });
  test('says what was set, and leaves every other cell as it was', () => {
    fc.assert(
      fc.property(changed, cell, (before, wanted) => {
        const [was, is] = [cellsOf(before), cellsOf(withCells(before, [wanted]))];
        expect(isSameCell(find(is, wanted.role, wanted.may).alternatives, wanted.alternatives)).toBe(true);
        const others = (cells: readonly Cell[]) =>
          JSON.stringify(cells.filter(({ role, may }) => role !== wanted.role || may !== wanted.may));
        expect(others(is)).toBe(others(was));
      }),
    );
  });
  test('loses nothing on the way to cells and back, in whichever order they are sent', () => {
    fc.assert(
      fc.property(changed, (changes) => {
        const cells = asCells(changes);
        expect(withCells({}, cells)).toEqual(changes);
        expect(withCells({}, [...cells].reverse())).toEqual(changes);
        expect(withCells(changes, cellsOf(changes))).toEqual(changes);
      }),
    );
  });
  test('is no change any more once every cell is set back', () => {
    fc.assert(
      fc.property(changed, (changes) => {
        const back = asCells(changes).map(({ role, may, standard }) => ({ role, may, alternatives: standard }));
        expect(withCells(changes, back)).toEqual({});
      }),
    );
  });
  test('becomes exactly the rules its cells show', () => {
    fc.assert(
      fc.property(changed, (changes) => {
        const shown = cellsOf(changes).flatMap(({ role, may, alternatives: each }) =>
          each.map((when) => ({ role, may, when })),
        );
        const key = (rules: readonly object[]) => rules.map((rule) => JSON.stringify(rule)).sort();
        expect(key(policyFrom(changes))).toEqual(key(shown));
      }),
    );
  });
  test('calls two ways of writing the same thing the same', () => {
    fc.assert(
      fc.property(alternatives, (given) => {
        const other = [...given.map((when) => [...when].reverse()), ...given].reverse();
        expect(isSameCell(given, other)).toBe(true);
        expect(isSameCell(given, [...given, ['whileNew', 'helping', 'myTeam', 'ownSkpd']])).toBe(false);
      }),
    );
  });
  test('keeps four cells for good, so that nobody is locked out of the settings', () => {
    const fixed = ROLES.flatMap((role) =>
      PERMISSIONS.filter((may) => isFixed(role, may)).map((may) => `${role} ${may}`),
    );
    expect(fixed.sort()).toEqual([
      'ADMIN profile:read',
      'ADMIN settings:manage',
      'ADMIN settings:read',
      'ADMIN ticket:read',
    ]);
  });
});

describe('under whatever matrix', () => {
  const VALUES: Partial<Record<ActionField, unknown>> = { assignee: 3, helper: 3, rating: 3, priority: 'HIGH' };
  const needed = (action: (typeof ACTIONS)[number]) =>
    Object.fromEntries(transitionOf(action).needs.map((field) => [field, VALUES[field] ?? 'x']));
  test('what is explained, what is offered and what is done agree, and the rule named is the one that acts', () => {
    fc.assert(
      fc.property(changed, ticket, actor, (changes, given, who) => {
        const policy = policyFrom(changes);
        const explained = explain(policy, given, who, NOW);
        expect(explained.map(({ action }) => action)).toEqual([...ACTIONS]);
        expect(explained.filter(({ allowed }) => allowed).map(({ action }) => action)).toEqual(
          actionsFor(policy, given, who, NOW),
        );
        const done = ACTIONS.map((action) => {
          try {
            return { action, rule: advance(policy, given, action, who, needed(action), NOW).rule };
          } catch (error) {
            if (error instanceof Refusal) return { action, code: error.code };
            throw error;
          }
        });
        const rules = <T extends { action: string; rule?: unknown }>(all: readonly T[]) =>
          all.flatMap(({ action, rule }) => (rule ? [{ action, rule }] : []));
        expect(rules(explained as readonly { action: string; rule?: unknown }[])).toEqual(rules(done));
        const states = explained.flatMap((said) => (!said.allowed && said.because === 'state' ? [said] : []));
        expect(
          states.filter(
            ({ action, code }) =>
              !done.some(
                (each) => each.action === action && 'code' in each && (each.code === code || each.code === 'notFound'),
              ),
          ),
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
  test('a line that is taken away allows nothing more, and one that is added takes nothing away, while nothing is secret', () => {
    fc.assert(
      fc.property(changed, cell, ticket, actor, (changes, more, given, who) => {
        const plain = { ...given, isConfidential: false };
        const before = actionsFor(policyFrom(changes), plain, who, NOW);
        const current = find(cellsOf(changes), more.role, more.may).alternatives;
        const wider = actionsFor(
          policyFrom(withCells(changes, [{ ...more, alternatives: [...current, ...more.alternatives] }])),
          plain,
          who,
          NOW,
        );
        const narrower = actionsFor(
          policyFrom(withCells(changes, [{ ...more, alternatives: current.slice(1) }])),
          plain,
          who,
          NOW,
        );
        expect(wider).toEqual(expect.arrayContaining(before));
        expect(before).toEqual(expect.arrayContaining(narrower));
      }),
      { numRuns: 150 },
    );
  });
});
