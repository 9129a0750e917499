/** The names between braces in a text that somebody keeps for later: `{nomor}`. */
const namesIn = (text: string): string[] => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => (name ?? '').trim());

/** The first name in a text that nothing stands for: it would reach its reader as a dash. */
export const unknownVariable = (text: string, known: readonly string[]): string | undefined =>
  namesIn(text).find((name) => !known.includes(name));

/** Names as they are typed, for a list that people read. */
export const spelled = (names: readonly string[], separator = ', '): string =>
  names.map((name) => `{${name}}`).join(separator);
