import { can, demand, type Actor, type Policy, type Rule } from '../access';
import type { TicketFacts } from '../facts';
import { Refusal, type Issue } from '../refusal';
import type { Status } from '../status';
import type { ActionField } from './fields';
import { obstacleTo } from './obstacle';
import { ACTIONS, transitionOf, type Action } from './transitions';

/** The requester's answer lets work go on, or, when work had not begun, puts the ticket before the officers again. */
export const statusAfterComment = (ticket: TicketFacts, actor: Actor): Status => {
  if (ticket.status !== 'WAITING_REQUESTER' || actor.kind !== 'portal') return ticket.status;
  return ticket.isVerified ? 'IN_PROGRESS' : 'NEW';
};

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
 * `wrongStatus` (or what a guard is called by) when the ticket is elsewhere by now, `missingFields` when `needs` are
 * not all there.
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
    throw new Refusal(obstacle.code, obstacle.details);
  }
  const rule = demand(policy, actor, may, ticket, now);
  const to = moves[ticket.status];
  if (obstacle) throw new Refusal(obstacle.code, obstacle.details);
  if (!to) throw new Refusal('wrongStatus', { action, status: ticket.status });
  checkFields(action, given);
  return { to, rule };
}

/** The actions this actor could carry out on this ticket right now: exactly those `advance` would accept. */
export const actionsFor = (policy: Policy, ticket: TicketFacts, actor: Actor, now: number): Action[] =>
  ACTIONS.filter(
    (action) =>
      obstacleTo(ticket, action, now) === null && can(policy, actor, transitionOf(action).may, ticket, now).allowed,
  );
