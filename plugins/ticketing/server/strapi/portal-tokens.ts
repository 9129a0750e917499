import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { rememberSignatures } from './signatures';
import { isSessionLive, UUID, type Claims } from '../accounts/sessions';

interface JwtService {
  issue(payload: object, options?: object): string;
  verify(token: string): Promise<Claims>;
}
const jwtOf = (strapi: Core.Strapi): JwtService =>
  strapi.service('plugin::users-permissions.jwt') as unknown as JwtService;

/** What Strapi itself says of a token, before the register is asked. */
const signatures = new WeakMap<Core.Strapi, JwtService['verify']>();

/**
 * Gives every portal token a name of its own and asks the register whenever one is shown at Strapi's own door. A token
 * nobody wrote down, or whose session has ended, names nobody. At ours the register is asked together with the account.
 */
export function keepRegister(strapi: Core.Strapi): void {
  const jwt = jwtOf(strapi);
  const [issue, verify] = [jwt.issue.bind(jwt), jwt.verify.bind(jwt)];
  signatures.set(strapi, verify);
  jwt.issue = (payload, options) => issue({ ...payload, jti: randomUUID() }, options);
  jwt.verify = async (token) => {
    const claims = await verify(token);
    if (!(await isSessionLive(strapi, claims))) throw new Error('Invalid token.');
    return claims;
  };
}

const verified = rememberSignatures<Claims>();
const verifiedBy = (verify: JwtService['verify'], token: string): Promise<Claims> =>
  verify(token).then(
    (claims) => verified.keep(token, claims),
    () => ({}),
  );

/**
 * Which session and account a portal token was issued for; null where it is forged, spent or not one at all. Whether
 * the session still holds is the register's to say.
 */
export async function portalClaimsOf(
  strapi: Core.Strapi,
  ctx: Context,
): Promise<{ readonly id: number; readonly jti: string } | null> {
  const [, token] = /^Bearer\s+(\S+)$/i.exec(ctx.get('authorization')) ?? [];
  const verify = signatures.get(strapi);
  // Three parts make one of these tokens; other systems come with a plain key.
  if (!verify || token?.split('.').length !== 3) return null;
  const { id, jti } = verified.of(token, Date.now()) ?? (await verifiedBy(verify, token));
  return id !== undefined && jti !== undefined && UUID.test(jti) ? { id, jti } : null;
}
