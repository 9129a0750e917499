/** Failures alike in one minute that are written one by one; the rest are counted. */
const ONE_BY_ONE = 20;
const MINUTE_MS = 60_000;
/** So many kinds are told apart at once; whoever comes later shares a count. */
const KINDS = 1000;

/**
 * Keeps a flood of failures from becoming a flood of writes: of failures alike (door, address, reason) twenty a minute
 * get entries of their own, and one more entry at the end of the minute says how many others there were.
 */
export function createFloodGuard() {
  const counts = new Map<string, { seen: number; last: (more: number) => void }>();
  return {
    /**
     * Whether this one is written now. If not, `summarise` is called at the end of the minute, for all that were not.
     */
    admits(kind: string, summarise: (more: number) => void): boolean {
      const key = counts.has(kind) || counts.size < KINDS ? kind : 'others';
      const count = counts.get(key);
      if (!count) {
        setTimeout(() => {
          const ended = counts.get(key);
          counts.delete(key);
          if (ended && ended.seen > ONE_BY_ONE) ended.last(ended.seen - ONE_BY_ONE);
        }, MINUTE_MS).unref();
        counts.set(key, { seen: 1, last: summarise });
        return true;
      }
      count.seen += 1;
      count.last = summarise;
      return count.seen <= ONE_BY_ONE;
    },
  };
}
