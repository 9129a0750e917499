import type { Action } from './lifecycle';
import { REPLY_ENDINGS, type Macro } from './replies';
import type { TicketDetail } from './views';

/** What an action carries in a macro beside the words. */
interface Carried {
  readonly priority?: Macro['priority'] & string;
  readonly team?: string;
}
/** One thing that sending does, each a change of its own. `action` is null for a message alone. */
export interface MacroStep extends Carried {
  readonly kind: 'priority' | 'message' | 'wait' | 'resolve' | 'team';
  readonly action: Action | null;
  /** As which field of the action the words go along. */
  readonly words: 'question' | 'resolutionSummary' | null;
  /** Whether whoever sends may do it now. */
  readonly isOffered: boolean;
  /** What takes it back; null where the lifecycle knows no way back. */
  readonly back: (Carried & { readonly action: Action }) | null;
}
type Ticket = Pick<TicketDetail, 'actions' | 'priority' | 'team' | 'may'>;

/** Back from waiting; what has ended is opened again with a reason, which nobody gives in a hurry. */
const WAY_BACK: Readonly<Partial<Record<Action, Action>>> = { askRequester: 'resume', returnForCompletion: 'takeBack' };
const ALONE = { action: null, words: null, back: null } as const;

function said({ ending }: Macro, { actions, may }: Ticket): MacroStep {
  if (ending === null) return { kind: 'message', ...ALONE, isOffered: may.comment };
  const action = REPLY_ENDINGS[ending].find((each) => actions.includes(each)) ?? REPLY_ENDINGS[ending][0];
  const back = WAY_BACK[action];
  return {
    kind: ending,
    action,
    words: ending === 'wait' ? 'question' : 'resolutionSummary',
    isOffered: actions.includes(action),
    back: back ? { action: back } : null,
  };
}

/**
 * What sending a reply with its macro does to a ticket, in this order. What is as the macro wants it already is left
 * out.
 */
export function macroSteps(macro: Macro, ticket: Ticket): MacroStep[] {
  const { priority, team } = macro;
  const hand = (['release', 'forward'] as const).find((each) => ticket.actions.includes(each));
  return [
    ...(priority === null || priority === ticket.priority
      ? []
      : [
          {
            ...({ kind: 'priority', action: 'setPriority', priority, words: null } as const),
            isOffered: ticket.actions.includes('setPriority'),
            back: { action: 'setPriority', priority: ticket.priority } as const,
          },
        ]),
    said(macro, ticket),
    // Last, for it may end the sender's say in the ticket.
    ...(team === null || team === ticket.team?.code
      ? []
      : [
          {
            kind: 'team',
            action: hand ?? 'release',
            team,
            words: null,
            isOffered: hand !== undefined,
            back: null,
          } as const,
        ]),
  ];
}
