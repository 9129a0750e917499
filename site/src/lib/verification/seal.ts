import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import type { SealKey } from 'strapi-plugin-ticketing/contract';
import { fromBase64Url, readSeal, type ReadSeal, type Seal } from 'strapi-plugin-ticketing/domain';

hashes.sha512 = sha512;

/** What became of a seal; `seal` is what it says where that can be believed. */
export type SealVerdict =
  | { readonly verdict: 'GOOD'; readonly seal: Seal }
  | { readonly verdict: 'FORGED' | 'OTHER_KEY' | 'OTHER_CODE' | 'UNREADABLE' };

/** By the browser, where it knows the algorithm and lets a page use it. Throws where it does not. */
async function byBrowser(key: Uint8Array<ArrayBuffer>, { bytes, signature }: ReadSeal): Promise<boolean> {
  const published = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', published, signature, bytes);
}
const byOurselves = (key: Uint8Array, { bytes, signature }: ReadSeal): boolean => {
  try {
    return verify(signature, bytes, key);
  } catch {
    return false;
  }
};

/** Whether what a QR says was said by this installation. `code` is the one in its address. Needs no network. */
export async function checkSeal(text: string, code: string, keys: readonly SealKey[]): Promise<SealVerdict> {
  const read = readSeal(text);
  if (!read) return { verdict: 'UNREADABLE' };
  const published = keys.find(({ id }) => id === read.seal.keyId);
  if (!published) return { verdict: 'OTHER_KEY' };
  const key = fromBase64Url(published.key);
  const isSigned = await byBrowser(key, read).catch(() => byOurselves(key, read));
  if (!isSigned) return { verdict: 'FORGED' };
  return read.seal.code === code ? { verdict: 'GOOD', seal: read.seal } : { verdict: 'OTHER_CODE' };
}
