import http from 'node:http';
import https from 'node:https';
import type { BlockList } from 'node:net';
import { demandCallable, ForbiddenAddress, guardedLookup, mayCall } from './guard';

/** How long a receiver may take in all, in ms. */
export const PATIENCE_MS = 10_000;
const LONGEST_REASON = 300;

/** How one attempt ended. `reason` is null where it arrived, else a code of ours or the machine's own word. */
export interface Attempt {
  readonly status: number | null;
  readonly reason: string | null;
}

const wordOf = (error: unknown): string => {
  if (error instanceof ForbiddenAddress) return 'forbiddenAddress';
  const { name, code, message } = error as NodeJS.ErrnoException;
  return name === 'AbortError' || name === 'TimeoutError' ? 'tooSlow' : (code ?? message).slice(0, LONGEST_REASON);
};

/** Of an answer only its status is read: no redirect is followed, and no word of it is kept. */
const statusOf = (url: URL, options: https.RequestOptions, body: string | Buffer): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, options, (answer) => {
      answer.destroy();
      resolve(answer.statusCode ?? 0);
    });
    // Later errors of a connection that was cut here are nobody's.
    request.on('error', reject);
    request.end(body);
  });

/**
 * Sends something to an address that somebody else named, unless it leads to a machine that may not be called. Never
 * throws: how it ended is the answer. `patience` in ms.
 */
export async function call(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
  allowed: BlockList,
  patience = PATIENCE_MS,
): Promise<Attempt> {
  try {
    const url = new URL(address);
    const isAllowed = (each: string): boolean => mayCall(allowed, each, url.protocol === 'https:');
    demandCallable(url, isAllowed);
    const status = await statusOf(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: guardedLookup(isAllowed),
        signal: AbortSignal.timeout(patience),
        headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
      },
      body,
    );
    return { status, reason: status >= 200 && status < 300 ? null : 'refused' };
  } catch (error) {
    return { status: null, reason: wordOf(error) };
  }
}
