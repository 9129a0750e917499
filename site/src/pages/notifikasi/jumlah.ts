import type { APIRoute } from 'astro';

/** How many notices the reader has not read: what the bell asks for when it hears that there is one. */
export const GET: APIRoute = async ({ locals }) =>
  Response.json(await locals.api.countNotices({}), { headers: { 'cache-control': 'no-store' } });
