/** Chance by seed: the same city in every run. */
export interface Chance {
  /** From 0 up to, and not including, 1. */
  readonly next: () => number;
  readonly within: (least: number, most: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
  /** The first is met most: a few units and services make most of the work. */
  readonly skewed: <T>(of: readonly T[]) => T;
  readonly happens: (share: number) => boolean;
  /** Minutes around a median, with a long tail. */
  readonly minutes: (median: number) => number;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <T>(of: readonly T[], place: number): T => of[Math.min(of.length - 1, Math.floor(place * of.length))] as T;
  return {
    next,
    within: (least, most) => least + Math.floor(next() * (most - least + 1)),
    one: (of) => at(of, next()),
    skewed: (of) => at(of, next() ** 2.2),
    happens: (share) => next() < share,
    minutes: (median) => Math.max(1, Math.round(median * Math.exp((next() + next() + next() - 1.5) * 1.8))),
  };
}
