import type { TicketFacts } from 'strapi-plugin-ticketing/domain';

/** A ticket of Disdikbud for the infrastructure team, just filed; `over` says what is different. */
export const facts = (over: Partial<TicketFacts> = {}): TicketFacts => ({
  status: 'NEW',
  skpdCode: 'DISDIKBUD',
  requesterId: 1,
  assigneeId: null,
  teamCode: 'TIM-INFRA',
  isConfidential: false,
  isCancelRequested: false,
  isOwnFile: null,
  isRated: false,
  hasRatingWords: false,
  locksAt: null,
  helperIds: [],
  isVerified: (over.status ?? 'NEW') !== 'NEW',
  pendingApprover: null,
  lacksDisposition: false,
  lacksLetter: false,
  missingDocuments: [],
  ratingChangesUntil: null,
  isServedHere: true,
  awaitsReadiness: false,
  unansweredAt: null,
  ...over,
});
