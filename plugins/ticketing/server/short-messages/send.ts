import { createHash } from 'node:crypto';
import type { ShortMessage } from '../../domain';
import type { Desk } from '../desk/desk';
import { call, type Attempt } from '../webhooks/call';
import { allowedAt } from './allowed';
import { encrypt, type Recipient } from './encrypt';
import { introduceTo } from './vapid';

/** How long a push service keeps a message for a device that is off, in s. */
const KEPT_S = 86_400;
/** A topic is at most so many letters of Base64url. Source: RFC 8030, 5.4. */
const TOPIC_LETTERS = 32;

/** Where a device is told. */
export interface Address extends Recipient {
  readonly endpoint: string;
}
/** Of what waits for a device that is off, a newer message on the same ticket takes the place; the service learns no number. */
const topicOf = ({ endpoint }: Address, tag: string): string =>
  createHash('sha256').update(`${endpoint}\n${tag}`).digest('base64url').slice(0, TOPIC_LETTERS);

/** Whom a push service may ask about what we send: the office's address, or its portal. */
async function contactOf(desk: Desk): Promise<string> {
  const { email } = await desk.identity();
  return email ? `mailto:${email}` : desk.strapi.plugin('ticketing').config<string>('siteUrl');
}

/** Hands a message to the push service of a device. Never throws. `now` in epoch ms. Source: RFC 8030. */
export async function push(desk: Desk, to: Address, message: ShortMessage, now: number): Promise<Attempt> {
  const headers = {
    'Content-Type': 'application/octet-stream',
    'Content-Encoding': 'aes128gcm',
    Authorization: introduceTo(desk.strapi, to.endpoint, await contactOf(desk), now),
    TTL: String(KEPT_S),
    Topic: topicOf(to, message.tag),
  };
  return call(to.endpoint, headers, encrypt(JSON.stringify(message), to), allowedAt(desk));
}
