import type { APIRoute } from 'astro';

/** The copy of everything held about the reader, streamed through as the cms reads it. */
export const GET: APIRoute = async ({ locals }) => {
  const source = await locals.api.readAccountData({});
  return new Response(source.body, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="data-saya.json"',
      'cache-control': 'private, no-store',
    },
  });
};
