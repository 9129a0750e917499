/** The names under which two states differ, whatever is nested below them. */
export const differing = <T extends object>(before: T, after: T): (keyof T)[] =>
  ([...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof T)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
export const only = <T extends object>(from: T, names: readonly (keyof T)[]): Partial<T> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<T>;

/**
 * What an entry tells of settings that hold a secret: only what changed, and of the secret whether there is one and
 * whether it is another. `before` is null where nothing was kept. No entry ever holds it, not even sealed.
 */
export function toldOfSealed<T extends object>(
  secret: keyof T & string,
  before: T | null,
  after: T,
): { before: Readonly<Record<string, unknown>>; after: Readonly<Record<string, unknown>> } {
  const shown = ({ [secret]: hidden, ...rest }: T): Record<string, unknown> => ({
    ...rest,
    [`has${secret[0]?.toUpperCase()}${secret.slice(1)}`]: hidden !== null,
  });
  const [was, is] = [before ? shown(before) : {}, shown(after)];
  const names = differing(was, is);
  // Sealed anew, the same word looks another: whoever types one says that it is.
  const isAnother = (before?.[secret] ?? null) !== after[secret];
  return { before: only(was, names), after: { ...only(is, names), ...(isAnother && { [`${secret}Changed`]: true }) } };
}
