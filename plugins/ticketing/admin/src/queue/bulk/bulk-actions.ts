import { isOpen, type Action, type TicketSummary } from '../../../../domain';
import type { Desk } from '../../api/Desk';
import type { Key } from '../../words';

/**
 * What can be done with many tickets at once, and by which action of the lifecycle, the first that fits a ticket. An
 * answer is none: its actions are those by which the requester is waited for afterwards.
 */
export const BULK = {
  claim: { label: 'bulk.claim', actions: ['claim'] },
  assign: { label: 'bulk.assign', actions: ['assign'] },
  // A new ticket is verified for the other team, one in work goes back to the other team's queue.
  team: { label: 'bulk.team', actions: ['release', 'forward'] },
  priority: { label: 'bulk.priority', actions: ['setPriority'] },
  answer: { label: 'bulk.answer', actions: ['askRequester', 'returnForCompletion'] },
} as const satisfies Record<string, { readonly label: Key; readonly actions: readonly Action[] }>;
export type Bulk = keyof typeof BULK;
export const BULKS = Object.keys(BULK) as Bulk[];

/** By which action this would be done with a ticket; undefined where it cannot be, or nothing would change. */
export function actionOn(desk: Desk, ticket: TicketSummary, bulk: Bulk): Action | undefined {
  if (bulk === 'claim' && ticket.status === 'WAITING_REQUESTER') return undefined;
  return BULK[bulk].actions.find((action) => desk.offers(ticket, action));
}
/** Whether it can be done with this ticket. What has ended is not answered together with others. */
export const isOpenTo = (desk: Desk, ticket: TicketSummary, bulk: Bulk): boolean =>
  bulk === 'answer'
    ? isOpen(ticket.status) && desk.may('reply:read') && desk.mayOn(ticket, 'ticket:comment')
    : actionOn(desk, ticket, bulk) !== undefined;
export const isPickable = (desk: Desk, ticket: TicketSummary): boolean =>
  BULKS.some((bulk) => isOpenTo(desk, ticket, bulk));
