import { levelsAfter, type Action, type DispositionLevel, type TicketDetail } from '../../../domain';
import type { Key } from '../words';

/**
 * How each action looks among the buttons. The first that is offered of `main` is the one an officer most likely wants.
 */
type Weight = 'main' | 'side' | 'grave';
/** What stands in sight, and the shelves of what is wanted now and then. */
export const SHELVES = ['people', 'letters', 'correct', 'links', 'end'] as const;
export type Shelf = (typeof SHELVES)[number];
interface Look {
  readonly weight: Weight;
  readonly shelf?: Shelf;
  /** What happens, for those who do it for the first time. */
  readonly help: Key;
}

const LOOKS: Readonly<Record<Action, Look>> = {
  resolve: { weight: 'main', help: 'help.resolve' },
  resume: { weight: 'main', help: 'help.resume' },
  verify: { weight: 'main', help: 'help.verify' },
  claim: { weight: 'main', help: 'help.claim' },
  approve: { weight: 'main', help: 'help.approve' },
  reopen: { weight: 'main', help: 'help.reopen' },
  restore: { weight: 'main', help: 'help.restore' },
  askRequester: { weight: 'side', help: 'help.askRequester' },
  waitThirdParty: { weight: 'side', help: 'help.waitThirdParty' },
  forward: { weight: 'side', help: 'help.forward' },
  release: { weight: 'side', help: 'help.release' },
  assign: { weight: 'side', help: 'help.assign' },
  returnForCompletion: { weight: 'side', help: 'help.returnForCompletion' },
  takeBack: { weight: 'side', help: 'help.takeBack' },
  remind: { weight: 'side', help: 'help.remind' },
  confirmReady: { weight: 'side', help: 'help.confirmReady' },
  correctResult: { weight: 'side', help: 'help.correctResult' },
  recordEffort: { weight: 'side', help: 'help.recordEffort' },
  correctEffort: { weight: 'side', shelf: 'correct', help: 'help.correctEffort' },
  setPriority: { weight: 'side', shelf: 'correct', help: 'help.setPriority' },
  recategorize: { weight: 'side', shelf: 'correct', help: 'help.recategorize' },
  addHelper: { weight: 'side', shelf: 'people', help: 'help.addHelper' },
  removeHelper: { weight: 'side', shelf: 'people', help: 'help.removeHelper' },
  direct: { weight: 'side', shelf: 'letters', help: 'help.direct' },
  dispose: { weight: 'side', shelf: 'letters', help: 'help.dispose' },
  issueLetter: { weight: 'side', shelf: 'letters', help: 'help.issueLetter' },
  link: { weight: 'side', shelf: 'links', help: 'help.link' },
  unlink: { weight: 'side', shelf: 'links', help: 'help.unlink' },
  declineCancel: { weight: 'side', help: 'help.declineCancel' },
  closeUnanswered: { weight: 'side', help: 'help.closeUnanswered' },
  requestCancel: { weight: 'grave', shelf: 'end', help: 'help.requestCancel' },
  reject: { weight: 'grave', shelf: 'end', help: 'help.reject' },
  cancel: { weight: 'grave', shelf: 'end', help: 'help.cancel' },
  rate: { weight: 'side', help: 'help.rate' },
  explainRating: { weight: 'side', help: 'help.explainRating' },
};
const ORDER = Object.keys(LOOKS) as Action[];

export const lookOf = (action: Action): Look => LOOKS[action];

/** Where an action lies now: what the ticket is waiting for comes into sight. */
export function shelfOf(
  action: Action,
  ticket: Pick<TicketDetail, 'isCancelRequested' | 'lacksDisposition' | 'lacksLetter' | 'status'>,
): Shelf | undefined {
  const isWanted =
    (action === 'cancel' && ticket.isCancelRequested) ||
    (action === 'dispose' && ticket.lacksDisposition) ||
    (action === 'issueLetter' && ticket.lacksLetter && ticket.status !== 'NEW');
  return isWanted ? undefined : lookOf(action).shelf;
}
/**
 * Whether there is nothing the action could be done to (no link to undo, no helper to let go, no link of the chain
 * left), or another button does the same: verifying takes a new ticket.
 */
export const isIdle = (
  action: Action,
  {
    links,
    helpers,
    dispositions,
    actions,
    effort,
  }: Pick<TicketDetail, 'links' | 'helpers' | 'dispositions' | 'actions' | 'effort'>,
): boolean =>
  (action === 'claim' && actions.includes('verify')) ||
  (action === 'unlink' && links.length === 0) ||
  (action === 'correctEffort' && effort.length === 0) ||
  (action === 'removeHelper' && helpers.length === 0) ||
  (action === 'dispose' && disposableLevels(dispositions).length === 0);

/** To whom a disposition can go from here; the officer is the last link of the chain, and is named by assigning. */
export const disposableLevels = (dispositions: TicketDetail['dispositions']): DispositionLevel[] =>
  levelsAfter(dispositions.at(-1)?.level ?? null).filter((level) => level !== 'OFFICER');

/** What an officer most likely wants to do now. */
export const mainAction = (ticket: TicketDetail): Action | undefined =>
  inOrder(ticket.actions).find((action) => !isIdle(action, ticket) && lookOf(action).weight === 'main');

/** The buttons in the order of their weight, most wanted first. */
export const inOrder = (actions: readonly Action[]): Action[] => ORDER.filter((action) => actions.includes(action));
