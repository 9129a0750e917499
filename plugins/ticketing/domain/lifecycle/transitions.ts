import type { Permission } from '../access';
import { STATUSES, type Status } from '../status';
import type { ActionField } from './fields';
import type { GuardName } from './guards';

/** `moves` maps each status the action may start from to the one it leads to; the same status means it stays. */
export interface Transition {
  readonly moves: Readonly<Partial<Record<Status, Status>>>;
  readonly may: Permission;
  readonly needs: readonly ActionField[];
  readonly takes: readonly ActionField[];
  readonly guards?: readonly GuardName[];
  /** What is implied where the action starts from one of these statuses: carried out first, with an entry of its own. */
  readonly via?: Readonly<Partial<Record<Status, 'resume'>>>;
}

const STAY_WHILE_WORKED_ON = {
  IN_PROGRESS: 'IN_PROGRESS',
  WAITING_REQUESTER: 'WAITING_REQUESTER',
  WAITING_THIRD_PARTY: 'WAITING_THIRD_PARTY',
} as const;
const STAY_FROM_WORK_TO_LOCK = { ...STAY_WHILE_WORKED_ON, RESOLVED: 'RESOLVED' } as const;
const STAY_WHILE_OPEN = { NEW: 'NEW', ...STAY_WHILE_WORKED_ON } as const;
const STAY = { ...STAY_WHILE_OPEN, RESOLVED: 'RESOLVED', REJECTED: 'REJECTED', CANCELLED: 'CANCELLED' } as const;
const LETTER = ['letterNumber', 'letterDate', 'document'] as const;

/**
 * The lifecycle, whole: what is not in this table cannot happen. Source: domain rules 5.3, requirements 3.3 and 3.7.
 */
export const TRANSITIONS = {
  verify: {
    moves: { NEW: 'IN_PROGRESS' },
    may: 'ticket:verify',
    needs: [],
    takes: ['priority'],
    guards: ['unassigned', 'documented', 'approved', 'disposed'],
  },
  // Rule 5.3 lets nothing into Diproses without an officer in charge: the other team finds it in Baru, verified.
  forward: {
    moves: { NEW: 'NEW' },
    may: 'ticket:verify',
    needs: ['team'],
    takes: ['priority', 'reason'],
    guards: ['unassigned', 'documented'],
  },
  claim: {
    moves: {
      NEW: 'IN_PROGRESS',
      IN_PROGRESS: 'IN_PROGRESS',
      WAITING_REQUESTER: 'WAITING_REQUESTER',
      WAITING_THIRD_PARTY: 'WAITING_THIRD_PARTY',
    },
    may: 'ticket:claim',
    needs: [],
    takes: ['priority'],
    guards: ['unassigned', 'verified', 'documented', 'approved', 'disposed'],
  },
  assign: {
    moves: { NEW: 'IN_PROGRESS', ...STAY_WHILE_WORKED_ON },
    may: 'ticket:assign',
    needs: ['assignee'],
    takes: ['team', 'priority', 'reason', 'instruction', ...LETTER],
    guards: ['verified', 'documented', 'approved', 'disposed'],
  },
  release: {
    moves: STAY_WHILE_WORKED_ON,
    may: 'ticket:release',
    needs: [],
    takes: ['team', 'reason'],
    guards: ['assigned'],
  },
  returnForCompletion: { moves: { NEW: 'WAITING_REQUESTER' }, may: 'ticket:verify', needs: ['question'], takes: [] },
  takeBack: {
    moves: { WAITING_REQUESTER: 'NEW' },
    may: 'ticket:verify',
    needs: [],
    takes: ['reason'],
    guards: ['returned'],
  },
  approve: {
    moves: STAY_WHILE_OPEN,
    may: 'ticket:approve',
    needs: [],
    takes: ['reason', ...LETTER],
    guards: ['approvalPending'],
  },
  // A word to those who work on it; a priority in it is a wish, and whoever may set priorities acts on it.
  direct: { moves: STAY_WHILE_OPEN, may: 'ticket:direct', needs: ['directive'], takes: ['priority'] },
  dispose: {
    moves: STAY_WHILE_OPEN,
    may: 'ticket:route',
    needs: ['level', 'recipient', 'instruction'],
    takes: ['team', ...LETTER],
  },
  issueLetter: {
    moves: STAY_WHILE_OPEN,
    may: 'ticket:route',
    needs: ['letterNumber'],
    takes: ['letterDate', 'document', 'instruction'],
  },
  setPriority: { moves: STAY_WHILE_OPEN, may: 'ticket:prioritize', needs: ['priority'], takes: ['reason'] },
  recategorize: { moves: STAY_WHILE_OPEN, may: 'ticket:categorize', needs: ['category'], takes: ['reason'] },
  addHelper: { moves: STAY_WHILE_WORKED_ON, may: 'ticket:help', needs: ['helper'], takes: ['reason'] },
  removeHelper: { moves: STAY_WHILE_WORKED_ON, may: 'ticket:help', needs: ['helper'], takes: ['reason'] },
  askRequester: { moves: { IN_PROGRESS: 'WAITING_REQUESTER' }, may: 'ticket:process', needs: ['question'], takes: [] },
  waitThirdParty: {
    moves: { IN_PROGRESS: 'WAITING_THIRD_PARTY' },
    may: 'ticket:process',
    needs: ['party', 'reason'],
    takes: [],
  },
  remind: { moves: { WAITING_REQUESTER: 'WAITING_REQUESTER' }, may: 'ticket:process', needs: [], takes: ['reason'] },
  resume: {
    moves: { WAITING_REQUESTER: 'IN_PROGRESS', WAITING_THIRD_PARTY: 'IN_PROGRESS' },
    may: 'ticket:process',
    needs: [],
    takes: ['reason'],
    guards: ['verified'],
  },
  confirmReady: {
    moves: { IN_PROGRESS: 'IN_PROGRESS', WAITING_THIRD_PARTY: 'WAITING_THIRD_PARTY' },
    may: 'ticket:process',
    needs: [],
    takes: ['reason'],
    guards: ['awaitsReadiness'],
  },
  resolve: {
    moves: { IN_PROGRESS: 'RESOLVED', WAITING_REQUESTER: 'RESOLVED', WAITING_THIRD_PARTY: 'RESOLVED' },
    may: 'ticket:process',
    needs: ['resolutionSummary'],
    takes: ['workDone', 'effortMinutes'],
    guards: ['verified', 'lettered'],
    via: { WAITING_REQUESTER: 'resume', WAITING_THIRD_PARTY: 'resume' },
  },
  correctResult: {
    moves: { RESOLVED: 'RESOLVED' },
    may: 'ticket:process',
    needs: ['resolutionSummary'],
    takes: ['workDone'],
    guards: ['unlocked'],
  },
  recordEffort: {
    moves: STAY_FROM_WORK_TO_LOCK,
    may: 'ticket:process',
    needs: ['effortMinutes', 'effortKind'],
    takes: ['effortDay', 'effortBy', 'reason'],
    guards: ['notLocked'],
  },
  correctEffort: {
    moves: STAY_FROM_WORK_TO_LOCK,
    may: 'ticket:process',
    needs: ['effortEntry', 'effortMinutes', 'reason'],
    takes: [],
    guards: ['notLocked'],
  },
  closeUnanswered: {
    moves: { WAITING_REQUESTER: 'RESOLVED' },
    may: 'ticket:process',
    needs: [],
    takes: ['resolutionSummary'],
    guards: ['verified', 'unanswered'],
  },
  reject: {
    moves: { NEW: 'REJECTED', IN_PROGRESS: 'REJECTED' },
    may: 'ticket:reject',
    needs: ['reason'],
    takes: ['duplicateOf'],
  },
  requestCancel: {
    moves: STAY_WHILE_WORKED_ON,
    may: 'ticket:requestCancel',
    needs: ['reason'],
    takes: [],
    guards: ['cancelNotRequested'],
  },
  declineCancel: {
    moves: STAY_WHILE_WORKED_ON,
    may: 'ticket:cancel',
    needs: ['reason'],
    takes: [],
    guards: ['cancelRequested'],
  },
  cancel: {
    moves: {
      NEW: 'CANCELLED',
      IN_PROGRESS: 'CANCELLED',
      WAITING_REQUESTER: 'CANCELLED',
      WAITING_THIRD_PARTY: 'CANCELLED',
    },
    may: 'ticket:cancel',
    needs: ['reason'],
    takes: [],
    guards: ['cancelRequestedOrNew'],
  },
  reopen: { moves: { RESOLVED: 'IN_PROGRESS' }, may: 'ticket:reopen', needs: ['reason'], takes: [] },
  restore: { moves: { REJECTED: 'NEW', CANCELLED: 'NEW' }, may: 'ticket:restore', needs: ['reason'], takes: [] },
  link: { moves: STAY, may: 'ticket:link', needs: ['ticket', 'relation'], takes: ['reason'] },
  unlink: { moves: STAY, may: 'ticket:link', needs: ['ticket'], takes: ['reason'] },
  rate: {
    moves: { RESOLVED: 'RESOLVED' },
    may: 'ticket:rate',
    needs: ['rating'],
    takes: ['ratingComment'],
    guards: ['ratingOpen'],
  },
  explainRating: {
    moves: { RESOLVED: 'RESOLVED' },
    may: 'ticket:rate',
    needs: ['ratingComment'],
    takes: [],
    guards: ['ratedWithoutWords'],
  },
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof TRANSITIONS;
export const ACTIONS = Object.keys(TRANSITIONS) as [Action, ...Action[]];
export const transitionOf = (action: Action): Transition => TRANSITIONS[action];

/** Statuses no chain of actions from NEW can reach: must stay empty. */
export const unreachableStatuses = (): Status[] => {
  const reached = new Set<Status>(['NEW']);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const action of ACTIONS)
      for (const [from, to] of Object.entries(transitionOf(action).moves))
        if (reached.has(from as Status)) reached.add(to);
  }
  return STATUSES.filter((status) => !reached.has(status));
};
