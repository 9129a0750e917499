import type { TicketFacts } from '../facts';
import type { RefusalCode } from '../refusal';
import { GUARDS, type Guard } from './guards';
import { transitionOf, type Action } from './transitions';

/**
 * What stands between a ticket and an action, as a refusal's code and facts; a plain value, so that asking costs
 * little.
 */
export interface Obstacle {
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * What stands between the ticket and this action, beside authority: its status, or the first guard that fails. Null:
 * nothing.
 */
export function obstacleTo(ticket: TicketFacts, action: Action, now: number): Obstacle | null {
  const { moves, guards = [] } = transitionOf(action);
  const code = moves[ticket.status]
    ? guards.map((name): Guard => GUARDS[name]).find(({ holds }) => !holds(ticket, now))?.refusal
    : 'wrongStatus';
  return code === undefined ? null : { code, details: factsFor(ticket, action) };
}

/**
 * What a sentence about the obstacle may need: who must approve, which documents are missing, until when an answer is
 * waited for (ISO 8601).
 */
const factsFor = (
  { status, pendingApprover, missingDocuments, unansweredAt }: TicketFacts,
  action: Action,
): Obstacle['details'] => ({
  action,
  status,
  ...(missingDocuments.length > 0 && { documents: missingDocuments.join(', ') }),
  ...(pendingApprover && { approver: pendingApprover }),
  ...(unansweredAt !== null && { until: new Date(unansweredAt).toISOString() }),
});
