import type { Core } from '@strapi/strapi';

/** A route as a plugin declares it. */
export interface Route {
  readonly handler: unknown;
  config?: { readonly middlewares?: readonly unknown[] };
}
type Router = readonly Route[] | { readonly routes: readonly Route[] };
/** A router, or what makes one when routes are made. */
type Given = Router | ((context: { readonly strapi: Core.Strapi }) => Router);
interface Owner {
  readonly routes: Record<string, Given>;
}

const routesIn = (router: Router): readonly Route[] => ('routes' in router ? router.routes : router);

/**
 * Changes how routes of Strapi's own are declared, each by its name `plugin:controller.action`. Only while plugins
 * register: afterwards they are made.
 */
export function changeRoutes(strapi: Core.Strapi, change: (name: string, route: Route) => void): void {
  const owners = Object.entries({ ...strapi.plugins, admin: strapi.admin }) as unknown as [string, Owner][];
  for (const [plugin, { routes }] of owners) {
    const changed = <R extends Router>(router: R): R => {
      for (const route of routesIn(router)) change(`${plugin}:${String(route.handler)}`, route);
      return router;
    };
    for (const [name, given] of Object.entries(routes ?? {}))
      if (typeof given === 'function') routes[name] = (context) => changed(given(context));
      else changed(given);
  }
}
