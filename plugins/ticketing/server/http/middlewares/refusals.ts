import type { Context, Next } from 'koa';
import { languageOf, type RefusalCode } from '../../../domain';
import { BODY_BYTES, drain, FORM_BYTES, isOurs } from '../bodies';
import { refuse } from '../handle';

/** What Strapi itself refuses before a request reaches us, by status. */
const BY_STATUS: Readonly<Record<number, RefusalCode>> = {
  400: 'malformedJson',
  401: 'unauthenticated',
  403: 'notAllowed',
  404: 'notFound',
  405: 'notFound',
  413: 'tooLarge',
  429: 'tooManyRequests',
};
/** Of any body on its way to us; an endpoint may take less. */
const limitOf = (ctx: Context): number => (ctx.is('multipart') ? FORM_BYTES : BODY_BYTES);
const tooLarge = (ctx: Context): [RefusalCode, { limit: string }] =>
  ctx.is('multipart') ? ['fileTooLarge', { limit: '10 MB' }] : ['tooLarge', { limit: '256 kB' }];

/** Tells each request's id, and words in our one shape what Strapi refused in its own. */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    const requestId = ctx.state['requestId'] as string;
    ctx.set('X-Request-Id', requestId);
    if (!isOurs(ctx)) return next();
    const language = languageOf(ctx.get('accept-language'));
    if ((ctx.request.length ?? 0) > limitOf(ctx)) {
      await drain(ctx);
      return refuse(ctx, language, ...tooLarge(ctx));
    }
    await next();
    if (ctx.status < 400 || (ctx.body as { error?: { details?: { code?: string } } } | undefined)?.error?.details?.code)
      return;
    if (ctx.status === 413) {
      await drain(ctx);
      return refuse(ctx, language, ...tooLarge(ctx));
    }
    const code = BY_STATUS[ctx.status] ?? 'unexpected';
    refuse(
      ctx,
      language,
      code,
      code === 'unexpected' ? { requestId } : code === 'tooManyRequests' ? { seconds: 60 } : {},
    );
  };
