import { ROLES, type Role } from './roles';
import { CONDITION_NAMES, type Condition } from './conditions';
import { PERMISSIONS, type Permission } from './permissions';
import { DEFAULT_POLICY, type Policy, type Rule } from './policy';

/**
 * One cell of the matrix: under which conditions this role may do this. No alternative means never; an empty one,
 * always.
 */
export type Alternatives = readonly (readonly Condition[])[];
/** What the city changed, by role and permission; a cell that is not here stands as it came. */
export type PolicyChanges = Readonly<Partial<Record<Role, Readonly<Partial<Record<Permission, Alternatives>>>>>>;
export interface Cell {
  readonly role: Role;
  readonly may: Permission;
  readonly alternatives: Alternatives;
  readonly standard: Alternatives;
  readonly isChanged: boolean;
}

const alternativesIn = (policy: Policy, role: Role, may: Permission): Alternatives =>
  policy.filter((rule) => rule.role === role && rule.may === may).map(({ when }) => when);

/** The same cells whatever the order in which conditions and alternatives are written. */
const inOrder = (alternatives: Alternatives): string =>
  JSON.stringify([...new Set(alternatives.map((when) => JSON.stringify([...new Set(when)].sort())))].sort());
export const isSameCell = (a: Alternatives, b: Alternatives): boolean => inOrder(a) === inOrder(b);

/** The matrix, whole: what came with the product, with the city's changes laid over it. */
export const cellsOf = (changes: PolicyChanges): Cell[] =>
  ROLES.flatMap((role) =>
    PERMISSIONS.map((may): Cell => {
      const standard = alternativesIn(DEFAULT_POLICY, role, may);
      const alternatives = changes[role]?.[may] ?? standard;
      return { role, may, alternatives, standard, isChanged: !isSameCell(alternatives, standard) };
    }),
  );

/** The authority matrix in force. */
export const policyFrom = (changes: PolicyChanges): Policy =>
  Object.keys(changes).length === 0
    ? DEFAULT_POLICY
    : cellsOf(changes).flatMap(({ role, may, alternatives }) =>
        alternatives.map((when): Rule => ({ role, may, when })),
      );

/** Cells that stay as they are, so that no slip of the hand locks everybody out of the settings. */
const FIXED: readonly (readonly [Role, Permission])[] = [
  ['ADMIN', 'settings:read'],
  ['ADMIN', 'settings:manage'],
  ['ADMIN', 'profile:read'],
  ['ADMIN', 'ticket:read'],
];
export const isFixed = (role: Role, may: Permission): boolean =>
  FIXED.some(([fixedRole, fixedMay]) => fixedRole === role && fixedMay === may);

/** The changes with these cells laid over them; a cell set to what it was by default is no change. */
export function withCells(
  changes: PolicyChanges,
  cells: readonly Pick<Cell, 'role' | 'may' | 'alternatives'>[],
): PolicyChanges {
  const wanted = cellsOf(changes).map((cell) => ({
    ...cell,
    ...cells.find(({ role, may }) => role === cell.role && may === cell.may),
  }));
  const result: Partial<Record<Role, Partial<Record<Permission, Alternatives>>>> = {};
  for (const { role, may, alternatives, standard } of wanted) {
    if (!isSameCell(alternatives, standard)) (result[role] ??= {})[may] = alternatives;
  }
  return result;
}

/** Conditions that can never hold for a role's people make a line that only looks like a permission. */
const PORTAL_ONLY: readonly Condition[] = ['ownSkpd', 'ownTicket'];
const STAFF_ONLY: readonly Condition[] = ['assignedToMe', 'myTeam', 'helping', 'approverTeam'];
export const conditionsFor = (role: Role): Condition[] =>
  CONDITION_NAMES.filter(
    (condition) => !(role === 'REQUESTER' || role === 'LEADER' ? STAFF_ONLY : PORTAL_ONLY).includes(condition),
  );
