import type { APIRoute } from 'astro';
import { forgetToken } from '../lib/session';

/** Ends the session on this device. Drafts go with it: the next person at this screen may be somebody else. */
export const POST: APIRoute = ({ cookies, locals, redirect }) => {
  forgetToken(cookies);
  const response = redirect(locals.href('/masuk?keluar'), 303);
  response.headers.set('clear-site-data', '"cache", "storage"');
  return response;
};

export const GET: APIRoute = ({ locals, redirect }) => redirect(locals.href('/'), 303);
