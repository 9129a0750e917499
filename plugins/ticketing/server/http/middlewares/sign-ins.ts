import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { languageOf } from '../../../domain';
import { signInOf, recordSignIn } from '../sign-ins';
import { deskOf } from '../../desk/desk';
import { createFloodGuard } from '../flood-guard';
import { refuse } from '../handle';

/**
 * Writes down who came in, and who tried to. Stands outside Strapi's own middlewares, so that it sees what is really
 * answered.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const floodGuard = createFloodGuard();
  return async (ctx: Context, next: Next): Promise<void> => {
    await next();
    try {
      const signIn = await signInOf(deskOf(strapi), ctx);
      if (!signIn) return;
      const summarise = (more: number) =>
        void recordSignIn(deskOf(strapi), ctx, signIn, more).catch((error: unknown) =>
          strapi.log.error(`${more} failed sign-ins are not in the log: ${String(error)}`),
        );
      if (!signIn.reason || floodGuard.admits(`${signIn.door}:${ctx.ip}:${signIn.reason}`, summarise))
        await recordSignIn(deskOf(strapi), ctx, signIn);
    } catch (error) {
      // Whoever cannot be written down does not come in: neither token nor cookie leaves.
      strapi.log.error(
        `a sign-in is not in the log, so it was refused: ${error instanceof Error ? error.stack : String(error)}`,
      );
      ctx.remove('Set-Cookie');
      refuse(ctx, languageOf(ctx.get('accept-language')), 'unexpected', {
        requestId: ctx.state['requestId'] as string,
      });
    }
  };
};
