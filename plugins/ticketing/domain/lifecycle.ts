import { can, demand, type Actor, type Permission, type Policy, type Rule } from './access';
import { Refusal, type Issue, type RefusalCode } from './refusal';
import { STATUSES, type Status, type TicketFacts } from './ticket';

/** Everything an action may carry, by its public name. */
export const ACTION_FIELDS = [
  'reason',
  'question',
  'party',
  'resolutionSummary',
  'workDone',
  'assignee',
  'team',
  'priority',
  'effortMinutes',
  'rating',
  'ratingComment',
  'category',
  'helper',
  'ticket',
  'relation',
  'duplicateOf',
  'level',
  'recipient',
  'instruction',
  'letterNumber',
  'letterDate',
  'document',
] as const;
export type ActionField = (typeof ACTION_FIELDS)[number];

interface Guard {
  readonly holds: (ticket: TicketFacts, now: number) => boolean;
  readonly refusal: RefusalCode;
}
const wrongStatus = (holds: Guard['holds']): Guard => ({ holds, refusal: 'wrongStatus' });

/** Facts beyond status that a transition asks of the ticket, and the refusal that says which one is missing. */
export const GUARDS = {
  unassigned: wrongStatus((ticket) => ticket.assigneeId === null),
  cancelRequested: wrongStatus((ticket) => ticket.isCancelRequested),
  cancelRequestedOrNew: wrongStatus((ticket) => ticket.isCancelRequested || ticket.status === 'NEW'),
  cancelNotRequested: wrongStatus((ticket) => !ticket.isCancelRequested),
  notRated: wrongStatus((ticket) => !ticket.isRated),
  ratedWithoutWords: wrongStatus((ticket) => ticket.isRated && !ticket.hasRatingWords),
  verified: wrongStatus((ticket) => ticket.isVerified || ticket.status !== 'WAITING_REQUESTER'),
  returned: wrongStatus((ticket) => !ticket.isVerified),
  approvalPending: wrongStatus((ticket) => ticket.pendingApprover !== null),
  awaitsReadiness: wrongStatus((ticket) => ticket.awaitsReadiness),
  approved: { holds: (ticket) => ticket.pendingApprover === null, refusal: 'awaitingApproval' },
  disposed: { holds: (ticket) => !ticket.lacksDisposition, refusal: 'awaitingDisposition' },
  lettered: { holds: (ticket) => !ticket.lacksLetter, refusal: 'awaitingLetter' },
  unanswered: {
    holds: (ticket, now) => ticket.unansweredAt !== null && now >= ticket.unansweredAt,
    refusal: 'answerStillAwaited',
  },
} as const satisfies Record<string, Guard>;
export type GuardName = keyof typeof GUARDS;

/** `moves` maps each status the action may start from to the one it leads to; the same status means it stays. */
export interface Transition {
  readonly moves: Readonly<Partial<Record<Status, Status>>>;
  readonly may: Permission;
  readonly needs: readonly ActionField[];
  readonly takes: readonly ActionField[];
  readonly guards?: readonly GuardName[];
}

const STAY_WHILE_WORKED_ON = {
  IN_PROGRESS: 'IN_PROGRESS',
  WAITING_REQUESTER: 'WAITING_REQUESTER',
  WAITING_THIRD_PARTY: 'WAITING_THIRD_PARTY',
} as const;
const STAY_WHILE_OPEN = { NEW: 'NEW', ...STAY_WHILE_WORKED_ON } as const;
const STAY = { ...STAY_WHILE_OPEN, RESOLVED: 'RESOLVED', REJECTED: 'REJECTED', CANCELLED: 'CANCELLED' } as const;
const LETTER = ['letterNumber', 'letterDate', 'document'] as const;

/** The lifecycle, whole: what is not in this table cannot happen. Source: domain rules 5.3, requirements 3.3 and 3.7. */
export const TRANSITIONS = {
  verify: {
    moves: { NEW: 'IN_PROGRESS' },
    may: 'ticket:verify',
    needs: [],
    takes: ['priority', 'team'],
    guards: ['unassigned', 'approved', 'disposed'],
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
    guards: ['unassigned', 'verified', 'approved', 'disposed'],
  },
  assign: {
    moves: { NEW: 'IN_PROGRESS', ...STAY_WHILE_WORKED_ON },
    may: 'ticket:assign',
    needs: ['assignee'],
    takes: ['team', 'priority', 'reason', 'instruction', ...LETTER],
    guards: ['verified', 'approved', 'disposed'],
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
    moves: { IN_PROGRESS: 'RESOLVED' },
    may: 'ticket:process',
    needs: ['resolutionSummary'],
    takes: ['workDone', 'effortMinutes'],
    guards: ['lettered'],
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
    guards: ['notRated'],
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

/** The requester's answer lets work go on, or, when work had not begun, puts the ticket before the officers again. */
export const statusAfterComment = (ticket: TicketFacts, actor: Actor): Status => {
  if (ticket.status !== 'WAITING_REQUESTER' || actor.kind !== 'portal') return ticket.status;
  return ticket.isVerified ? 'IN_PROGRESS' : 'NEW';
};

/** What still stands between the ticket and this action, beside authority: its status, or the first guard that fails. */
export function obstacleTo(ticket: TicketFacts, action: Action, now: number): Refusal | null {
  const { moves, guards = [] } = transitionOf(action);
  const facts = {
    action,
    status: ticket.status,
    ...(ticket.pendingApprover && { approver: ticket.pendingApprover }),
    ...(ticket.unansweredAt !== null && { until: new Date(ticket.unansweredAt).toISOString() }),
  };
  if (!moves[ticket.status]) return new Refusal('wrongStatus', facts);
  const failing = guards.map((name): Guard => GUARDS[name]).find(({ holds }) => !holds(ticket, now));
  return failing ? new Refusal(failing.refusal, facts) : null;
}

function checkFields(action: Action, given: Partial<Record<ActionField, unknown>>): void {
  const { needs, takes } = transitionOf(action);
  const strange = (Object.keys(given) as ActionField[]).filter((name) => ![...needs, ...takes].includes(name));
  if (strange.length)
    throw new Refusal('unknownParameter', {
      action,
      issues: strange.map((field): Issue => ({ field, code: 'unknown' })),
    });
  const missing = needs.filter((field) => given[field] === undefined || given[field] === null || given[field] === '');
  if (missing.length)
    throw new Refusal('missingFields', {
      action,
      issues: missing.map((field): Issue => ({ field, code: 'required' })),
    });
}

/**
 * Where the action leads and which rule let it happen. Throws `notFound` or `notAllowed` when the policy says no,
 * `wrongStatus` (or what a guard is called by) when the ticket is elsewhere by now, `missingFields` when `needs` are not all there.
 */
export function advance(
  policy: Policy,
  ticket: TicketFacts,
  action: Action,
  actor: Actor,
  given: Partial<Record<ActionField, unknown>>,
  now: number,
): { to: Status; rule: Rule } {
  const { moves, may } = transitionOf(action);
  const obstacle = obstacleTo(ticket, action, now);
  // A reader who could do this to a ticket in another state deserves the state as the reason, not the policy.
  if (obstacle && can(policy, actor, may).allowed) {
    if (!can(policy, actor, 'ticket:read', ticket, now).allowed) throw new Refusal('notFound');
    throw obstacle;
  }
  const rule = demand(policy, actor, may, ticket, now);
  const to = moves[ticket.status];
  if (obstacle || !to) throw obstacle ?? new Refusal('wrongStatus', { action, status: ticket.status });
  checkFields(action, given);
  return { to, rule };
}

/** The actions this actor could carry out on this ticket right now: exactly those `advance` would accept. */
export const actionsFor = (policy: Policy, ticket: TicketFacts, actor: Actor, now: number): Action[] =>
  ACTIONS.filter(
    (action) =>
      obstacleTo(ticket, action, now) === null && can(policy, actor, transitionOf(action).may, ticket, now).allowed,
  );

/** Why an action may or may not be carried out, for the screens that answer *mengapa tidak boleh?* */
export type Explanation =
  | { readonly action: Action; readonly allowed: true; readonly rule: Rule }
  | {
      readonly action: Action;
      readonly allowed: false;
      readonly because: 'state';
      readonly code: RefusalCode;
      readonly from: readonly Status[];
    }
  | {
      readonly action: Action;
      readonly allowed: false;
      readonly because: 'policy';
      readonly confidential: boolean;
      readonly missing: readonly Rule[];
    };

/** One answer per action, in the order of the table: the rule that decided, or what stands in the way; authority first. */
export const explain = (policy: Policy, ticket: TicketFacts, actor: Actor, now: number): Explanation[] =>
  ACTIONS.map((action): Explanation => {
    const { moves, may } = transitionOf(action);
    const decision = can(policy, actor, may, ticket, now);
    if (!decision.allowed)
      return {
        action,
        allowed: false,
        because: 'policy',
        confidential: decision.confidential,
        missing: decision.missing,
      };
    const obstacle = obstacleTo(ticket, action, now);
    if (obstacle)
      return { action, allowed: false, because: 'state', code: obstacle.code, from: Object.keys(moves) as Status[] };
    return { action, allowed: true, rule: decision.rule };
  });

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
