import type { APIContext } from 'astro';
import { callerOf } from 'strapi-plugin-ticketing/proxies';
import { apiFor, type Behalf } from '../cms/client';
import { trustedProxies } from '../config/settings';

/** The caller's address, as the proxies of `TRUSTED_PROXIES` tell it and nobody else. */
export function callerAddress({
  request,
  clientAddress,
}: Pick<APIContext, 'request' | 'clientAddress'>): string | null {
  return callerOf(trustedProxies(), clientAddress, request.headers.get('x-forwarded-for')).address || null;
}

/** Whom a call to the cms is made for. */
export const behalfOf = (context: APIContext, token: string | null): Behalf => ({
  token,
  lang: context.locals.lang,
  clientAddress: callerAddress(context),
  userAgent: context.request.headers.get('user-agent'),
  requestId: context.locals.requestId,
});

/** Gives a session to the rest of this request, also one that began in the middle of it. */
export function useToken(context: APIContext, token: string | null): void {
  const { locals } = context;
  locals.token = token;
  locals.behalf = behalfOf(context, token);
  locals.api = apiFor(locals.behalf);
}
