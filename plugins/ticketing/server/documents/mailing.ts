import { can, type DocumentState, type MailingFacts, type TicketDetail, type TicketFacts } from '../../domain';
import type { Caller } from '../database/caller';

/** What of a ticket and its reader decides who may be sent one of its papers. */
export const mailingFacts = (
  { policy, actor, now }: Caller,
  { requester, contact }: TicketDetail,
  facts: TicketFacts,
  state: DocumentState,
): MailingFacts => ({
  state,
  isConfidential: facts.isConfidential,
  hasRequester: requester !== null || contact.email !== null,
  isPerson: (actor.kind === 'staff' || actor.kind === 'portal') && !actor.grants,
  isRequester: actor.kind === 'portal' && actor.id === facts.requesterId,
  isWorker: actor.kind === 'staff' && can(policy, actor, 'ticket:process', facts, now).allowed,
});
