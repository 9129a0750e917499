import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { readMedia } from '../../attachments/media';

/** Hands out the media library's files where they lie in a bucket; Strapi's own route looks into its folder only. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const [, name] = /^\/uploads\/([^/]+)$/.exec(ctx.path) ?? [];
    const isRead = ctx.method === 'GET' || ctx.method === 'HEAD';
    const found = name !== undefined && isRead ? await readMedia({ strapi }, name) : null;
    if (!found) return next();
    ctx.type = path.extname(name ?? '');
    ctx.length = found.bytes;
    ctx.status = 200;
    if (ctx.method === 'GET') ctx.body = found.stream;
    // Nobody reads it, and its line to the store would stay open.
    else found.stream.destroy();
  };
