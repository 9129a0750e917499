import type { TicketFacts } from '../facts';
import type { RefusalCode } from '../refusal';

/** A fact beside its status that an action asks of a ticket, and the refusal that says it is missing. */
export interface Guard {
  readonly holds: (ticket: TicketFacts, now: number) => boolean;
  readonly refusal: RefusalCode;
}
const wrongStatus = (holds: Guard['holds']): Guard => ({ holds, refusal: 'wrongStatus' });

/** Facts beyond status that a transition asks of the ticket, and the refusal that says which one is missing. */
export const GUARDS = {
  unlocked: wrongStatus((ticket, now) => ticket.locksAt !== null && now < ticket.locksAt),
  notLocked: wrongStatus((ticket, now) => ticket.locksAt === null || now < ticket.locksAt),
  assigned: wrongStatus((ticket) => ticket.assigneeId !== null),
  unassigned: wrongStatus((ticket) => ticket.assigneeId === null),
  cancelRequested: wrongStatus((ticket) => ticket.isCancelRequested),
  cancelRequestedOrNew: wrongStatus((ticket) => ticket.isCancelRequested || ticket.status === 'NEW'),
  cancelNotRequested: wrongStatus((ticket) => !ticket.isCancelRequested),
  ratingOpen: wrongStatus(
    (ticket, now) =>
      ticket.isServedHere &&
      (!ticket.isRated || (ticket.ratingChangesUntil !== null && now < ticket.ratingChangesUntil)),
  ),
  ratedWithoutWords: wrongStatus((ticket) => ticket.isRated && !ticket.hasRatingWords),
  verified: wrongStatus((ticket) => ticket.isVerified || ticket.status !== 'WAITING_REQUESTER'),
  returned: wrongStatus((ticket) => !ticket.isVerified),
  approvalPending: wrongStatus((ticket) => ticket.pendingApprover !== null),
  awaitsReadiness: wrongStatus((ticket) => ticket.awaitsReadiness),
  approved: { holds: (ticket) => ticket.pendingApprover === null, refusal: 'awaitingApproval' },
  disposed: { holds: (ticket) => !ticket.lacksDisposition, refusal: 'awaitingDisposition' },
  documented: {
    holds: (ticket) => ticket.isVerified || ticket.missingDocuments.length === 0,
    refusal: 'awaitingDocuments',
  },
  lettered: { holds: (ticket) => !ticket.lacksLetter, refusal: 'awaitingLetter' },
  unanswered: {
    holds: (ticket, now) => ticket.unansweredAt !== null && now >= ticket.unansweredAt,
    refusal: 'answerStillAwaited',
  },
} as const satisfies Record<string, Guard>;
export type GuardName = keyof typeof GUARDS;
