/** Puts facts where a sentence has `{name}`; a missing fact leaves a dash rather than a hole. */
export const fill = (sentence: string, facts: Readonly<Record<string, unknown>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '–'));
