/** The fields of a thing of Strapi's that has no type; none of what is not there. */
export const fieldsOf = (thing: unknown): Readonly<Record<string, unknown>> =>
  (typeof thing === 'object' && thing !== null) || typeof thing === 'function'
    ? (thing as Readonly<Record<string, unknown>>)
    : {};

/** Which methods an owner lacks, in words. An owner that cannot be asked for lacks them all, and is named alone. */
export function missingMethods(what: string, owner: () => unknown, methods: readonly string[]): string[] {
  let found: unknown;
  try {
    found = owner();
  } catch {
    found = undefined;
  }
  if (found === undefined || found === null) return [what];
  const parts = fieldsOf(found);
  return methods.filter((name) => typeof parts[name] !== 'function').map((name) => `${name} of ${what}`);
}
