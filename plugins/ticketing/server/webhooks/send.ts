import { createHmac, randomBytes } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import type { BlockList } from 'node:net';
import { demandCallable, ForbiddenAddress, guardedLookup, mayCall } from './guard';

/** How long a receiver may take in all, in ms. */
const PATIENCE_MS = 10_000;
const PREFIX = 'whsec_';
const LONGEST_REASON = 300;

export const newSecret = (): string => PREFIX + randomBytes(32).toString('base64');

/** Source: Standard Webhooks, which has verifying libraries in most languages. `seconds` since 1970. */
export function signatureOf(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

/** How one attempt ended. `reason` is null where it arrived, else a code of ours or the machine's own word. */
export interface Attempt {
  readonly status: number | null;
  readonly reason: string | null;
}
export interface Outgoing {
  readonly id: string;
  readonly url: string;
  /** The one in force first; each makes a signature, and a receiver is content with one that it knows. */
  readonly secrets: readonly string[];
  readonly body: string;
}

const wordOf = (error: unknown): string => {
  if (error instanceof ForbiddenAddress) return 'forbiddenAddress';
  const { name, code, message } = error as NodeJS.ErrnoException;
  return name === 'AbortError' || name === 'TimeoutError' ? 'tooSlow' : (code ?? message).slice(0, LONGEST_REASON);
};

/** Of an answer only its status is read: no redirect is followed, and no word of it is kept. */
const statusOf = (url: URL, options: https.RequestOptions, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const call = (url.protocol === 'https:' ? https : http).request(url, options, (answer) => {
      answer.destroy();
      resolve(answer.statusCode ?? 0);
    });
    // Later errors of a connection that was cut here are nobody's.
    call.on('error', reject);
    call.end(body);
  });

/**
 * Sends one message, signed, with the time of this attempt (`now`, epoch ms). Never throws: how it ended is the answer.
 * `patience` in ms.
 */
export async function send(
  { id, url: given, secrets, body }: Outgoing,
  allowed: BlockList,
  now: number,
  patience = PATIENCE_MS,
): Promise<Attempt> {
  const url = new URL(given);
  const isAllowed = (address: string): boolean => mayCall(allowed, address, url.protocol === 'https:');
  const seconds = Math.floor(now / 1000);
  try {
    demandCallable(url, isAllowed);
    const options: https.RequestOptions = {
      method: 'POST',
      agent: false,
      lookup: guardedLookup(isAllowed),
      signal: AbortSignal.timeout(patience),
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(body),
        'User-Agent': 'Ticketing-Webhook/1',
        'webhook-id': id,
        'webhook-timestamp': String(seconds),
        'webhook-signature': secrets.map((secret) => signatureOf(secret, id, seconds, body)).join(' '),
      },
    };
    const status = await statusOf(url, options, body);
    return { status, reason: status >= 200 && status < 300 ? null : 'refused' };
  } catch (error) {
    return { status: null, reason: wordOf(error) };
  }
}
