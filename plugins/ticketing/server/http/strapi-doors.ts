import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { languageOf, Refusal, VISITOR } from '../../domain';
import { contract } from '../../domain/contract';
import { callerFor, limitCalls, refuse } from './handle';
import { parseBody } from './parse';
import { inviteAccount, requestPasswordReset, resetPassword } from '../accounts/passwords';
import { deskOf } from '../desk/desk';
import { staffActor } from '../desk/people';
import { originOf } from '../accounts/sessions';
import { replaceAction, type Action } from '../strapi/replace';

const bodyOf = (ctx: Context): Record<string, unknown> =>
  (ctx.request as unknown as { body?: Record<string, unknown> }).body ?? {};

/**
 * Runs one of our use cases behind an address of Strapi's, and words its refusals. What it wrote down is not written
 * again.
 */
const ours =
  (run: (ctx: Context) => Promise<unknown>): Action =>
  async (ctx) => {
    try {
      ctx.body = await run(ctx);
      ctx.state['isWritten'] = true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refuse(ctx, languageOf(ctx.get('accept-language')), error.code, error.details);
    }
  };

/**
 * Strapi's own endpoints for a forgotten password tell by their answer and its speed which accounts exist, and their
 * links never expire. Whoever calls them is served by our use cases instead. Called while plugins register, before
 * routes are made.
 */
export function takeOverDoors(strapi: Core.Strapi): void {
  const desk = deskOf(strapi);
  const forgotPassword = ours(async (ctx) => {
    await limitCalls(strapi, 'forgotPassword', contract.forgotPassword.limit, ctx.ip);
    const { identifier } = parseBody(contract.forgotPassword.body, { identifier: bodyOf(ctx)['email'] }) as {
      identifier: string;
    };
    return requestPasswordReset(desk, await callerFor(desk, ctx, VISITOR), identifier, originOf(ctx));
  });

  const resetForgotten = ours(async (ctx) => {
    await limitCalls(strapi, 'resetPassword', contract.resetPassword.limit, ctx.ip);
    const { code, password, passwordConfirmation } = bodyOf(ctx);
    const given = parseBody(contract.resetPassword.body, { code, password }) as { code: string; password: string };
    if (password !== passwordConfirmation)
      throw new Refusal('invalid', { issues: [{ field: 'passwordAgain', code: 'notRepeated' }] });
    const {
      jwt,
      account: { id, username, email },
    } = await resetPassword(desk, await callerFor(desk, ctx, VISITOR), given, originOf(ctx));
    return { jwt, user: { id, username, email } };
  });

  // An account made in Strapi's screens without a password gets one nobody knows, and its owner a letter to make their
  // own.
  const inviting =
    (create: Action): Action =>
    async (ctx) => {
      const body = bodyOf(ctx);
      const isInvited = !body['password'];
      if (isInvited) body['password'] = randomBytes(36).toString('base64url');
      await create(ctx);
      const { documentId } = (ctx.body ?? {}) as { documentId?: string };
      if (!isInvited || !documentId) return;
      const { id } = ctx.state['user'] as { id: number };
      await inviteAccount(desk, await callerFor(desk, ctx, await staffActor(desk, id)), documentId);
    };

  replaceAction(strapi, 'auth', 'forgotPassword', () => forgotPassword);
  replaceAction(strapi, 'auth', 'resetPassword', () => resetForgotten);
  replaceAction(strapi, 'contentmanageruser', 'create', inviting);
}
