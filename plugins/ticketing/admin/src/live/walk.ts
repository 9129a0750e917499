const KEPT = 'ticketing.walk';

/** Where a ticket stands in the list it was opened from; places count from 1. */
export interface Neighbours {
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly place: number;
  readonly count: number;
}

/**
 * Keeps the list that is on screen, in this tab, so that its tickets can be gone through one after the other: in the
 * order in which they stood, whatever has become of them since.
 */
export function keepWalk(numbers: readonly string[]): void {
  try {
    window.sessionStorage.setItem(KEPT, JSON.stringify(numbers));
  } catch {
    // Without storage there is no next ticket; everything else works.
  }
}

export function neighboursOf(number: string): Neighbours | null {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(KEPT) ?? '[]');
    const numbers = Array.isArray(kept) ? kept.map(String) : [];
    const at = numbers.indexOf(number);
    if (at < 0 || numbers.length < 2) return null;
    return { previous: numbers[at - 1], next: numbers[at + 1], place: at + 1, count: numbers.length };
  } catch {
    return null;
  }
}
