import { createCipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from 'node:crypto';

const CURVE = 'prime256v1';
const SALT_BYTES = 16;
const KEY_BYTES = 16;
const NONCE_BYTES = 12;
const AUTH_BYTES = 16;
/** An uncompressed point of P-256. */
const POINT_BYTES = 65;
/** One record holds all of it; push services take 4096 bytes at most. */
const RECORD_BYTES = 4096;
/** What closes the last record. Source: RFC 8188, 2. */
const LAST_RECORD = Buffer.from([2]);

/** What a browser's messages are encrypted for, in Base64url. */
export interface Recipient {
  readonly p256dh: string;
  readonly auth: string;
}
const derive = (key: Buffer, salt: Buffer, info: Buffer | string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, bytes));

/** Whether messages can be encrypted for these keys: a point on the curve, and a secret of the right length. */
export function isRecipient({ p256dh, auth }: Recipient): boolean {
  const point = Buffer.from(p256dh, 'base64url');
  if (point.length !== POINT_BYTES || Buffer.from(auth, 'base64url').length !== AUTH_BYTES) return false;
  const ours = createECDH(CURVE);
  ours.generateKeys();
  try {
    ours.computeSecret(point);
    return true;
  } catch {
    return false;
  }
}

/** A key for one message. */
export function newKeys(): ECDH {
  const keys = createECDH(CURVE);
  keys.generateKeys();
  return keys;
}

/**
 * A message that only this browser reads: push services carry it without knowing what it says. Source: RFC 8291, with the
 * coding `aes128gcm` of RFC 8188 in one record. `ours` and `salt` are new for every message.
 */
export function encrypt(
  text: string,
  { p256dh, auth }: Recipient,
  ours: ECDH = newKeys(),
  salt: Buffer = randomBytes(SALT_BYTES),
): Buffer {
  const [theirPoint, ourPoint] = [Buffer.from(p256dh, 'base64url'), ours.getPublicKey()];
  const shared = derive(
    ours.computeSecret(theirPoint),
    Buffer.from(auth, 'base64url'),
    Buffer.concat([Buffer.from('WebPush: info\0'), theirPoint, ourPoint]),
    32,
  );
  const cipher = createCipheriv(
    'aes-128-gcm',
    derive(shared, salt, 'Content-Encoding: aes128gcm\0', KEY_BYTES),
    derive(shared, salt, 'Content-Encoding: nonce\0', NONCE_BYTES),
  );
  const sizes = Buffer.alloc(5);
  sizes.writeUInt32BE(RECORD_BYTES);
  sizes.writeUInt8(ourPoint.length, 4);
  const record = [cipher.update(text, 'utf8'), cipher.update(LAST_RECORD), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat([salt, sizes, ourPoint, ...record]);
}
