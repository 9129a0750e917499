import type { APIRoute } from 'astro';
import { judge } from '../../../../lib/shown';

/** Headers of the cms that describe the file; everything else is ours to say. */
const KEPT = ['content-type', 'content-length', 'content-disposition', 'etag', 'last-modified'];

/**
 * A file, streamed through: the cms decides who may read it, and the browser never meets the cms. `?tampil` asks to see it in
 * place, which only pictures and PDF may be, and only when their bytes say so; everything else stays a download.
 */
export const GET: APIRoute = async ({ params, locals, url }) => {
  const source = await locals.api.readAttachment({ number: params['nomor'] ?? '', id: params['id'] ?? '' });
  const headers = new Headers({ 'cache-control': 'private, no-store' });
  for (const name of KEPT) {
    const value = source.headers.get(name);
    if (value) headers.set(name, value);
  }
  const disposition = headers.get('content-disposition');
  if (!disposition?.startsWith('attachment')) headers.set('content-disposition', 'attachment');
  if (!url.searchParams.has('tampil') || !source.body) return new Response(source.body, { headers });
  const { isShown, body } = await judge(headers.get('content-type') ?? '', source.body);
  if (isShown) headers.set('content-disposition', disposition?.replace(/^attachment/, 'inline') ?? 'inline');
  return new Response(body, { headers });
};
