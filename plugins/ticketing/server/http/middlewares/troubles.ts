import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { languageOf, Refusal } from '../../../domain';
import { refuse } from '../handle';
import { troubleOf } from '../trouble';

/** A database, disk or store of files in trouble is told as what it is at Strapi's own doors too, and not as a mistake of the program. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      const code = error instanceof Refusal ? error.code : troubleOf(error);
      if (code === null) throw error;
      strapi.log.error(`${ctx.method} ${ctx.path} failed: ${error instanceof Error ? error.message : String(error)}`);
      refuse(ctx, languageOf(ctx.get('accept-language')), code);
    }
  };
