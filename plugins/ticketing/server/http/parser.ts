import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { languageOf } from '../../domain';
import { BODY_BYTES, isOurs, PUBLIC_BODY_BYTES } from './bodies';
import { refuse } from './handle';
import { takesMedia } from './media';

type Middleware = (ctx: Context, next: Next) => Promise<unknown>;
type Factory = (config: object, context: { readonly strapi: Core.Strapi }) => Middleware;

/** Strapi's own parser, for JSON and forms alone, up to so many bytes. */
const upTo = (bytes: number): object => ({ multipart: false, jsonLimit: bytes, formLimit: bytes, textLimit: bytes });

/**
 * Stands around Strapi's body parser, which writes the files of any multipart body to the system's temporary folder
 * before anybody has asked who sends it. Now our endpoints read their bodies themselves once they know the sender, the
 * media library's routes do so too, and everywhere else multipart and packed bodies are refused unread.
 */
const bounded =
  (theirs: Factory): Factory =>
  (_config, context) => {
    const [forStrangers, forSessions] = [
      theirs(upTo(PUBLIC_BODY_BYTES), context),
      theirs(upTo(BODY_BYTES), context),
    ] as const;
    return async (ctx, next) => {
      if (isOurs(ctx)) return next();
      const isPacked = !/^(identity)?$/i.test(ctx.get('content-encoding'));
      if (isPacked || (ctx.is('multipart') && !takesMedia(ctx)))
        return refuse(ctx, languageOf(ctx.get('accept-language')), 'notJson');
      if (ctx.is('multipart')) return next();
      return (ctx.get('authorization') ? forSessions : forStrangers)(ctx, next);
    };
  };

/** Puts it around. Only while plugins register, before middlewares are made. */
export function boundBodies(strapi: Core.Strapi): void {
  const middlewares = strapi.get('middlewares') as { extend(uid: string, make: (theirs: Factory) => Factory): unknown };
  middlewares.extend('strapi::body', bounded);
}
