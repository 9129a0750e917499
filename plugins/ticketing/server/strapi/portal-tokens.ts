import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { isSessionLive, type Claims } from '../accounts/sessions';

interface JwtService {
  issue(payload: object, options?: object): string;
  verify(token: string): Promise<Claims>;
  getToken(ctx: Context): Promise<Claims | null> | null;
}
const jwtOf = (strapi: Core.Strapi): JwtService =>
  strapi.service('plugin::users-permissions.jwt') as unknown as JwtService;

/**
 * Gives every portal token a name of its own and asks the register whenever one is shown, at our door and at Strapi's
 * own alike. A token nobody wrote down, or whose session has ended, names nobody.
 */
export function keepRegister(strapi: Core.Strapi): void {
  const jwt = jwtOf(strapi);
  const [issue, verify] = [jwt.issue.bind(jwt), jwt.verify.bind(jwt)];
  jwt.issue = (payload, options) => issue({ ...payload, jti: randomUUID() }, options);
  jwt.verify = async (token) => {
    const claims = await verify(token);
    if (!(await isSessionLive(strapi, claims))) throw new Error('Invalid token.');
    return claims;
  };
}

/** Whom the portal token of a request names. One that is forged, spent or not one at all names nobody. */
export async function claimsOf(strapi: Core.Strapi, ctx: Context): Promise<Claims | null> {
  try {
    return await jwtOf(strapi).getToken(ctx);
  } catch {
    return null;
  }
}
