import { canonical } from '../../audit/chain.mjs';
import type { State } from './state';

/** What differs between two states of a subject; of secrets only their names. */
export interface Change {
  readonly label: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly secrets?: readonly string[];
}

const isEqual = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
const isReferences = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** Only what differs; of two lists of references only those that went and those that came. Null when nothing does. */
export function changeBetween(before: State | null, after: State | null): Change | null {
  const names = [...new Set([...Object.keys(before?.values ?? {}), ...Object.keys(after?.values ?? {})])];
  const changed = names.filter((name) => !isEqual(before?.values[name], after?.values[name]));
  const secrets = [...new Set([...Object.keys(before?.secrets ?? {}), ...Object.keys(after?.secrets ?? {})])].filter(
    (name) => !isEqual(before?.secrets[name], after?.secrets[name]),
  );
  if (changed.length + secrets.length === 0 && before && after) return null;
  const side = (state: State | null, other: State | null) =>
    state &&
    Object.fromEntries(
      changed.flatMap((name): [string, unknown][] => {
        const [mine, theirs] = [state.values[name] ?? null, other?.values[name]];
        if (!other) return mine === null || (Array.isArray(mine) && mine.length === 0) ? [] : [[name, mine]];
        return [
          [name, isReferences(mine) && isReferences(theirs) ? mine.filter((each) => !theirs.includes(each)) : mine],
        ];
      }),
    );
  const [was, is] = [side(before, after), side(after, before)];
  return {
    label: (after ?? before)?.label ?? '',
    ...(was && { before: was }),
    ...(is && { after: is }),
    ...(secrets.length > 0 && { secrets }),
  };
}
