import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { MARK_LENGTH } from '../../domain';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

type Purpose = 'mail' | 'stop' | 'webhook' | 'sign-on' | 'push' | 'whatsapp' | 'reply' | 'letter' | 'inbound-mail';
/**
 * Bytes of our own for one purpose, out of the key that encrypts what Strapi stores (ENCRYPTION_KEY, kept in the data
 * folder).
 */
export function derived(strapi: Core.Strapi, purpose: Purpose, bytes: number): Buffer {
  const secret = strapi.config.get<string>('admin.secrets.encryptionKey');
  if (!secret) throw new Error('ENCRYPTION_KEY is not set');
  return Buffer.from(hkdfSync('sha256', secret, '', `ticketing/${purpose}`, bytes));
}
const keyFor = (strapi: Core.Strapi, purpose: Purpose): Buffer => derived(strapi, purpose, 32);

/** A mark under a text that only we can make. */
export const signed = (strapi: Core.Strapi, purpose: 'stop', text: string): string =>
  createHmac('sha256', keyFor(strapi, purpose)).update(text).digest('base64url');
/** Whether a mark is ours; takes as long for a wrong one. */
export const isSigned = (strapi: Core.Strapi, purpose: 'stop', text: string, mark: string): boolean =>
  isSame(signed(strapi, purpose, text), mark);
function isSame(mine: string, theirs: string): boolean {
  const [ours, given] = [Buffer.from(mine), Buffer.from(theirs)];
  return ours.length === given.length && timingSafeEqual(ours, given);
}

/** Half of an HMAC-SHA-256, as RFC 2104 allows, in small letters and digits: what an address or a name may hold. */
export function shortMark(strapi: Core.Strapi, purpose: 'reply' | 'letter', text: string): string {
  const half = createHmac('sha256', keyFor(strapi, purpose)).update(text).digest().subarray(0, 16);
  return BigInt(`0x${half.toString('hex')}`)
    .toString(36)
    .padStart(MARK_LENGTH, '0');
}
export const hasShortMark = (strapi: Core.Strapi, purpose: 'reply' | 'letter', text: string, mark: string): boolean =>
  isSame(shortMark(strapi, purpose, text), mark);

/** A text that nobody reads who has the database alone. */
export function seal(strapi: Core.Strapi, text: string, purpose: Purpose = 'mail'): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyFor(strapi, purpose), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
}

/** The text again. Throws when it was sealed with another key, or is not whole. */
export function unseal(strapi: Core.Strapi, sealed: string, purpose: Purpose = 'mail'): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(CIPHER, keyFor(strapi, purpose), bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}
