import type { Action, Role } from 'strapi-plugin-ticketing/domain';

/**
 * Who may do what to which ticket, written down a second time from the city's rules (domain rules 5.3 and 5.4) and tried at
 * the real doors. People are letters, so that a row can be read beside the rules:
 * R requester, K colleague of the same SKPD, S clerk of another SKPD, A assignee, M mate in the ticket's team, H helper,
 * O officer who has nothing to do with it, P officer of the approver's team, C coordinator, D administrator, L leader.
 */
export type Letter = 'R' | 'K' | 'S' | 'A' | 'M' | 'H' | 'O' | 'P' | 'C' | 'D' | 'L';
export const ROLE: Record<Letter, Role> = {
  R: 'REQUESTER',
  K: 'REQUESTER',
  S: 'REQUESTER',
  A: 'OFFICER',
  M: 'OFFICER',
  H: 'OFFICER',
  O: 'OFFICER',
  P: 'OFFICER',
  C: 'COORDINATOR',
  D: 'ADMIN',
  L: 'LEADER',
};
export const SITUATIONS = [
  'NEW',
  'APPROVAL',
  'RETURNED',
  'WORK',
  'CANCEL_ASKED',
  'EVENT',
  'WAITING',
  'UNANSWERED',
  'THIRD_PARTY',
  'RESOLVED',
  'RATED',
  'LOCKED',
  'REJECTED',
  'CANCELLED',
] as const;
export type Situation = (typeof SITUATIONS)[number];

const OFFICERS = 'AMHOP';
const DESK = `${OFFICERS}C`;
/**
 * Whose work it is: the accountable officer, their helper, the team, the coordinator. Before anybody took it only the
 * last two.
 */
const WORKERS = 'AMHC';
const worked = <T>(letters: T) => ({ WORK: letters, CANCEL_ASKED: letters, EVENT: letters });
const waiting = <T>(letters: T) => ({ WAITING: letters, UNANSWERED: letters });
const open = (letters: string, before = letters) => ({
  NEW: before,
  APPROVAL: before,
  RETURNED: before,
  ...worked(letters),
  ...waiting(letters),
  THIRD_PARTY: letters,
});
const everywhere = (letters: string) =>
  Object.fromEntries(SITUATIONS.map((situation) => [situation, letters])) as Record<Situation, string>;

/** Working time is told from the first work until the result locks. */
const EFFORT = {
  ...{ RETURNED: 'MC', ...worked(WORKERS), ...waiting(WORKERS) },
  ...{ THIRD_PARTY: WORKERS, RESOLVED: WORKERS, RATED: WORKERS },
};

/**
 * `roles` could ever do it and are therefore told of the status; `now` says who may in which situation. What is not
 * here, nobody may.
 */
export const TABLE: Record<
  Action,
  { readonly roles: readonly Role[]; readonly now: Partial<Record<Situation, string>> }
> = {
  verify: { roles: ['OFFICER', 'COORDINATOR'], now: { NEW: DESK } },
  claim: { roles: ['OFFICER', 'COORDINATOR'], now: { NEW: DESK } },
  forward: { roles: ['OFFICER', 'COORDINATOR'], now: { NEW: DESK, APPROVAL: DESK } },
  release: {
    roles: ['OFFICER', 'COORDINATOR'],
    now: { ...worked('AC'), ...waiting('AC'), THIRD_PARTY: 'AC' },
  },
  assign: { roles: ['COORDINATOR'], now: { NEW: 'C', ...worked('C'), ...waiting('C'), THIRD_PARTY: 'C' } },
  returnForCompletion: { roles: ['OFFICER', 'COORDINATOR'], now: { NEW: DESK, APPROVAL: DESK } },
  takeBack: { roles: ['OFFICER', 'COORDINATOR'], now: { RETURNED: DESK } },
  approve: { roles: ['OFFICER', 'COORDINATOR', 'LEADER'], now: { APPROVAL: 'PC' } },
  direct: { roles: ['LEADER'], now: open('L') },
  dispose: { roles: ['OFFICER', 'COORDINATOR', 'ADMIN'], now: open(`${DESK}D`) },
  issueLetter: { roles: ['OFFICER', 'COORDINATOR', 'ADMIN'], now: open(`${DESK}D`) },
  setPriority: { roles: ['OFFICER', 'COORDINATOR'], now: open(WORKERS, 'MC') },
  recategorize: { roles: ['OFFICER', 'COORDINATOR'], now: { ...open(WORKERS, DESK), RETURNED: 'MC' } },
  addHelper: {
    roles: ['OFFICER', 'COORDINATOR'],
    now: { RETURNED: 'C', ...worked('AC'), ...waiting('AC'), THIRD_PARTY: 'AC' },
  },
  removeHelper: {
    roles: ['OFFICER', 'COORDINATOR'],
    now: { RETURNED: 'C', ...worked('AC'), ...waiting('AC'), THIRD_PARTY: 'AC' },
  },
  askRequester: { roles: ['OFFICER', 'COORDINATOR'], now: worked(WORKERS) },
  waitThirdParty: { roles: ['OFFICER', 'COORDINATOR'], now: worked(WORKERS) },
  remind: { roles: ['OFFICER', 'COORDINATOR'], now: { RETURNED: 'MC', ...waiting(WORKERS) } },
  resume: { roles: ['OFFICER', 'COORDINATOR'], now: { ...waiting(WORKERS), THIRD_PARTY: WORKERS } },
  confirmReady: { roles: ['OFFICER', 'COORDINATOR'], now: { EVENT: WORKERS } },
  resolve: {
    roles: ['OFFICER', 'COORDINATOR'],
    now: { ...worked(WORKERS), ...waiting(WORKERS), THIRD_PARTY: WORKERS },
  },
  correctResult: { roles: ['OFFICER', 'COORDINATOR'], now: { RESOLVED: WORKERS, RATED: WORKERS } },
  recordEffort: { roles: ['OFFICER', 'COORDINATOR'], now: EFFORT },
  correctEffort: { roles: ['OFFICER', 'COORDINATOR'], now: EFFORT },
  closeUnanswered: { roles: ['OFFICER', 'COORDINATOR'], now: { UNANSWERED: WORKERS } },
  reject: { roles: ['OFFICER', 'COORDINATOR'], now: { NEW: DESK, APPROVAL: DESK, ...worked('C') } },
  requestCancel: {
    roles: ['REQUESTER'],
    now: { RETURNED: 'RK', WORK: 'RK', EVENT: 'RK', ...waiting('RK'), THIRD_PARTY: 'RK' },
  },
  declineCancel: { roles: ['REQUESTER', 'OFFICER', 'COORDINATOR'], now: { CANCEL_ASKED: WORKERS } },
  cancel: {
    roles: ['REQUESTER', 'OFFICER', 'COORDINATOR'],
    now: { NEW: 'RKC', APPROVAL: 'RKC', CANCEL_ASKED: WORKERS },
  },
  reopen: { roles: ['REQUESTER', 'COORDINATOR'], now: { RESOLVED: 'RKC', RATED: 'RKC', LOCKED: 'C' } },
  restore: { roles: ['COORDINATOR'], now: { REJECTED: 'C', CANCELLED: 'C' } },
  link: { roles: ['OFFICER', 'COORDINATOR'], now: everywhere(DESK) },
  unlink: { roles: ['OFFICER', 'COORDINATOR'], now: everywhere(DESK) },
  // Rated a moment ago, a rating can still be put right.
  rate: { roles: ['REQUESTER'], now: { RESOLVED: 'RK', RATED: 'RK', LOCKED: 'RK' } },
  explainRating: { roles: ['REQUESTER'], now: { RATED: 'RK' } },
};
/** Where a claim is a double click of whoever has it already. */
const HELD: readonly Situation[] = ['WORK', 'CANCEL_ASKED', 'EVENT', 'WAITING', 'UNANSWERED', 'THIRD_PARTY'];
/** Nobody has taken these yet, so their assignee and helper are still to come. */
const UNTAKEN: readonly Situation[] = ['NEW', 'APPROVAL', 'RETURNED'];

export function expected(action: Action, situation: Situation, who: Letter, readers: string): number {
  if (!readers.includes(who)) return action === 'claim' && who === 'A' && HELD.includes(situation) ? 200 : 404;
  if (action === 'claim' && who === 'A' && HELD.includes(situation)) return 200;
  const { roles, now } = TABLE[action];
  const allowed = now[situation];
  if (!allowed) return roles.includes(ROLE[who]) ? 409 : 403;
  const isStillToCome = UNTAKEN.includes(situation) && (who === 'A' || who === 'H') && !allowed.includes('O');
  return allowed.includes(who) && !isStillToCome ? 400 : 403;
}
