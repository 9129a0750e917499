import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

/** Which session of the panel a request's token names, and whose; null where it is forged, spent, or none at all. */
export function staffClaimsOf(
  strapi: Core.Strapi,
  ctx: Context,
): { readonly userId: string; readonly sessionId: string } | null {
  const [, token] = /^Bearer\s+(\S+)$/i.exec(ctx.get('authorization')) ?? [];
  if (token === undefined) return null;
  const { isValid, payload } = strapi.sessionManager('admin').validateAccessToken(token);
  return isValid ? { userId: payload.userId, sessionId: payload.sessionId } : null;
}
