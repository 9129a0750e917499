import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { languageOf, wordRefusal } from '../../domain';
import { isClosedType } from './closed-types';
import { EMPTY_ROUTES, OPEN_ROUTES } from './open-routes';

/** One route as the router keeps it; its handlers run in order, and are ours to change until it is mounted. */
interface Layer {
  readonly path: string;
  readonly methods: readonly string[];
  readonly stack: ((ctx: Context, next: Next) => unknown)[];
}
/** Routes only: what stands before all of them, such as what reads a session, has no method. */
const layersOf = ({ server }: Core.Strapi): Layer[] =>
  ([...server.api('admin').listRoutes(), ...server.api('content-api').listRoutes()] as unknown as Layer[]).filter(
    ({ methods }) => methods.length > 0,
  );

/** Of HEAD and GET the second names the route; a trailing slash means nothing to the router. */
const nameOf = ({ methods, path }: Layer): string => `${methods.at(-1) ?? ''} ${path.replace(/\/$/, '')}`;
const isOurs = ({ path }: Layer): boolean => /^(\/api)?\/ticketing\//.test(path);

const refusing =
  (status: 403 | 404, code: 'notAllowed' | 'notFound') =>
  (ctx: Context): void => {
    const message = wordRefusal(languageOf(ctx.get('accept-language')), code, {});
    ctx.status = status;
    ctx.body = { data: null, error: { status, name: 'Refusal', message, details: { code } } };
  };
const closed = refusing(404, 'notFound');
const nothing = (ctx: Context): void => {
  ctx.status = 200;
  ctx.body = { data: {} };
};
const ofClosedType = refusing(403, 'notAllowed');

/** Stands before what the content manager answers: whose type is closed is told nothing, whatever they are called. */
const withoutClosedTypes = (ctx: Context, next: Next): unknown => {
  const { model, uid } = (ctx as unknown as { params: Readonly<Record<string, string>> }).params;
  return [model, uid].some((name) => name !== undefined && isClosedType(name)) ? ofClosedType(ctx) : next();
};

/** Routes of the list that Strapi no longer has: a list that is not true closes what people need. */
export function missingRoutes(strapi: Core.Strapi): readonly string[] {
  const known = new Set(layersOf(strapi).map(nameOf));
  return OPEN_ROUTES.filter((route) => !known.has(route)).map((route) => `the route ${route}`);
}

/**
 * Closes every route of Strapi's that `open-routes.ts` does not name, also those of a plugin or a version to come. Once
 * all routes are made, before they are mounted.
 */
export function closeRoutes(strapi: Core.Strapi): void {
  for (const layer of layersOf(strapi)) {
    if (isOurs(layer)) continue;
    if (!OPEN_ROUTES.includes(nameOf(layer)))
      layer.stack.splice(0, layer.stack.length, EMPTY_ROUTES.includes(nameOf(layer)) ? nothing : closed);
    else if (layer.path.startsWith('/content-manager/')) layer.stack.unshift(withoutClosedTypes);
  }
}
