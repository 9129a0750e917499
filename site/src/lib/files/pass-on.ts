import { atReadersPace } from './reader-pace';

/** Headers of the cms that describe a file; everything else is ours to say. */
const KEPT = ['content-type', 'content-length', 'content-disposition', 'etag', 'last-modified'];

/** A file of the cms, handed on as it comes: the cms decides who may read it, and the browser never meets the cms. */
export function passOn(source: Response): Response {
  const headers = new Headers({ 'cache-control': 'private, no-store' });
  for (const name of KEPT) {
    const value = source.headers.get(name);
    if (value) headers.set(name, value);
  }
  if (!headers.get('content-disposition')?.startsWith('attachment')) headers.set('content-disposition', 'attachment');
  return new Response(source.body && atReadersPace(source.body), { headers });
}
