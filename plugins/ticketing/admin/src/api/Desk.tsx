import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { actionsFor, can, type Action, type Permission, type TicketSummary } from '../../../domain';
import type { Me } from '../../../domain/contract';

/** The officer at the desk. */
export interface Desk {
  readonly me: Me;
  /** Could this officer ever do this? A hint that spares a button that would only refuse; the server decides. */
  readonly may: (permission: Permission) => boolean;
  /** Would this action be offered on a row of a list? The same hint, with the row's facts. */
  readonly offers: (ticket: TicketSummary, action: Action) => boolean;
}

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ me, children }: { readonly me: Me; readonly children: ReactNode }) {
  const desk = useMemo<Desk>(
    () => ({
      me,
      may: (permission) => can(me.policy, me.actor, permission).allowed,
      offers: ({ status, skpd, assignee, team, isConfidential }, action) =>
        actionsFor(
          me.policy,
          {
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
            pendingApprover: null,
            lacksDisposition: false,
            lacksLetter: false,
            missingDocuments: [],
            ratingChangesUntil: null,
            isServedHere: true,
            awaitsReadiness: false,
            unansweredAt: null,
          },
          me.actor,
          Date.now(),
        ).includes(action),
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
