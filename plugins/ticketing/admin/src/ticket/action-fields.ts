import { transitionOf, type Action, type ActionField } from '../../../domain';
import type { Key } from '../words';

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
        | 'officer'
        | 'ticket'
        | 'team'
        | 'priority'
        | 'rating'
        | 'service'
        | 'relation'
        | 'level'
        | 'day'
        | 'document'
        | 'effortKind'
        | 'effortEntry';
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
  effortKind: { kind: 'effortKind' },
  effortDay: { kind: 'day' },
  effortBy: { kind: 'officer' },
  effortEntry: { kind: 'effortEntry' },
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
  directive: { kind: 'prose', limit: 4000 },
  letterNumber: { kind: 'text', limit: 100 },
  letterDate: { kind: 'day' },
  document: { kind: 'document' },
};

/** What was typed, as strings; and the same as the contract wants it, without what was left blank. */
export type Typed = Readonly<Partial<Record<ActionField, string>>>;
const NUMERIC: readonly ActionField[] = ['assignee', 'helper', 'effortMinutes', 'effortBy', 'effortEntry', 'rating'];
export const bodyOf = (typed: Typed): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      value.trim() === '' ? [] : [[name, NUMERIC.includes(name as ActionField) ? Number(value) : value.trim()]],
    ),
  );
