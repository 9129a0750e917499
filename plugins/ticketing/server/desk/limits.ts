const MINUTE_MS = 60_000;
/** So many are told apart at once; whoever comes later shares a count. */
const KINDS = 10_000;

/**
 * Counts calls per minute, by whose they are and what they ask for, in memory alone. Each instance counts for itself.
 */
export function createLimits() {
  const counts = new Map<string, { seen: number; until: number }>();
  let swept = 0;
  /** Forgets what is over, once a minute: whoever was counted is remembered two minutes at most. */
  const sweep = (now: number): void => {
    if (now - swept < MINUTE_MS && counts.size < KINDS) return;
    swept = now;
    for (const [key, { until }] of counts) if (until <= now) counts.delete(key);
  };
  return {
    /** Seconds to wait before the next call is let in; 0 when this one is. */
    wait(kind: string, most: number, now: number): number {
      sweep(now);
      const key = counts.has(kind) || counts.size < KINDS ? kind : 'others';
      const known = counts.get(key);
      if (!known || known.until <= now) {
        counts.set(key, { seen: 1, until: now + MINUTE_MS });
        return 0;
      }
      known.seen += 1;
      return known.seen > most ? Math.ceil((known.until - now) / 1000) : 0;
    },
  };
}
