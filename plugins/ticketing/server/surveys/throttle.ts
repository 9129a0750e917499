const MINUTE_MS = 60_000;
/** So many addresses are told apart at once; whoever comes later shares a count. */
const MOST = 10_000;

/** Admits so many a minute from one address. What it knows lives in memory for that minute and is written nowhere. */
export function createThrottle(perMinute: number): (address: string) => boolean {
  const counts = new Map<string, number>();
  return (address) => {
    const key = counts.has(address) || counts.size < MOST ? address : 'others';
    const seen = counts.get(key) ?? 0;
    if (seen === 0) setTimeout(() => counts.delete(key), MINUTE_MS).unref();
    counts.set(key, seen + 1);
    return seen < perMinute;
  };
}
