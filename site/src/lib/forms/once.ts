/** Work under way, by whose it is and what it is. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * Two taps arrive as two requests. The second waits for the first and shares its outcome, instead of sending every file
 * again.
 */
export function once<T>(key: string, work: () => Promise<T>): Promise<T> {
  const running = underWay.get(key) as Promise<T> | undefined;
  if (running) return running;
  const started = work().finally(() => underWay.delete(key));
  underWay.set(key, started);
  return started;
}
