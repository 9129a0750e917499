import type { APIRoute } from 'astro';
import { HEALTH_PATIENCE_MS } from '../lib/config/settings';
import { clearToken } from '../lib/sessions/token';

/** Ends the session on this device. Drafts go with it: the next person at this screen may be somebody else. */
export const POST: APIRoute = async ({ cookies, locals, redirect }) => {
  // Whoever wants to leave leaves, also while the cms cannot be told.
  if (locals.token)
    await locals.api
      .endSessions({ scope: 'current' }, { signal: AbortSignal.timeout(HEALTH_PATIENCE_MS) })
      .catch(() => undefined);
  clearToken(cookies);
  const response = redirect(locals.href('/masuk?keluar'), 303);
  response.headers.set('clear-site-data', '"cache", "storage"');
  return response;
};

export const GET: APIRoute = ({ locals, redirect }) => redirect(locals.href('/'), 303);
