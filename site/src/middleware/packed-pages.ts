import { constants } from 'node:zlib';
import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';

/** What we write anew for each reader. Files are as they are, and a stream of events must not wait to be packed. */
const WRITTEN = /^(text\/html|text\/javascript|application\/json|application\/problem\+json)\b/;
/**
 * How long a packed page is tells what in it repeats (BREACH). No page of ours holds a secret: sessions are cookies no
 * script reads, forms are recognised by their origin and carry no token. What is left is what a page shows beside words
 * from its address, so a page with such words is not packed where another site sent the browser here.
 */
const mayLeak = ({ url, headers }: IncomingMessage): boolean =>
  headers['sec-fetch-site'] === 'cross-site' && url?.includes('?') === true;

const pack = compression({
  // Five packs a page in a millisecond or two; the eleven of built files would take a hundred.
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  filter: (request, response) =>
    WRITTEN.test(String(response.getHeader('content-type'))) &&
    !response.hasHeader('content-disposition') &&
    !mayLeak(request),
});

/** Packs what this server writes for the request that has just come in, as it is written. */
export function packPage(request: IncomingMessage, response: ServerResponse): void {
  pack(request as never, response as never, () => undefined);
}
