import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { traced } from '../../database/tracing';
import { countRequest } from '../../operations/metrics';

/**
 * One line per request: what was asked, how it ended, how long it took. Of an address the pattern of its route, never
 * what stood in it or behind its question mark: those hold names, telephone numbers, and keys to surveys and files.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const began = Date.now();
    const requestId = String(ctx.state['requestId']);
    const request = { id: requestId, traceParent: String(ctx.state['traceParent']) };
    const { route, took } = await traced({ name: ctx.method, kind: 'SERVER', request }, async (note) => {
      await next();
      const { _matchedRoute: matched } = ctx as unknown as { _matchedRoute?: string | RegExp };
      const route = typeof matched === 'string' && !/\(\.\*\)/.test(matched) ? matched : '(lain)';
      const facts = { method: ctx.method, route, status: ctx.status, requestId };
      note(facts, `${ctx.method} ${route}`);
      return { route, took: Date.now() - began };
    });
    const facts = {
      requestId,
      method: ctx.method,
      route,
      status: ctx.status,
      ms: took,
    };
    strapi.log.http(`${ctx.method} ${route} (${took} ms) ${ctx.status}`, facts);
    countRequest(ctx.method, route, ctx.status, took);
  };
