import { can, demand, type Actor, type Permission, type Policy, type Rule } from './access';
import { Refusal, type Issue } from './refusal';
import { STATUSES, type Status, type TicketFacts } from './ticket';

/** Everything an action may carry, by its public name. */
export const ACTION_FIELDS = ['reason', 'question', 'party', 'resolutionSummary', 'workDone', 'assignee', 'team', 'priority', 'effortMinutes', 'rating', 'ratingComment'] as const;
export type ActionField = (typeof ACTION_FIELDS)[number];

/** Facts beyond status that a transition asks of the ticket. */
export const GUARDS = {
  unassigned: (ticket) => ticket.assigneeId === null,
  cancelRequestedOrNew: (ticket) => ticket.isCancelRequested || ticket.status === 'NEW',
  cancelNotRequested: (ticket) => !ticket.isCancelRequested,
  notRated: (ticket) => !ticket.isRated,
} as const satisfies Record<string, (ticket: TicketFacts) => boolean>;

/** `moves` maps each status the action may start from to the one it leads to; the same status means it stays. */
export interface Transition {
  readonly moves: Readonly<Partial<Record<Status, Status>>>;
  readonly may: Permission;
  readonly needs: readonly ActionField[];
  readonly takes: readonly ActionField[];
  readonly guard?: keyof typeof GUARDS;
}

const STAY_WHILE_WORKED_ON = { IN_PROGRESS: 'IN_PROGRESS', WAITING_REQUESTER: 'WAITING_REQUESTER', WAITING_THIRD_PARTY: 'WAITING_THIRD_PARTY' } as const;

/** The lifecycle, whole: what is not in this table cannot happen. Source: domain rules 5.3. */
export const TRANSITIONS = {
  verify: { moves: { NEW: 'IN_PROGRESS' }, may: 'ticket:verify', needs: [], takes: ['priority', 'team'], guard: 'unassigned' },
  claim: { moves: { NEW: 'IN_PROGRESS', ...STAY_WHILE_WORKED_ON }, may: 'ticket:claim', needs: [], takes: ['priority'], guard: 'unassigned' },
  assign: { moves: { NEW: 'IN_PROGRESS', ...STAY_WHILE_WORKED_ON }, may: 'ticket:assign', needs: ['assignee'], takes: ['team', 'priority', 'reason'] },
  setPriority: { moves: { NEW: 'NEW', ...STAY_WHILE_WORKED_ON }, may: 'ticket:prioritize', needs: ['priority'], takes: ['reason'] },
  askRequester: { moves: { IN_PROGRESS: 'WAITING_REQUESTER' }, may: 'ticket:process', needs: ['question'], takes: [] },
  waitThirdParty: { moves: { IN_PROGRESS: 'WAITING_THIRD_PARTY' }, may: 'ticket:process', needs: ['party', 'reason'], takes: [] },
  resume: { moves: { WAITING_REQUESTER: 'IN_PROGRESS', WAITING_THIRD_PARTY: 'IN_PROGRESS' }, may: 'ticket:process', needs: [], takes: ['reason'] },
  resolve: { moves: { IN_PROGRESS: 'RESOLVED' }, may: 'ticket:process', needs: ['resolutionSummary'], takes: ['workDone', 'effortMinutes'] },
  reject: { moves: { NEW: 'REJECTED', IN_PROGRESS: 'REJECTED' }, may: 'ticket:reject', needs: ['reason'], takes: [] },
  requestCancel: { moves: STAY_WHILE_WORKED_ON, may: 'ticket:requestCancel', needs: ['reason'], takes: [], guard: 'cancelNotRequested' },
  cancel: { moves: { NEW: 'CANCELLED', IN_PROGRESS: 'CANCELLED', WAITING_REQUESTER: 'CANCELLED', WAITING_THIRD_PARTY: 'CANCELLED' }, may: 'ticket:cancel', needs: ['reason'], takes: [], guard: 'cancelRequestedOrNew' },
  reopen: { moves: { RESOLVED: 'IN_PROGRESS' }, may: 'ticket:reopen', needs: ['reason'], takes: [] },
  restore: { moves: { REJECTED: 'NEW', CANCELLED: 'NEW' }, may: 'ticket:restore', needs: ['reason'], takes: [] },
  rate: { moves: { RESOLVED: 'RESOLVED' }, may: 'ticket:rate', needs: ['rating'], takes: ['ratingComment'], guard: 'notRated' },
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof TRANSITIONS;
export const ACTIONS = Object.keys(TRANSITIONS) as [Action, ...Action[]];
export const transitionOf = (action: Action): Transition => TRANSITIONS[action];

/** Events that change a status without being anybody's button: the requester's answer resumes the work. */
export const statusAfterComment = (ticket: TicketFacts, actor: Actor): Status =>
  ticket.status === 'WAITING_REQUESTER' && actor.kind === 'portal' ? 'IN_PROGRESS' : ticket.status;

/**
 * Where the action leads and which rule let it happen. Throws `notFound` or `notAllowed` when the policy says no,
 * `wrongStatus` when the ticket is elsewhere by now, `missingFields` when `needs` are not all there.
 */
export function advance(policy: Policy, ticket: TicketFacts, action: Action, actor: Actor, given: Partial<Record<ActionField, unknown>>, now: number): { to: Status; rule: Rule } {
  const { moves, may, needs, takes, guard } = transitionOf(action);
  const decision = can(policy, actor, may, ticket, now);
  const to = moves[ticket.status];
  // A reader who could do this to a ticket in another status deserves the status as the reason, not the policy.
  if (decision.allowed || can(policy, actor, may).allowed) {
    if (!can(policy, actor, 'ticket:read', ticket, now).allowed) throw new Refusal('notFound');
    if (!to || (guard && !GUARDS[guard](ticket))) throw new Refusal('wrongStatus', { action, status: ticket.status });
  }
  const rule = demand(policy, actor, may, ticket, now);
  if (!to) throw new Refusal('wrongStatus', { action, status: ticket.status });
  const names = Object.keys(given) as ActionField[];
  const strange = names.filter((name) => ![...needs, ...takes].includes(name));
  if (strange.length) throw new Refusal('unknownParameter', { action, issues: strange.map((field): Issue => ({ field, code: 'unknown' })) });
  const missing = needs.filter((field) => given[field] === undefined || given[field] === null || given[field] === '');
  if (missing.length) throw new Refusal('missingFields', { action, issues: missing.map((field): Issue => ({ field, code: 'required' })) });
  return { to, rule };
}

/** The actions this actor could carry out on this ticket right now: exactly those `advance` would accept. */
export const actionsFor = (policy: Policy, ticket: TicketFacts, actor: Actor, now: number): Action[] =>
  ACTIONS.filter((action) => {
    const { moves, may, guard } = transitionOf(action);
    return moves[ticket.status] !== undefined && (!guard || GUARDS[guard](ticket)) && can(policy, actor, may, ticket, now).allowed;
  });

/** Statuses no chain of actions from NEW can reach: must stay empty. */
export const unreachableStatuses = (): Status[] => {
  const reached = new Set<Status>(['NEW']);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const action of ACTIONS) for (const [from, to] of Object.entries(transitionOf(action).moves)) if (reached.has(from as Status)) reached.add(to);
  }
  return STATUSES.filter((status) => !reached.has(status));
};
