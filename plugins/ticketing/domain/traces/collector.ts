import type { Taken } from './sender';

/** Where traces go, as the variables of OpenTelemetry say it. */
export interface Collector {
  readonly endpoint: string;
  /** `name=value,…`, values as in an address. */
  readonly headers: string;
}

/** How long a collector may take. */
const PATIENCE_MS = 10_000;

/** As it was written where it is not written as in an address: a slip must not keep a server from starting. */
function plain(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
/** The share that a variable says: all for what is no number, such as nothing. */
export function shareOf(given: string): number {
  const share = Number(given.trim() || 1);
  return Number.isNaN(share) ? 1 : Math.min(1, Math.max(0, share));
}
export const headersOf = (given: string): Record<string, string> =>
  Object.fromEntries(
    given.split(',').flatMap((pair) => {
      const at = pair.indexOf('=');
      return at > 0 ? [[pair.slice(0, at).trim().toLowerCase(), plain(pair.slice(at + 1).trim())]] : [];
    }),
  );

/** Posts to a collector. What it answers beside the status nobody reads. */
export function postTo({ endpoint, headers }: Collector): (body: string) => Promise<Taken> {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const fixed = { 'content-type': 'application/json', ...headersOf(headers) };
  return async (body) => {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: fixed,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.body?.cancel();
    if (response.status === 429 || response.status >= 500) throw new Error(`it answers ${response.status}`);
    return response.ok ? 'taken' : 'refused';
  };
}
