import {
  CONDITIONS,
  DEFAULT_POLICY,
  PERMISSIONS,
  ROLES,
  type Condition,
  type Permission,
  type Policy,
  type Role,
  type Rule,
} from './access';

/** One square of the matrix: under which conditions this role may do this. No alternative means never; an empty one, always. */
export type Alternatives = readonly (readonly Condition[])[];
/** What the city changed, by role and permission; a square that is not here stands as it came. */
export type PolicyChanges = Readonly<Partial<Record<Role, Readonly<Partial<Record<Permission, Alternatives>>>>>>;
export interface Square {
  readonly role: Role;
  readonly may: Permission;
  readonly alternatives: Alternatives;
  readonly standard: Alternatives;
  readonly isChanged: boolean;
}

const alternativesIn = (policy: Policy, role: Role, may: Permission): Alternatives =>
  policy.filter((rule) => rule.role === role && rule.may === may).map(({ when }) => when);

/** The same squares whatever the order in which conditions and alternatives are written. */
const inOrder = (alternatives: Alternatives): string =>
  JSON.stringify([...new Set(alternatives.map((when) => JSON.stringify([...new Set(when)].sort())))].sort());
export const isSameSquare = (a: Alternatives, b: Alternatives): boolean => inOrder(a) === inOrder(b);

/** The matrix, whole: what came with the product, with the city's changes laid over it. */
export const squaresOf = (changes: PolicyChanges): Square[] =>
  ROLES.flatMap((role) =>
    PERMISSIONS.map((may): Square => {
      const standard = alternativesIn(DEFAULT_POLICY, role, may);
      const alternatives = changes[role]?.[may] ?? standard;
      return { role, may, alternatives, standard, isChanged: !isSameSquare(alternatives, standard) };
    }),
  );

/** The authority matrix in force. */
export const policyFrom = (changes: PolicyChanges): Policy =>
  Object.keys(changes).length === 0
    ? DEFAULT_POLICY
    : squaresOf(changes).flatMap(({ role, may, alternatives }) =>
        alternatives.map((when): Rule => ({ role, may, when })),
      );

/** Squares that stay as they are, so that no slip of the hand locks everybody out of the settings. */
const FIXED: readonly (readonly [Role, Permission])[] = [
  ['ADMIN', 'settings:read'],
  ['ADMIN', 'settings:manage'],
  ['ADMIN', 'profile:read'],
  ['ADMIN', 'ticket:read'],
];
export const isFixed = (role: Role, may: Permission): boolean =>
  FIXED.some(([fixedRole, fixedMay]) => fixedRole === role && fixedMay === may);

/** The changes with these squares laid over them; a square set to what it was by default is no change. */
export function withSquares(
  changes: PolicyChanges,
  squares: readonly Pick<Square, 'role' | 'may' | 'alternatives'>[],
): PolicyChanges {
  const wanted = squaresOf(changes).map((square) => ({
    ...square,
    ...squares.find(({ role, may }) => role === square.role && may === square.may),
  }));
  const result: Partial<Record<Role, Partial<Record<Permission, Alternatives>>>> = {};
  for (const { role, may, alternatives, standard } of wanted) {
    if (!isSameSquare(alternatives, standard)) (result[role] ??= {})[may] = alternatives;
  }
  return result;
}

/** Conditions that can never hold for a role's people make a line that only looks like a permission. */
const PORTAL_ONLY: readonly Condition[] = ['ownSkpd', 'ownTicket'];
const STAFF_ONLY: readonly Condition[] = ['assignedToMe', 'myTeam', 'helping', 'approverTeam'];
export const conditionsFor = (role: Role): Condition[] =>
  (Object.keys(CONDITIONS) as Condition[]).filter(
    (condition) => !(role === 'REQUESTER' || role === 'LEADER' ? STAFF_ONLY : PORTAL_ONLY).includes(condition),
  );
