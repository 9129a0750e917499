import type { APIRoute } from 'astro';
import source from '../worker/sw.ts?script';

/**
 * At the root, since a worker rules no higher than where it lies; asked for anew every time, so that a new version is
 * found.
 */
export const GET: APIRoute = () =>
  new Response(source, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      // A worker lives by the policy it came with: it may ask this portal, and nobody else.
      'content-security-policy': "default-src 'none'; connect-src 'self'",
    },
  });
