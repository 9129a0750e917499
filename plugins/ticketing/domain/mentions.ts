import type { Person } from './named';
import { fold } from './text';
import type { Day } from './wib';

/** So many colleagues are named in one text at the most: what everybody should know is an announcement. */
export const MOST_MENTIONS = 10;

/** A colleague who may be named on a ticket, for they may read it. */
export interface Colleague extends Person {
  readonly teams: readonly string[];
  /** Whether they may read internal notes of it. */
  readonly readsNotes: boolean;
  /** The last day (WIB) of the leave they are on today; null while they are at work. */
  readonly awayUntil: Day | null;
}

/** A stretch of a text: a name with its `@`, or what stands between names. */
export interface SaidPart {
  readonly text: string;
  readonly isName: boolean;
}

const WORD = String.raw`[\p{L}\p{N}]`;
const plainly = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** Longer names first, so that who is called like somebody and more is not read as them; an e-mail address names nobody. */
const naming = (names: readonly string[]): RegExp =>
  new RegExp(
    `(?<!${WORD})@(?:${[...names]
      .sort((a, b) => b.length - a.length)
      .map(plainly)
      .join('|')})(?!${WORD})`,
    'giu',
  );

/** A text in parts, where some of these people are named as `@Name`. */
export function saidParts(text: string, names: readonly string[]): SaidPart[] {
  if (names.length === 0) return [{ text, isName: false }];
  const parts: SaidPart[] = [];
  let from = 0;
  for (const { index, 0: found } of text.matchAll(naming(names))) {
    if (index > from) parts.push({ text: text.slice(from, index), isName: false });
    parts.push({ text: found, isName: true });
    from = index + found.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isName: false });
  return parts;
}

/** Of these people those whom a text names, in their order. Who has the same name is named as well. */
export function namedIn<T extends Pick<Person, 'name'>>(text: string, people: readonly T[]): T[] {
  const said = new Set(
    saidParts(
      text,
      people.map(({ name }) => name),
    )
      .filter(({ isName }) => isName)
      .map((part) => part.text.slice(1).toLowerCase()),
  );
  return people.filter(({ name }) => said.has(name.toLowerCase()));
}

/** Most characters of a name that are looked for. */
const LONGEST_TYPED = 60;
const BEING_TYPED = new RegExp(`(?<!${WORD})@([^\\n@]{0,${LONGEST_TYPED}})$`, 'u');
/** The name that is being written before the cursor: where its `@` stands, and what is there of it. */
export function nameBeingTyped(text: string, cursor: number): { readonly at: number; readonly typed: string } | null {
  const [whole, typed] = BEING_TYPED.exec(text.slice(0, cursor)) ?? [];
  return whole === undefined || typed === undefined ? null : { at: cursor - whole.length, typed };
}

/** As many as are shown beneath what is typed. */
const MOST_SHOWN = 6;
/** Who may be meant by it, the first that begin so; none once a name stands there whole. */
export function whoIsMeant<T extends Pick<Person, 'name'>>(typed: string, people: readonly T[]): T[] {
  const looked = fold(typed);
  if (typed !== '' && looked === '') return [];
  const isOver = /\s$/.test(typed);
  return people
    .filter(({ name }) => {
      const known = fold(name);
      return ` ${known} `.includes(isOver ? ` ${looked} ` : ` ${looked}`) && !(isOver && known === looked);
    })
    .sort((a, b) => Number(fold(b.name).startsWith(looked)) - Number(fold(a.name).startsWith(looked)))
    .slice(0, MOST_SHOWN);
}
