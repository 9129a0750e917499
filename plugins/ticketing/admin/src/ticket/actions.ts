import {
  levelsAfter,
  transitionOf,
  type Action,
  type ActionField,
  type DispositionLevel,
  type TicketDetail,
} from '../../../domain';
import type { Key } from '../words';

/** How each action looks among the buttons. The first that is offered of `main` is the one an officer most likely wants. */
type Weight = 'main' | 'side' | 'grave';
/** What stands in sight, and the shelves of what is wanted now and then. */
export const SHELVES = ['people', 'letters', 'correct', 'links', 'end'] as const;
export type Shelf = (typeof SHELVES)[number];
interface Look {
  readonly weight: Weight;
  readonly shelf?: Shelf;
  /** What happens, for those who do it for the first time. */ readonly help: Key;
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
  assign: { weight: 'side', help: 'help.assign' },
  returnForCompletion: { weight: 'side', help: 'help.returnForCompletion' },
  takeBack: { weight: 'side', help: 'help.takeBack' },
  remind: { weight: 'side', help: 'help.remind' },
  confirmReady: { weight: 'side', help: 'help.confirmReady' },
  setPriority: { weight: 'side', shelf: 'correct', help: 'help.setPriority' },
  recategorize: { weight: 'side', shelf: 'correct', help: 'help.recategorize' },
  addHelper: { weight: 'side', shelf: 'people', help: 'help.addHelper' },
  removeHelper: { weight: 'side', shelf: 'people', help: 'help.removeHelper' },
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
/** Whether there is nothing the action could be done to: no link to undo, no helper to let go, no link of the chain left. */
export const isIdle = (
  action: Action,
  { links, helpers, dispositions }: Pick<TicketDetail, 'links' | 'helpers' | 'dispositions'>,
): boolean =>
  (action === 'unlink' && links.length === 0) ||
  (action === 'removeHelper' && helpers.length === 0) ||
  (action === 'dispose' && disposableLevels(dispositions).length === 0);

/** To whom a disposition can go from here; the officer is the last link of the chain, and is named by assigning. */
export const disposableLevels = (dispositions: TicketDetail['dispositions']): DispositionLevel[] =>
  levelsAfter(dispositions.at(-1)?.level ?? null).filter((level) => level !== 'OFFICER');

/** The buttons in the order of their weight, most wanted first. */
export const inOrder = (actions: readonly Action[]): Action[] => ORDER.filter((action) => actions.includes(action));

/** Where one field decides about another, it stands before it. */
const FIRST: Readonly<Partial<Record<Action, readonly ActionField[]>>> = { dispose: ['level', 'team'] };
/** The fields an action's dialog shows: what it needs, then what it takes. */
export const fieldsOf = (action: Action): readonly { readonly name: ActionField; readonly isNeeded: boolean }[] => {
  const { needs, takes } = transitionOf(action);
  const fields = [
    ...needs.map((name) => ({ name, isNeeded: true })),
    ...takes.map((name) => ({ name, isNeeded: false })),
  ];
  const first = FIRST[action] ?? [];
  return [
    ...first.flatMap((name) => fields.filter((field) => field.name === name)),
    ...fields.filter(({ name }) => !first.includes(name)),
  ];
};

/** Fields that belong together in a dialog, under a heading of their own. */
interface Group {
  readonly title: Key;
  readonly hint: Key;
  readonly fields: readonly ActionField[];
  readonly isFolded: boolean;
}
const LETTER = ['letterNumber', 'letterDate', 'document'] as const;
export const GROUPS: Readonly<Partial<Record<Action, Group>>> = {
  assign: {
    title: 'letter.withDisposition',
    hint: 'letter.withDispositionHint',
    fields: ['instruction', ...LETTER],
    isFolded: true,
  },
  approve: { title: 'letter.approval', hint: 'letter.approvalHint', fields: LETTER, isFolded: true },
  dispose: { title: 'letter.disposition', hint: 'letter.dispositionHint', fields: LETTER, isFolded: false },
};
/** Whether a field is asked for, given what was said so far: only a disposition to a team names one. */
export const isAsked = (action: Action, name: ActionField, { level }: Typed): boolean =>
  !(action === 'dispose' && name === 'team' && level !== 'TEAM');

/** How a field of an action is filled in. `limit` is the contract's, in characters or minutes. */
export type Input =
  | { readonly kind: 'text' | 'prose' | 'minutes'; readonly limit: number }
  | {
      readonly kind:
        'officer' | 'ticket' | 'team' | 'priority' | 'rating' | 'service' | 'relation' | 'level' | 'day' | 'document';
    };
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
  ticket: { kind: 'ticket' },
  relation: { kind: 'relation' },
  duplicateOf: { kind: 'ticket' },
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
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      value.trim() === '' ? [] : [[name, NUMERIC.includes(name as ActionField) ? Number(value) : value.trim()]],
    ),
  );
