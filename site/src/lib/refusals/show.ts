import type { APIContext } from 'astro';

/** The same visitor looking at another page: what was posted has been read, so the new request is a plain one. */
export const showPage = (context: APIContext, address: string): Promise<Response> =>
  context.rewrite(new Request(new URL(address, context.url), { headers: context.request.headers }));
