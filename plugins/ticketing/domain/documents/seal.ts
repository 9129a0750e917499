import type { Day } from '../wib';
import { readCode } from './code';
import { DOCUMENT_KINDS, type DocumentKind } from './kinds';

/**
 * What a QR says about its document by itself, so that a telephone without network can check it: signed with the key of
 * this installation. It proves where the paper comes from; it is no electronic signature of a person.
 */
export interface Seal {
  readonly code: string;
  readonly kind: DocumentKind;
  readonly ticketNumber: string;
  /** Number of the office's own register; null while there is none. */
  readonly letterNumber: string | null;
  readonly day: Day;
  /** Who did the work and for whom it was done. */
  readonly parties: readonly [string, string];
  /** SHA-256 of the document's content, as base64url. */
  readonly contentHash: string;
  /** How many entries the ticket's audit chain had, and how the hash of the last one begins. */
  readonly position: number;
  readonly link: string;
  /** Which of the installation's keys signed. */
  readonly keyId: string;
}

/** The first item of every seal: readers refuse what they do not know rather than misread it. */
export const SEAL_VERSION = 1;
/** Names are shortened so that the QR stays coarse enough for a cheap camera on a copied page. */
const LONGEST_NAME = 40;
/** Most characters a seal may have; a longer text is none of ours and is not read. */
const LONGEST_SEAL = 1200;

const shorten = (name: string): string => {
  const letters = [...name.trim()];
  return letters.length <= LONGEST_NAME ? name.trim() : `${letters.slice(0, LONGEST_NAME - 1).join('')}…`;
};

export const toBase64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
export const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));

/** The bytes that are signed. */
export const sealBytes = (seal: Seal): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    JSON.stringify([
      SEAL_VERSION,
      seal.code,
      seal.kind,
      seal.ticketNumber,
      seal.letterNumber ?? '',
      seal.day,
      shorten(seal.parties[0]),
      shorten(seal.parties[1]),
      seal.contentHash,
      seal.position,
      seal.link,
      seal.keyId,
    ]),
  );

/** Seal and signature as they stand behind the `#` of a QR's address, which no browser sends to a server. */
export const writeSeal = (bytes: Uint8Array, signature: Uint8Array): string =>
  `${toBase64Url(bytes)}.${toBase64Url(signature)}`;

export interface ReadSeal {
  readonly seal: Seal;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function sealOf(items: unknown): Seal | null {
  if (!Array.isArray(items) || items.length !== 12 || items[0] !== SEAL_VERSION) return null;
  const [, code, kindName, ticketNumber, letterNumber, day, first, second, contentHash, position, link, keyId] =
    items as unknown[];
  const kind = DOCUMENT_KINDS.find((known) => known === kindName);
  const texts = [code, ticketNumber, letterNumber, day, first, second, contentHash, link, keyId];
  if (!kind || !texts.every(isText) || !Number.isSafeInteger(position) || readCode(code as string) !== code)
    return null;
  return {
    code: code as string,
    kind,
    ticketNumber: ticketNumber as string,
    letterNumber: (letterNumber as string) || null,
    day: day as string,
    parties: [first as string, second as string],
    contentHash: contentHash as string,
    position: position as number,
    link: link as string,
    keyId: keyId as string,
  };
}

/**
 * What a QR says, not yet believed: whoever reads it checks the signature over `bytes`. Null when it is no seal of
 * ours.
 */
export function readSeal(text: string): ReadSeal | null {
  const [body = '', sign = '', ...more] = text.length > LONGEST_SEAL ? [] : text.split('.');
  if (!body || !sign || more.length) return null;
  try {
    const [bytes, signature] = [fromBase64Url(body), fromBase64Url(sign)];
    const seal = sealOf(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return seal && signature.length === 64 ? { seal, bytes, signature } : null;
  } catch {
    return null;
  }
}
