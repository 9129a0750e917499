import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { Action, TicketSummary } from '../../../domain';
import type { Request } from '../../../domain/contract';
import { useDesk } from '../api/Desk';
import { newKey } from '../api/useKey';
import { toRefusal, useClient } from '../api/useClient';
import { useWords } from '../words';
import { NOBODY, type Side } from './rows';

export interface Target {
  readonly side: Side;
  readonly code: string;
  readonly name: string;
}
type Step = Pick<Request<'actOnTicket'>, 'action' | 'assignee' | 'team'>;

export interface Moving {
  /** The ticket whose move is under way. */
  readonly busy: string | null;
  readonly move: (ticket: TicketSummary, to: Target) => Promise<boolean>;
  /** Whether anything moves this ticket there. */
  readonly canMove: (ticket: TicketSummary, to: Target) => boolean;
}

/** Gives a ticket to somebody, to a team, or back to its team's queue; says what became of it. */
export function useMove(onMoved: () => void): Moving {
  const { t } = useWords();
  const desk = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState<string | null>(null);
  const first = (ticket: TicketSummary, ...actions: Action[]) => actions.find((each) => desk.offers(ticket, each));
  const stepTo = (ticket: TicketSummary, { side, code }: Target): Step | null => {
    if (code === NOBODY)
      return side === 'officer' && ticket.assignee && first(ticket, 'release') ? { action: 'release' } : null;
    if (side === 'officer')
      return ticket.assignee?.id !== Number(code) && first(ticket, 'assign')
        ? { action: 'assign', assignee: Number(code) }
        : null;
    const action = ticket.team?.code === code ? undefined : first(ticket, 'release', 'forward');
    return action ? { action, team: code } : null;
  };
  return {
    busy,
    canMove: (ticket, to) => stepTo(ticket, to) !== null,
    move: async (ticket, to) => {
      const step = stepTo(ticket, to);
      const { number } = ticket;
      if (!step) {
        toggleNotification({ type: 'warning', message: t('board.cannot', { number, name: to.name }) });
        return false;
      }
      setBusy(number);
      try {
        await client.actOnTicket({ number, ...step }, { idempotencyKey: newKey() });
        toggleNotification({ type: 'success', message: t('board.moved', { number, name: to.name }) });
        return true;
      } catch (error) {
        toggleNotification({ type: 'danger', message: `${number}: ${toRefusal(error).message}`, timeout: 8000 });
        return false;
      } finally {
        setBusy(null);
        onMoved();
      }
    },
  };
}
