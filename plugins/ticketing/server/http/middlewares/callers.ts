import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { callerOf, proxiesFrom } from '../../../domain/proxies';

/** What a proxy writes of the caller; from anybody else it is an invention. */
const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-real-ip'] as const;

/** An id as we make them: from one of our own servers it names the same request there and here. */
const REQUEST_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Decides, before anybody asks, where a request comes from; ends the boot at a proxy that has no address. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const proxies = proxiesFrom(strapi.plugin('ticketing').config<string[]>('trustedProxies') ?? []);
  return (ctx: Context, next: Next): Promise<unknown> => {
    const { address, isProxied } = callerOf(proxies, ctx.req.socket.remoteAddress, ctx.get('x-forwarded-for'));
    if (!isProxied) for (const name of FORWARDED) delete ctx.req.headers[name];
    (ctx.request as { ip: string }).ip = address;
    const told = ctx.get('x-request-id');
    ctx.state['traceParent'] = isProxied ? ctx.get('traceparent') : '';
    ctx.state['requestId'] = isProxied && REQUEST_ID.test(told) ? told : randomUUID();
    return next();
  };
};
