import { can, type Actor, type Policy } from './access';
import { isTold, type TicketEvent } from './events';
import type { TicketFacts } from './facts';
import type { Status } from './status';

/** That something happened to a ticket, and no word of what: whoever wants to know asks for the ticket. */
export interface LiveEvent {
  readonly number: string;
  readonly event: TicketEvent;
  readonly status: Status;
  /** ISO 8601 in UTC. */
  readonly updatedAt: string;
}

/** May this actor hear of it? What the ticket's history does not tell them, no event betrays either. */
export function mayReceive(
  policy: Policy,
  actor: Actor,
  facts: TicketFacts,
  { event, isInternal }: { readonly event: TicketEvent; readonly isInternal: boolean },
  now: number,
): boolean {
  const may = (permission: 'ticket:read' | 'ticket:readInternal') => can(policy, actor, permission, facts, now).allowed;
  return isTold(event) && may('ticket:read') && (!isInternal || may('ticket:readInternal'));
}
