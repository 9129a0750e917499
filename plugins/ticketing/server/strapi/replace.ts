import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { REPLACED_ACTIONS, ReplacedController } from './insides';

export type Action = (ctx: Context) => Promise<unknown>;

/**
 * Has our action answer in the place of one of users-permissions' own, which it is handed. Only while plugins register:
 * routes, which are made next, keep the function they find.
 */
export function replaceAction<C extends ReplacedController>(
  strapi: Core.Strapi,
  controller: C,
  name: (typeof REPLACED_ACTIONS)[C][number],
  make: (theirs: Action) => Action,
): void {
  const { controllers } = strapi.plugin('users-permissions') as unknown as {
    readonly controllers: Readonly<Record<string, Record<string, Action>>>;
  };
  const actions = controllers[controller];
  const theirs = actions?.[name];
  if (!actions || !theirs)
    throw new Error(`no ${controller}.${name}: see “replaced-actions” in server/strapi/README.md`);
  actions[name] = make(theirs.bind(actions));
}
