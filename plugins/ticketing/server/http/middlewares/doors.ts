import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { ENDPOINT_NAMES, endpointOf } from '../../../domain/contract';
import { isOurs } from '../bodies';
import { handle } from '../handle';

/** The prefix of each door, and what routes behind it are called by Strapi. */
const DOORS = { '/api/ticketing': 'content-api', '/ticketing': 'admin' } as const;

/** Routes know no case, and no slash at their end. */
const patternOf = (place: string): RegExp =>
  new RegExp(`^${place.replace(/[.]/g, '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+?)')}/?$`, 'i');

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

/**
 * Answers whoever calls at our two doors, before Strapi's middlewares: theirs read bodies, keep cookies and look for
 * files. What is none of ours goes on to them.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const routes = Object.entries(DOORS).flatMap(([prefix, type]) =>
    ENDPOINT_NAMES.map((name) => ({
      method: endpointOf(name).method,
      place: `${prefix}${endpointOf(name).path}`,
      pattern: patternOf(`${prefix}${endpointOf(name).path}`),
      route: { info: { type } },
      answer: handle(strapi, name),
    })),
  );
  const byMethod = Map.groupBy(routes, ({ method }): string => method);
  return async (ctx: Context, next: Next): Promise<unknown> => {
    if (!isOurs(ctx)) return next();
    for (const { place, pattern, route, answer } of byMethod.get(ctx.method) ?? []) {
      const found = pattern.exec(ctx.path);
      if (!found) continue;
      ctx.state['route'] = route;
      // The log names the pattern of a route, as the router would have left it.
      (ctx as unknown as { _matchedRoute: string })._matchedRoute = place;
      ctx.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
      (ctx as unknown as { params: Record<string, string> }).params = Object.fromEntries(
        Object.entries(found.groups ?? {}).map(([key, value]) => [key, decoded(value)]),
      );
      return answer(ctx);
    }
    return next();
  };
};
