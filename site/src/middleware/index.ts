import { defineMiddleware } from 'astro:middleware';
import { Refusal } from 'strapi-plugin-ticketing/domain';
import { withoutLanguage } from '../lib/addresses/languages';
// They listen from the first request on.
import './assets';
import '../lib/config/stopping';
import '../lib/files/reader-pace';
import { LARGEST_FORM, LARGEST_FORM_SAID } from '../lib/config/limits';
import { beginPage } from '../lib/config/tracing';
import { office, refreshOffice } from '../lib/office/current';
import { guard } from './guard';
import { chooseLanguage } from './language';
import { setHeaders } from './headers';
import { prepare } from './locals';
import { logRequest } from './log';
import { isFromOurPages } from './origin';
import { explain } from './refusals';

/** Pages are read, and forms are posted; nothing here answers to anything else. */
const METHODS = ['GET', 'HEAD', 'POST'];

/** Every request: who is it and in which language, may it come in, answer, explain what went wrong, lock the doors. */
export const onRequest = defineMiddleware(async (context, next) => {
  const { url, locals, request } = context;
  if (!METHODS.includes(request.method))
    return new Response(null, { status: 405, headers: { allow: METHODS.join(', ') } });
  prepare(context);
  const page = beginPage(locals.requestId, request.method);
  const pathname = withoutLanguage(url.pathname);
  const answer = async (): Promise<Response> => {
    if (locals.problem) return next();
    if (!isFromOurPages(request, pathname)) throw new Refusal('notAllowed', { origin: request.headers.get('origin') });
    if (Number(request.headers.get('content-length')) > LARGEST_FORM)
      throw new Refusal('tooLarge', { limit: LARGEST_FORM_SAID });
    await refreshOffice(locals.api);
    locals.office = office();
    const elsewhere = (await chooseLanguage(context, pathname)) ?? (await guard(context, pathname));
    if (elsewhere) return elsewhere;
    return pathname === url.pathname ? next() : next(pathname + url.search);
  };
  const response = await answer().catch((error: unknown) => explain(context, error));
  setHeaders(response, pathname, locals.token !== null);
  response.headers.set('x-request-id', locals.requestId);
  logRequest(context, response.status);
  const { routePattern: route } = context;
  const facts = { method: request.method, route, status: response.status, requestId: locals.requestId };
  page?.end(facts, `${request.method} ${route}`);
  return response;
});
