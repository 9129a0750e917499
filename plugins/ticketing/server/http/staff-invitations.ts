import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { languageOf, LINKS } from '../../domain';
import { UID } from '../database/content-types';
import { changeRoutes } from '../strapi/routes';
import { refuse } from './handle';

const WITH_A_CODE: readonly string[] = ['admin:authentication.registrationInfo', 'admin:authentication.register'];
const DAY_MS = 86_400_000;
/** How long a key for another system holds when nobody says: three months. Keys without an end are not made. */
const TOKEN_LIFE_MS = 90 * DAY_MS;

/** Whether an invitation's code has outlived itself; Strapi's own never do. */
async function isSpent(strapi: Core.Strapi, code: unknown): Promise<boolean> {
  if (typeof code !== 'string') return false;
  const account = (await strapi.db.query(UID.staffUser).findOne({
    where: { registrationToken: code },
    select: ['updatedAt'],
  })) as { readonly updatedAt: string | Date } | null;
  return account !== null && Date.now() - new Date(account.updatedAt).getTime() > LINKS.INVITE.life;
}

/** Gives invitations to the panel, and keys for other systems, an end. Only while plugins register. */
export function boundInvitations(strapi: Core.Strapi): void {
  const unlessSpent = async (ctx: Context, next: Next): Promise<unknown> => {
    const { body } = ctx.request as unknown as { body?: { registrationToken?: unknown } };
    if (await isSpent(strapi, ctx.query['registrationToken'] ?? body?.registrationToken))
      return refuse(ctx, languageOf(ctx.get('accept-language')), 'linkSpent');
    return next();
  };
  const withAnEnd = (ctx: Context, next: Next): Promise<unknown> => {
    const { body } = ctx.request as unknown as { body?: { lifespan?: unknown } };
    if (body && typeof body.lifespan !== 'number') body.lifespan = TOKEN_LIFE_MS;
    return next();
  };
  changeRoutes(strapi, (name, route) => {
    const middlewares = route.config?.middlewares ?? [];
    if (WITH_A_CODE.includes(name)) route.config = { ...route.config, middlewares: [...middlewares, unlessSpent] };
    if (name === 'admin:api-token.create') route.config = { ...route.config, middlewares: [...middlewares, withAnEnd] };
  });
}
