import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Actor } from '../../domain';
import { PORTAL_ROLES, STAFF_ROLES } from '../database/roles';

/** Who an entry names: the person, in which role, from which address, by which request. */
export interface Author {
  readonly kind: Actor['kind'] | 'anonymous';
  readonly id: number | null;
  readonly name: string;
  readonly role: string;
  readonly address: string | null;
  readonly requestId: string | null;
}

/** What happens without a request: boot, seeding, jobs. */
export const SYSTEM: Author = {
  kind: 'system',
  id: null,
  name: 'Sistem',
  role: 'SYSTEM',
  address: null,
  requestId: null,
};

interface Account {
  readonly id: number;
  readonly email?: string | null;
  readonly username?: string | null;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
  readonly fullName?: string | null;
  readonly role?: { readonly type: string } | null;
  readonly roles?: readonly { readonly code: string }[];
}
interface State {
  readonly actor?: Actor;
  readonly user?: Account;
  readonly requestId?: string;
  readonly route?: { readonly info?: { readonly type?: string } };
  readonly auth?: { readonly credentials?: { readonly id: number; readonly name?: string } | null };
}

const where = (ctx: Context): Pick<Author, 'address' | 'requestId'> => ({
  address: ctx.ip || null,
  requestId: (ctx.state as State).requestId ?? null,
});

/** Someone without a session, such as whoever tries to sign in. */
export const anonymous = (ctx: Context): Author => ({
  kind: 'anonymous',
  id: null,
  name: 'Tanpa sesi',
  role: 'ANONYMOUS',
  ...where(ctx),
});

/** Master data and accounts are the administrator's: of several hats that one acted, else the first. */
const hatOf = (roles: readonly string[]): string => (roles.includes('ADMIN') ? 'ADMIN' : (roles[0] ?? 'NONE'));

export const staffAuthor = (ctx: Context, user: Account): Author => ({
  kind: 'staff',
  id: user.id,
  name: [user.firstname, user.lastname].filter(Boolean).join(' ').trim() || user.email || String(user.id),
  role: hatOf((user.roles ?? []).map(({ code }) => STAFF_ROLES[code] ?? code)),
  ...where(ctx),
});
export const portalAuthor = (ctx: Context, user: Account): Author => ({
  kind: 'portal',
  id: user.id,
  name: user.fullName || user.username || String(user.id),
  role: user.role ? (PORTAL_ROLES[user.role.type] ?? user.role.type) : 'NONE',
  ...where(ctx),
});

/** Whoever is at work right now, also in Strapi's own screens, where no use case of ours hands a caller along. */
export function currentAuthor(strapi: Core.Strapi): Author {
  const ctx = strapi.requestContext.get() as Context | undefined;
  if (!ctx) return SYSTEM;
  const { actor, user, route, auth } = ctx.state as State;
  if (actor && actor.kind !== 'visitor')
    return {
      kind: actor.kind,
      id: actor.id,
      name: actor.name,
      role: actor.grants ? 'API_TOKEN' : hatOf(actor.roles),
      ...where(ctx),
    };
  if (user) return route?.info?.type === 'admin' ? staffAuthor(ctx, user) : portalAuthor(ctx, user);
  if (auth?.credentials)
    return {
      kind: 'system',
      id: auth.credentials.id,
      name: auth.credentials.name ?? 'Token API',
      role: 'API_TOKEN',
      ...where(ctx),
    };
  return anonymous(ctx);
}
