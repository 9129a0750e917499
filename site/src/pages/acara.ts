import type { APIRoute } from 'astro';

/** An instant in epoch ms: the id of the last event heard, or when the page was made. */
const instant = (given: string | null): number | null => (given && /^\d{1,14}$/.test(given) ? Number(given) : null);

/** What happens to tickets, as it happens, for whoever is signed in. The cms decides who hears of what. */
export const GET: APIRoute = async ({ url, locals, request }) => {
  const since = instant(request.headers.get('last-event-id')) ?? instant(url.searchParams.get('sejak'));
  const source = await locals.api.watchEvents(since === null ? {} : { since }, { signal: request.signal });
  return new Response(source.body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
};
