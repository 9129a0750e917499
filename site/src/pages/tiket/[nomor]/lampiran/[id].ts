import type { APIRoute } from 'astro';

/** Headers of the cms that describe the file; everything else is ours to say. */
const KEPT = ['content-type', 'content-length', 'content-disposition', 'etag', 'last-modified'];

/** A file, streamed through: the cms decides who may read it, and the browser never meets the cms. */
export const GET: APIRoute = async ({ params, locals }) => {
  const source = await locals.api.readAttachment({ number: params['nomor'] ?? '', id: params['id'] ?? '' });
  const headers = new Headers({ 'cache-control': 'private, no-store' });
  for (const name of KEPT) {
    const value = source.headers.get(name);
    if (value) headers.set(name, value);
  }
  if (!headers.get('content-disposition')?.startsWith('attachment')) headers.set('content-disposition', 'attachment');
  return new Response(source.body, { headers });
};
