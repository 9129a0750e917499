/** Answers seen lately, so that going back to a list shows it at once. Bounded; dies with the tab. */
const answers = new Map<string, unknown>();
const MOST = 40;

export function remember(key: string, answer: unknown): void {
  answers.delete(key);
  answers.set(key, answer);
  const oldest = answers.keys().next();
  if (answers.size > MOST && !oldest.done) answers.delete(oldest.value);
}

/** The caller knows what it stored under its own key. */
export const recall = <T>(key: string): T | undefined => answers.get(key) as T | undefined;
