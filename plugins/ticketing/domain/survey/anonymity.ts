/** Fewer than this many people are never shown as a group: somebody could be recognised. */
export const SMALLEST_GROUP = 5;

/** Whether words of respondents may be read yet. */
export const mayShowWords = (n: number): boolean => n >= SMALLEST_GROUP;

/** `count` is null where it is withheld. */
export interface ProfileGroup {
  readonly code: string;
  readonly count: number | null;
}

/**
 * Counts of a profile question with small groups withheld. One withheld group alone would be what the others leave of
 * the whole; the next smallest is then withheld with it.
 */
export function withheld(groups: readonly { readonly code: string; readonly count: number }[]): ProfileGroup[] {
  const small = groups.filter(({ count }) => count < SMALLEST_GROUP).map(({ code }) => code);
  const others = groups.filter(({ code }) => !small.includes(code)).sort((a, b) => a.count - b.count);
  const hidden = small.length === 1 && others[0] ? [...small, others[0].code] : small;
  return groups.map(({ code, count }) => ({ code, count: hidden.includes(code) ? null : count }));
}
