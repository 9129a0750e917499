import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { languageOf } from '../../domain';
import { UID } from '../database/content-types';
import { limitsOf, type Attempt } from '../desk/limits';
import { GUARDED_HANDLERS, type Door } from '../strapi/insides';
import { changeRoutes } from '../strapi/routes';
import { refuse } from './handle';

type Middleware = (ctx: Context, next: Next) => Promise<unknown>;

/** A hash of nothing anybody knows, of the same cost as a real one. */
const NOBODY = '$2b$10$abcdefghijklmnopqrstuu5dJ8jVzZ0GpS2vZ5pV6J1mXxkqQnV1G';

interface Passwords {
  validatePassword(password: string, hash: string): Promise<boolean>;
}
const bodyOf = (ctx: Context): Record<string, unknown> =>
  (ctx.request as unknown as { body?: Record<string, unknown> }).body ?? {};
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Whether Strapi found a password to compare with; if not, whoever measures would know that there is no account. */
async function wasCompared(strapi: Core.Strapi, door: Door, account: string): Promise<boolean> {
  const where =
    door === 'staff'
      ? { email: account }
      : { provider: 'local', $or: [{ email: account.toLowerCase() }, { username: account }] };
  const found = (await strapi.db
    .query(door === 'staff' ? UID.staffUser : UID.portalUser)
    .findOne({ where, select: ['password'] } as never)) as { password?: string | null } | null;
  return Boolean(found?.password);
}

/** As much work for an account that does not exist as for one whose password is wrong. */
async function workAsMuch(strapi: Core.Strapi, door: Door, account: string, password: string): Promise<void> {
  if (await wasCompared(strapi, door, account)) return;
  const passwords = strapi.plugin('users-permissions').service<Passwords>('user');
  await passwords.validatePassword(password.slice(0, 72), NOBODY);
}

/** Stands before what answers an attempt to come in: lets nobody guess on, and tells nobody by its time who exists. */
const guarding =
  (strapi: Core.Strapi, door: Door, isSignIn: boolean): Middleware =>
  async (ctx, next) => {
    const body = bodyOf(ctx);
    const typed = textOf(body['identifier'] ?? body['email']);
    const account = typed.slice(0, 320);
    const language = languageOf(ctx.get('accept-language'));
    // PostgreSQL stores no NUL; nobody is called so.
    if (typed.includes('\u0000'))
      return refuse(ctx, language, 'invalid', { issues: [{ field: 'identifier', code: 'wrongFormat' }] });
    const attempt: Attempt = { door, address: ctx.ip, account };
    const limits = limitsOf(strapi);
    const seconds = await limits.wait(attempt);
    if (seconds > 0) {
      ctx.set('Retry-After', String(seconds));
      return refuse(ctx, language, 'tooManyRequests', { seconds });
    }
    let isRefused = true;
    try {
      const result = await next();
      isRefused = ctx.status >= 400;
      return result;
    } finally {
      if (isRefused) {
        if (isSignIn) await workAsMuch(strapi, door, account, textOf(body['password']));
        await limits.failed(attempt);
      } else if (isSignIn) await limits.succeeded(attempt);
    }
  };

/**
 * Gives the routes by which people come in their guard, in the place of Strapi's own limits: those count by what a body
 * says, in the memory of one process. Only while plugins register, before routes are made.
 */
export function guardSignIns(strapi: Core.Strapi): void {
  changeRoutes(strapi, (name, route) => {
    const door = GUARDED_HANDLERS[name];
    if (!door) return;
    const isSignIn = /\.(login|callback)$/.test(name);
    route.config = { ...route.config, middlewares: [guarding(strapi, door, isSignIn)] };
  });
}
