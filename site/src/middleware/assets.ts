import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { askForPacked } from './packed-files';
import { packPage } from './packed-pages';

/**
 * What every answer gets, also those that never reach a page: scripts, style sheets and the brand's files, which Astro's
 * server reads from disk before it asks the middleware. Node announces every request before anything answers it.
 */
subscribe('http.server.request.start', (started) => {
  const { request, response } = started as { request: IncomingMessage; response: ServerResponse };
  response.setHeader('x-content-type-options', 'nosniff');
  packPage(request, response);
  askForPacked(request, response);
});
