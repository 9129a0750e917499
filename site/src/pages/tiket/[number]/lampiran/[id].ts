import type { APIRoute } from 'astro';
import { passOn } from '../../../../lib/files/pass-on';
import { checkInline } from '../../../../lib/files/inline';

/**
 * An attachment, streamed through. `?tampil` asks to see it in place, which only pictures and PDF may be, and only when
 * their bytes say so; everything else stays a download.
 */
export const GET: APIRoute = async ({ params, locals, url }) => {
  const file = passOn(await locals.api.readAttachment({ number: params['number'] ?? '', id: params['id'] ?? '' }));
  if (!url.searchParams.has('tampil') || !file.body) return file;
  const { headers } = file;
  const { isShown, body } = await checkInline(headers.get('content-type') ?? '', file.body);
  if (isShown)
    headers.set(
      'content-disposition',
      headers.get('content-disposition')?.replace(/^attachment/, 'inline') ?? 'inline',
    );
  return new Response(body, { headers });
};
