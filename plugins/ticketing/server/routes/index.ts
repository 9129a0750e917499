import type { Core } from '@strapi/strapi';
import { ENDPOINT_NAMES, endpointOf } from '../../domain/contract';
import { handle } from '../http';

/** One contract, two doors. Function handlers carry no Strapi scope: a session is required, and the policy alone decides. */
const door = (type: 'content-api' | 'admin') => ({ strapi }: { strapi: Core.Strapi }) => ({
  type,
  // The content API puts the plugin's name before its routes; the admin router does so with the prefix given here.
  routes: ENDPOINT_NAMES.map((name) => ({
    method: endpointOf(name).method,
    path: endpointOf(name).path,
    handler: handle(strapi, name),
    ...(type === 'admin' && { config: { policies: ['admin::isAuthenticatedAdmin'] } }),
  })),
});

export default { 'content-api': door('content-api'), admin: door('admin') };
