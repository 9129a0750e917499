import type { APIRoute } from 'astro';
import { cmsUrl, HEALTH_PATIENCE_MS } from '../lib/config/settings';

/** Well means: this server answers and its cms does too. */
export const GET: APIRoute = async () => {
  const isCmsReady = await fetch(`${cmsUrl()}/healthz`, { signal: AbortSignal.timeout(HEALTH_PATIENCE_MS) }).then(
    (response) => response.ok,
    () => false,
  );
  return isCmsReady
    ? Response.json({ status: 'ok' })
    : Response.json({ status: 'unavailable', failing: ['cms'] }, { status: 503 });
};
