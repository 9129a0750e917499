import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { languageOf, Refusal } from '../../domain';
import { contract } from '../../domain/contract';
import { forgotten } from '../accounts/passwords';
import { deskOf } from '../desk/desk';
import { changeRoutes } from '../strapi/routes';
import { limitCalls, refuse } from './handle';
import { parseBody } from './parse';
import { accountOf, recordSignIn } from './sign-ins';

interface StaffPasswords {
  forgotPassword(of: { readonly email: string }): Promise<unknown>;
}

/** Sends the link, where there is whom to send it to, and writes down who asked. */
async function sendLink(strapi: Core.Strapi, ctx: Context, email: string): Promise<void> {
  const account = await accountOf(deskOf(strapi), ctx, 'staff', email);
  const isOpen = account !== null && account.isActive === true && !account.blocked;
  if (isOpen) await (strapi.service('admin::auth') as unknown as StaffPasswords).forgotPassword({ email });
  await recordSignIn(deskOf(strapi), ctx, {
    door: 'staff',
    event: 'forgotPassword',
    identifier: email,
    account,
    reason: isOpen ? null : account ? 'blockedAccount' : 'unknownAccount',
  });
}

/**
 * A forgotten password of the panel, answered at once whoever is named, as at the portal: Strapi's own answer waits for
 * entries that only an account that exists has. Only while plugins register.
 */
export function answerForgottenStaff(strapi: Core.Strapi): void {
  const answer = async (ctx: Context): Promise<void> => {
    try {
      await limitCalls(strapi, 'forgotPassword', contract.forgotPassword.limit, ctx.ip);
      const { email } = (ctx.request as unknown as { body?: { email?: unknown } }).body ?? {};
      const { identifier } = parseBody(contract.forgotPassword.body, { identifier: email }) as { identifier: string };
      if (!forgotten.start(strapi, 'a forgotten password', () => sendLink(strapi, ctx, identifier.toLowerCase())))
        throw new Refusal('tooManyRequests', { seconds: 60 });
      ctx.state['isWritten'] = true;
      ctx.status = 204;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refuse(ctx, languageOf(ctx.get('accept-language')), error.code, error.details);
    }
  };
  changeRoutes(strapi, (name, route) => {
    if (name === 'admin:authentication.forgotPassword') route.config = { ...route.config, middlewares: [answer] };
  });
}
