import { randomUUID } from 'node:crypto';
import type { Context, Next } from 'koa';
import { languageOf, MAX_FILE_BYTES, type RefusalCode } from '../../../domain';
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
const isOurs = (path: string): boolean => path.startsWith('/api/ticketing/') || path.startsWith('/ticketing/');

const JSON_LIMIT = 256 * 1024;
/** A multipart body carries a file and a little around it. */
const limitOf = (ctx: Context): number => (ctx.is('multipart') ? MAX_FILE_BYTES + 64 * 1024 : JSON_LIMIT);
const tooLarge = (ctx: Context): [RefusalCode, { limit: string }] =>
  ctx.is('multipart') ? ['fileTooLarge', { limit: '10 MB' }] : ['tooLarge', { limit: '256 kB' }];

/** Most of an oversized body read and thrown away, so that its sender lives to read why. */
const DRAIN_BYTES = 64 * 1024 * 1024;
const DRAIN_MS = 10_000;

/** Reads on without keeping anything; gives up after 64 MB or ten seconds. */
const drain = (ctx: Context): Promise<void> =>
  new Promise((resolve) => {
    let seen = 0;
    const timer = setTimeout(resolve, DRAIN_MS);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    ctx.req.on('data', (chunk: Buffer) => {
      seen += chunk.length;
      if (seen > DRAIN_BYTES) done();
    });
    ctx.req.once('end', done).once('close', done).once('error', done);
    if (ctx.req.readableEnded) done();
    ctx.req.resume();
  });

/** Gives each request an id, and words in our one shape what Strapi refused in its own. */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    const requestId = randomUUID();
    ctx.state['requestId'] = requestId;
    ctx.set('X-Request-Id', requestId);
    if (!isOurs(ctx.path)) return next();
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
