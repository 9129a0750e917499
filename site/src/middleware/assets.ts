import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';

/**
 * Headers of answers that never reach a page: scripts, style sheets and the brand's files, which Astro's server reads
 * from disk before it asks the middleware. Node announces every request before anything answers it.
 */
subscribe('http.server.request.start', (started) =>
  (started as { response: ServerResponse }).response.setHeader('x-content-type-options', 'nosniff'),
);
