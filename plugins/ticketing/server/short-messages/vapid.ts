import { createECDH, createPrivateKey, sign, type KeyObject } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { derived } from '../mail/secret';

const CURVE = 'prime256v1';
/** How many numbers P-256 has for a secret, and bytes enough that their remainder favours none. Source: FIPS 186-5, A.2.1. */
const ORDER = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
const SEED_BYTES = 48;
const SECRET_BYTES = 32;
/** A day is the most that push services take. */
const VALID_S = 12 * 3600;

interface Pair {
  readonly secret: KeyObject;
  /** An uncompressed point in Base64url, as browsers ask for it. */
  readonly published: string;
}

/** The pair of keys that follows from these bytes. */
export function pairFrom(seed: Buffer): Pair {
  const number = (BigInt(`0x${seed.toString('hex')}`) % (ORDER - 1n)) + 1n;
  const d = Buffer.from(number.toString(16).padStart(SECRET_BYTES * 2, '0'), 'hex');
  const curve = createECDH(CURVE);
  curve.setPrivateKey(d);
  const point = curve.getPublicKey();
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  const secret = createPrivateKey({
    key: { kty: 'EC', crv: 'P-256', x, y, d: d.toString('base64url') },
    format: 'jwk',
  });
  return { secret, published: point.toString('base64url') };
}

let kept: { readonly seed: Buffer; readonly pair: Pair } | null = null;
/** The installation's pair, out of its secret like every key of ours: nothing more has to be kept and restored. */
function pairOf(strapi: Core.Strapi): Pair {
  const seed = derived(strapi, 'push', SEED_BYTES);
  if (!kept?.seed.equals(seed)) kept = { seed, pair: pairFrom(seed) };
  return kept.pair;
}

/** By what browsers know that a message is ours. */
export const publicKey = (strapi: Core.Strapi): string => pairOf(strapi).published;

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
/**
 * How we introduce ourselves to the push service at `endpoint`: who we are, and whom it may ask about us. Source: RFC 8292.
 * `contact` is a `mailto:` or `https:` address, `now` in epoch ms.
 */
export function introduction({ secret, published }: Pair, endpoint: string, contact: string, now: number): string {
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(now / 1000) + VALID_S, sub: contact };
  const said = `${encoded({ typ: 'JWT', alg: 'ES256' })}.${encoded(claims)}`;
  const mark = sign('sha256', Buffer.from(said), { key: secret, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${said}.${mark.toString('base64url')}, k=${published}`;
}
export const introduceTo = (strapi: Core.Strapi, endpoint: string, contact: string, now: number): string =>
  introduction(pairOf(strapi), endpoint, contact, now);
