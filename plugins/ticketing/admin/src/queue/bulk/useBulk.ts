import { useState } from 'react';
import type { Action, TicketSummary } from '../../../../domain';
import type { Request } from '../../../../domain/contract';
import { useDesk } from '../../api/Desk';
import { newKey } from '../../api/useKey';
import { toRefusal, useClient } from '../../api/useClient';
import { actionOn, type Bulk } from './bulk-actions';

/** What the action carries beside its ticket. */
export type Given = Omit<Request<'actOnTicket'>, 'number' | 'action'>;
/** What became of one ticket of several; null where it was done. */
export interface Outcome {
  readonly number: string;
  readonly lost: string | null;
}
/** What was done with several tickets, ticket by ticket. */
export interface Done {
  readonly bulk: Bulk;
  readonly outcomes: readonly Outcome[];
}

interface Working {
  /** How many are through, of how many; null while nothing runs. */
  readonly progress: { readonly done: number; readonly all: number } | null;
  readonly run: (bulk: Bulk, tickets: readonly TicketSummary[], given: Given) => Promise<Done>;
}

/**
 * Does one thing with several tickets, one after another in the order of the list: each is a change of its own, with
 * its own entry and its own answer, and one that is refused holds up none of the others.
 */
export function useBulk(): Working {
  const desk = useDesk();
  const client = useClient();
  const [progress, setProgress] = useState<Working['progress']>(null);
  const one = async (number: string, action: Action, given: Given): Promise<Outcome> => {
    try {
      await client.actOnTicket({ number, action, ...given }, { idempotencyKey: newKey() });
      return { number, lost: null };
    } catch (error) {
      return { number, lost: toRefusal(error).message };
    }
  };
  return {
    progress,
    run: async (bulk, tickets, given) => {
      const wanted = tickets.flatMap((ticket) => {
        const action = actionOn(desk, ticket, bulk);
        return action ? [{ number: ticket.number, action }] : [];
      });
      const outcomes: Outcome[] = [];
      for (const { number, action } of wanted) {
        setProgress({ done: outcomes.length, all: wanted.length });
        outcomes.push(await one(number, action, given));
      }
      setProgress(null);
      return { bulk, outcomes };
    },
  };
}
