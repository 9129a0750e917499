import type { APIRoute } from 'astro';
import { passOn } from '../../lib/files/pass-on';

/** The calendar behind a secret link; calendar programs bring no session. */
export const GET: APIRoute = async ({ params, locals, request }) =>
  passOn(await locals.api.readCalendar({ code: params['kode'] ?? '' }, { signal: request.signal }));
