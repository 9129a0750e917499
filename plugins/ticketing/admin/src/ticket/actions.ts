import { transitionOf, type Action, type ActionField } from '../../../domain';
import type { Key } from '../words';

/** How each action looks among the buttons. The first that is offered of `main` is the one an officer most likely wants. */
type Weight = 'main' | 'side' | 'grave';
interface Look { readonly weight: Weight; /** What happens, for those who do it for the first time. */ readonly help: Key }

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
  assign: { weight: 'side', help: 'help.assign' },
  returnForCompletion: { weight: 'side', help: 'help.returnForCompletion' },
  takeBack: { weight: 'side', help: 'help.takeBack' },
  remind: { weight: 'side', help: 'help.remind' },
  confirmReady: { weight: 'side', help: 'help.confirmReady' },
  setPriority: { weight: 'side', help: 'help.setPriority' },
  recategorize: { weight: 'side', help: 'help.recategorize' },
  addHelper: { weight: 'side', help: 'help.addHelper' },
  removeHelper: { weight: 'side', help: 'help.removeHelper' },
  dispose: { weight: 'side', help: 'help.dispose' },
  issueLetter: { weight: 'side', help: 'help.issueLetter' },
  link: { weight: 'side', help: 'help.link' },
  unlink: { weight: 'side', help: 'help.unlink' },
  declineCancel: { weight: 'side', help: 'help.declineCancel' },
  closeUnanswered: { weight: 'side', help: 'help.closeUnanswered' },
  requestCancel: { weight: 'grave', help: 'help.requestCancel' },
  reject: { weight: 'grave', help: 'help.reject' },
  cancel: { weight: 'grave', help: 'help.cancel' },
  rate: { weight: 'side', help: 'help.rate' },
  explainRating: { weight: 'side', help: 'help.explainRating' },
};
const ORDER = Object.keys(LOOKS) as Action[];

export const lookOf = (action: Action): Look => LOOKS[action];
/** The buttons in the order of their weight, most wanted first. */
export const inOrder = (actions: readonly Action[]): Action[] => ORDER.filter((action) => actions.includes(action));

/** The fields an action's dialog shows: what it needs, then what it takes. */
export const fieldsOf = (action: Action): readonly { readonly name: ActionField; readonly isNeeded: boolean }[] => {
  const { needs, takes } = transitionOf(action);
  return [...needs.map((name) => ({ name, isNeeded: true })), ...takes.map((name) => ({ name, isNeeded: false }))];
};

/** How a field of an action is filled in. `limit` is the contract's, in characters or minutes. */
export type Input = { readonly kind: 'text' | 'prose' | 'minutes'; readonly limit: number } | { readonly kind: 'officer' | 'team' | 'priority' | 'rating' | 'service' | 'relation' | 'level' | 'day' | 'document' };
export const INPUTS: Readonly<Record<ActionField, Input>> = {
  reason: { kind: 'prose', limit: 2000 },
  question: { kind: 'prose', limit: 4000 },
  party: { kind: 'text', limit: 200 },
  resolutionSummary: { kind: 'prose', limit: 10_000 },
  workDone: { kind: 'prose', limit: 10_000 },
  assignee: { kind: 'officer' },
  team: { kind: 'team' },
  priority: { kind: 'priority' },
  effortMinutes: { kind: 'minutes', limit: 60_000 },
  rating: { kind: 'rating' },
  ratingComment: { kind: 'prose', limit: 2000 },
  category: { kind: 'service' },
  helper: { kind: 'officer' },
  ticket: { kind: 'text', limit: 20 },
  relation: { kind: 'relation' },
  duplicateOf: { kind: 'text', limit: 20 },
  level: { kind: 'level' },
  recipient: { kind: 'text', limit: 200 },
  instruction: { kind: 'prose', limit: 4000 },
  letterNumber: { kind: 'text', limit: 100 },
  letterDate: { kind: 'day' },
  document: { kind: 'document' },
};

/** What was typed, as strings; and the same as the contract wants it, without what was left blank. */
export type Typed = Readonly<Partial<Record<ActionField, string>>>;
const NUMERIC: readonly ActionField[] = ['assignee', 'helper', 'effortMinutes', 'rating'];
export const bodyOf = (typed: Typed): Record<string, string | number> =>
  Object.fromEntries(Object.entries(typed).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, NUMERIC.includes(name as ActionField) ? Number(value) : value.trim()]])));
