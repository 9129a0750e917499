import http from 'node:http';
import https from 'node:https';
import type { BlockList } from 'node:net';
import { isSafeAddress, Refusal } from '../../domain';
import { demandCallable, guardedLookup, mayCall } from '../webhooks/guard';

/** How long the service may take for one answer, in ms, and how many bytes of it are read. */
const PATIENCE_MS = 5000;
const MOST_BYTES = 256 * 1024;
/** Statuses whose answer has no body. */
const EMPTY = [204, 205, 304];

/** What the client asks with, as `fetch` takes it. */
interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

function answerTo(url: URL, options: https.RequestOptions, body: string | undefined): Promise<Response> {
  return new Promise((resolve, reject) => {
    const call = (url.protocol === 'https:' ? https : http).request(url, options, (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      answer.on('data', (part: Buffer) => {
        size += part.length;
        if (size > MOST_BYTES) answer.destroy(new TooLarge(url.host));
        else parts.push(part);
      });
      answer.on('error', reject);
      answer.on('end', () => {
        const status = answer.statusCode ?? 500;
        const type = answer.headers['content-type'];
        const challenge = answer.headers['www-authenticate'];
        const headers = { ...(type && { 'content-type': type }), ...(challenge && { 'www-authenticate': challenge }) };
        resolve(new Response(EMPTY.includes(status) ? null : Buffer.concat(parts), { status, headers }));
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}

/**
 * `fetch` to the sign-in service: to the addresses that webhooks may be sent to and no others, by TLS unless it is this
 * machine, no redirect followed, bounded in time and bytes.
 */
export const guardedFetch =
  (allowed: BlockList) =>
  async (given: string, { method = 'GET', headers, body }: Asked = {}): Promise<Response> => {
    const url = new URL(given);
    if (!isSafeAddress(given)) throw new Refusal('signOnUnreachable');
    const isAllowed = (address: string): boolean => mayCall(allowed, address, url.protocol === 'https:');
    demandCallable(url, isAllowed);
    const text = body === undefined || body === null ? undefined : String(body as URLSearchParams | string);
    const options: https.RequestOptions = {
      method,
      agent: false,
      lookup: guardedLookup(isAllowed),
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        ...headers,
        'user-agent': 'Ticketing-SignOn/1',
        ...(text !== undefined && { 'content-length': Buffer.byteLength(text) }),
      },
    };
    return answerTo(url, options, text);
  };
