import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign, type KeyObject } from 'node:crypto';
import { sealBytes, toBase64Url, writeSeal, type Seal } from '../../domain';
import type { SealKey } from '../../domain/contract';
import type { Desk } from '../desk/desk';

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS #8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

interface Pair {
  readonly secret: KeyObject;
  readonly published: SealKey;
}
let kept: { readonly from: string; readonly pair: Pair } | null = null;

/** The installation's key, derived from its secret, so that nothing beside the secrets has to be kept and restored. */
function pairOf(desk: Desk): Pair {
  const from = desk.strapi.plugin('ticketing').config<string>('documentKey');
  if (!from) throw new Error('DOCUMENT_KEY is not set; documents cannot be sealed');
  if (kept?.from === from) return kept.pair;
  const seed = Buffer.from(hkdfSync('sha256', from, '', 'ticketing document seal 1', 32));
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' });
  const id = toBase64Url(createHash('sha256').update(Buffer.from(x, 'base64url')).digest().subarray(0, 6));
  kept = { from, pair: { secret, published: { id, algorithm: 'Ed25519', key: x } } };
  return kept.pair;
}

/** The public half, for everybody who checks a document. */
export const listSealKeys = (desk: Desk): SealKey[] => [pairOf(desk).published];

/** A seal as it stands in a QR: what is said, signed. */
export function sealed(desk: Desk, seal: Omit<Seal, 'keyId'>): string {
  const { secret, published } = pairOf(desk);
  const bytes = sealBytes({ ...seal, keyId: published.id });
  return writeSeal(bytes, sign(null, bytes, secret));
}
