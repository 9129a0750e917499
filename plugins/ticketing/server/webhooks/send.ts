import { createHmac, randomBytes } from 'node:crypto';
import type { BlockList } from 'node:net';
import { call, PATIENCE_MS, type Attempt } from './call';

const PREFIX = 'whsec_';

export const newSecret = (): string => PREFIX + randomBytes(32).toString('base64');

/** Source: Standard Webhooks, which has verifying libraries in most languages. `seconds` since 1970. */
export function signatureOf(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

export interface Outgoing {
  readonly id: string;
  readonly url: string;
  /** The one in force first; each makes a signature, and a receiver is content with one that it knows. */
  readonly secrets: readonly string[];
  readonly body: string;
}

/**
 * Sends one message, signed, with the time of this attempt (`now`, epoch ms). Never throws: how it ended is the answer.
 * `patience` in ms.
 */
export function send(
  { id, url: given, secrets, body }: Outgoing,
  allowed: BlockList,
  now: number,
  patience = PATIENCE_MS,
): Promise<Attempt> {
  const seconds = Math.floor(now / 1000);
  return call(
    given,
    {
      'Content-Type': 'application/json; charset=utf-8',
      'User-Agent': 'Ticketing-Webhook/1',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': secrets.map((secret) => signatureOf(secret, id, seconds, body)).join(' '),
    },
    body,
    allowed,
    patience,
  );
}
