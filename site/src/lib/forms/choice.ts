/**
 * An entry of a table by a name from outside, or undefined. Only what stands in the table: every object also has a
 * `constructor`.
 */
export const choiceIn = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
