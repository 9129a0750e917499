import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { languageOf } from '../../../domain';
import { attemptOf, recordAttempt } from '../sign-ins';
import { deskOf } from '../../desk/desk';
import { createCrowd } from '../flood-guard';
import { refuse } from '../handle';

/** Writes down who came in, and who tried to. Stands outside Strapi's own middlewares, so that it sees what is really answered. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const crowd = createCrowd();
  return async (ctx: Context, next: Next): Promise<void> => {
    await next();
    try {
      const attempt = await attemptOf(deskOf(strapi), ctx);
      if (!attempt) return;
      const summarise = (more: number) =>
        void recordAttempt(deskOf(strapi), ctx, attempt, more).catch((error: unknown) =>
          strapi.log.error(`${more} failed attempts are not in the log: ${String(error)}`),
        );
      if (!attempt.reason || crowd.admits(`${attempt.door}:${ctx.ip}:${attempt.reason}`, summarise))
        await recordAttempt(deskOf(strapi), ctx, attempt);
    } catch (error) {
      // Whoever cannot be written down does not come in: neither token nor cookie leaves.
      strapi.log.error(
        `an attempt to sign in is not in the log, so it was refused: ${error instanceof Error ? error.stack : String(error)}`,
      );
      ctx.remove('Set-Cookie');
      refuse(ctx, languageOf(ctx.get('accept-language')), 'unexpected', {
        requestId: ctx.state['requestId'] as string,
      });
    }
  };
};
