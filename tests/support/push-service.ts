import { createDecipheriv, createECDH, createHmac, createPublicKey, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ShortMessage } from 'strapi-plugin-ticketing/domain';

const hmac = (key: Buffer, ...parts: Buffer[]): Buffer =>
  createHmac('sha256', key).update(Buffer.concat(parts)).digest();
/** One block of HKDF, as RFC 8291 spells it out. */
const expand = (key: Buffer, info: Buffer | string, bytes: number): Buffer =>
  hmac(key, Buffer.from(info), Buffer.from([1])).subarray(0, bytes);

/** A browser's half of a subscription: what it tells the portal, and what it alone can open. */
export interface Browser {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  open(body: Buffer): ShortMessage;
}

/** Opens a message step by step as RFC 8291, 3.4 and RFC 8188, 2 say. */
export function openMessage(body: Buffer, privateKey: Buffer, auth: Buffer): string {
  const [salt, size, letters] = [body.subarray(0, 16), body.readUInt32BE(16), body.readUInt8(20)];
  const [sender, record] = [body.subarray(21, 21 + letters), body.subarray(21 + letters)];
  if (record.length > size) throw new Error('the message is more than one record');
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(privateKey);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), sender]);
  const key = hmac(salt, expand(hmac(auth, ecdh.computeSecret(sender)), info, 32));
  const decipher = createDecipheriv(
    'aes-128-gcm',
    expand(key, 'Content-Encoding: aes128gcm\0', 16),
    expand(key, 'Content-Encoding: nonce\0', 12),
  );
  decipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== 2) throw new Error('the last record does not say that it is the last');
  return padded.subarray(0, end).toString('utf8');
}

/** Whether an introduction holds: signed by the key it names, for this service, for a day at most. Source: RFC 8292. */
export function introducedBy(header: string, audience: string): string | null {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(header) ?? [];
  const [head = '', claims = '', mark = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const isOurs = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(mark, 'base64url'),
  );
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
  const seconds = Number(exp) - Date.now() / 1000;
  return isOurs && aud === audience && seconds > 0 && seconds <= 86_400 && /^(mailto|https?):/.test(String(sub))
    ? key
    : null;
}

export interface Pushed {
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}
export interface PushService {
  readonly url: string;
  readonly pushed: Pushed[];
  /** What it answers to a path; 201 where nothing is said. */
  readonly answers: Map<string, number>;
  subscribe(path: string): Browser;
  close(): Promise<void>;
}

/** A push service on this machine. */
export async function openPushService(): Promise<PushService> {
  const [pushed, answers]: [Pushed[], Map<string, number>] = [[], new Map()];
  const server = http.createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const path = request.url ?? '';
    pushed.push({ path, headers: request.headers, body: Buffer.concat(parts) });
    response.writeHead(answers.get(path) ?? 201).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    pushed,
    answers,
    subscribe(path) {
      const [ecdh, auth] = [createECDH('prime256v1'), randomBytes(16)];
      const point = ecdh.generateKeys();
      return {
        endpoint: `${url}${path}`,
        p256dh: point.toString('base64url'),
        auth: auth.toString('base64url'),
        open: (body) => JSON.parse(openMessage(body, ecdh.getPrivateKey(), auth)) as ShortMessage,
      };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
