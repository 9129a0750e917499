import { GUARDS, transitionOf, type Action, type GuardName } from '../../../domain';
import type { Key } from '../words';

/** What each guard of the lifecycle asks of a ticket, in words. */
const ASKED: Readonly<Record<GuardName, Key>> = {
  unlocked: 'guard.unlocked',
  notLocked: 'guard.unlocked',
  assigned: 'guard.assigned',
  unassigned: 'guard.unassigned',
  cancelRequested: 'guard.cancelRequested',
  cancelRequestedOrNew: 'guard.cancelRequestedOrNew',
  cancelNotRequested: 'guard.cancelNotRequested',
  ratingOpen: 'guard.ratingOpen',
  ratedWithoutWords: 'guard.ratedWithoutWords',
  verified: 'guard.verified',
  returned: 'guard.returned',
  approvalPending: 'guard.approvalPending',
  awaitsReadiness: 'guard.awaitsReadiness',
  approved: 'guard.approved',
  documented: 'guard.documented',
  disposed: 'guard.disposed',
  lettered: 'guard.lettered',
  unanswered: 'guard.unanswered',
};

/** What an action asks beyond the status, of those guards that have no refusal of their own. */
export const askedBy = (action: Action): Key[] =>
  (transitionOf(action).guards ?? [])
    .filter((name) => GUARDS[name].refusal === 'wrongStatus')
    .map((name) => ASKED[name]);
