import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { rememberSignatures } from './signatures';

interface StaffClaims {
  readonly userId: string;
  readonly sessionId: string;
  readonly exp?: number;
}
const signatures = rememberSignatures<StaffClaims>();

/** Which session of the panel a request's token names, and whose; null where it is forged, spent, or none at all. */
export function staffClaimsOf(strapi: Core.Strapi, ctx: Context): StaffClaims | null {
  const [, token] = /^Bearer\s+(\S+)$/i.exec(ctx.get('authorization')) ?? [];
  if (token === undefined) return null;
  const known = signatures.of(token, Date.now());
  if (known) return known;
  const { isValid, payload } = strapi.sessionManager('admin').validateAccessToken(token);
  return isValid ? signatures.keep(token, payload) : null;
}
