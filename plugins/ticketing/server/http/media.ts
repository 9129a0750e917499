import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { languageOf, Refusal } from '../../domain';
import { kindOf, safeName } from '../attachments/kinds';
import { withoutMetadata } from '../attachments/pictures';
import { changeRoutes } from '../strapi/routes';
import { refuse } from './handle';
import { receiving, type Received } from './receive';

/** What editors put into guides and pages: pictures that cannot carry a script, and documents to print. */
const MEDIA = ['jpg', 'jpeg', 'png', 'pdf'] as const;

/** The routes of Strapi's that take files, by the actions of its upload controller: all the panel's media library. */
const MEDIA_HANDLERS: readonly string[] = ['upload', 'uploadFile', 'replaceFile'].map(
  (name) => `upload:admin-upload.${name}`,
);
/** Whether a request goes to one of them. */
export const takesMedia = ({ method, path }: Pick<Context, 'method' | 'path'>): boolean =>
  method === 'POST' && /^\/upload(\/files(\/\d+\/replace)?)?\/?$/i.test(path);

/** As Strapi's upload service wants to be handed a file. */
const asUpload = (file: Received, mimetype: string) => ({ ...file, mimetype, newFilename: file.originalFilename });

/**
 * Stands between the panel's session and Strapi's upload controller: reads the file into our own folder, looks at its
 * bytes, lets only what `MEDIA` names through, and clears away.
 */
async function receiveMedia(strapi: Core.Strapi, ctx: Context, next: Next): Promise<unknown> {
  const request = ctx.request as unknown as { body?: unknown; files?: unknown };
  // Without a file it is a change of a file's name or text.
  if (!ctx.is('multipart')) return next();
  try {
    return await receiving(strapi, ctx, async ({ files, fields }) => {
      const { files: file } = files;
      request.body = fields;
      if (!file) return next();
      const name = safeName(file.originalFilename);
      const mimetype = await kindOf(file.filepath, name, MEDIA);
      const { size } = await withoutMetadata(file.filepath, name, mimetype);
      request.files = { files: asUpload({ ...file, originalFilename: name, size }, mimetype) };
      return next();
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuse(ctx, languageOf(ctx.get('accept-language')), error.code, error.details);
  }
}

/** Gives the media library's routes their reader. Only while plugins register, before routes are made. */
export function guardMedia(strapi: Core.Strapi): void {
  const reader = (ctx: Context, next: Next) => receiveMedia(strapi, ctx, next);
  changeRoutes(strapi, (name, route) => {
    if (MEDIA_HANDLERS.includes(name))
      route.config = { ...route.config, middlewares: [...(route.config?.middlewares ?? []), reader] };
  });
}
