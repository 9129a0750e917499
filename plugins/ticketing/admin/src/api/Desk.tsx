import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { actionsFor, can, type Action, type Permission, type TicketFacts, type TicketSummary } from '../../../domain';
import type { Me } from '../../../domain/contract';

/** The officer at the desk. */
export interface Desk {
  readonly me: Me;
  /** Could this officer ever do this? A hint that spares a button that would only refuse; the server decides. */
  readonly may: (permission: Permission) => boolean;
  /** Would this action be offered on a row of a list? The same hint, with the row's facts. */
  readonly offers: (ticket: TicketSummary, action: Action) => boolean;
  /** May this officer do this to a row of a list, as far as the row tells? */
  readonly mayOn: (ticket: TicketSummary, permission: Permission) => boolean;
}

const DeskContext = createContext<Desk | null>(null);

/** What a row tells of its ticket, and the rest as it is for most. */
const factsOf = ({ status, skpd, assignee, team, isConfidential, pendingApprover }: TicketSummary): TicketFacts => ({
  status,
  skpdCode: skpd.code,
  requesterId: null,
  assigneeId: assignee?.id ?? null,
  teamCode: team?.code ?? null,
  isConfidential,
  isCancelRequested: false,
  isOwnFile: null,
  isRated: false,
  hasRatingWords: false,
  locksAt: null,
  helperIds: [],
  isVerified: status !== 'NEW',
  pendingApprover,
  lacksDisposition: false,
  lacksLetter: false,
  missingDocuments: [],
  ratingChangesUntil: null,
  isServedHere: true,
  awaitsReadiness: false,
  unansweredAt: null,
});

export function DeskProvider({ me, children }: { readonly me: Me; readonly children: ReactNode }) {
  const desk = useMemo<Desk>(
    () => ({
      me,
      may: (permission) => can(me.policy, me.actor, permission).allowed,
      offers: (ticket, action) => actionsFor(me.policy, factsOf(ticket), me.actor, Date.now()).includes(action),
      mayOn: (ticket, permission) => can(me.policy, me.actor, permission, factsOf(ticket), Date.now()).allowed,
    }),
    [me],
  );
  return <DeskContext.Provider value={desk}>{children}</DeskContext.Provider>;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk outside DeskProvider');
  return desk;
}
