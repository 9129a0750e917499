import type { APIContext } from 'astro';
import { apiFor, type Behalf } from '../cms/client';
import { isBehindTls } from '../config/settings';

/**
 * The caller's address. Behind TLS the last hop is our own proxy, and what it appended is the only part nobody can
 * invent.
 */
export function callerAddress({
  request,
  clientAddress,
}: Pick<APIContext, 'request' | 'clientAddress'>): string | null {
  const forwarded = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  return (isBehindTls() && forwarded) || clientAddress || null;
}

/** Whom a call to the cms is made for. */
export const behalfOf = (context: APIContext, token: string | null): Behalf => ({
  token,
  lang: context.locals.lang,
  clientAddress: callerAddress(context),
  userAgent: context.request.headers.get('user-agent'),
});

/** Gives a session to the rest of this request, also one that began in the middle of it. */
export function useToken(context: APIContext, token: string | null): void {
  const { locals } = context;
  locals.token = token;
  locals.behalf = behalfOf(context, token);
  locals.api = apiFor(locals.behalf);
}
