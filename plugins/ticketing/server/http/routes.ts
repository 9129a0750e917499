import type { Core } from '@strapi/strapi';
import { ENDPOINT_NAMES, endpointOf } from '../../domain/contract';
import { handle } from './handle';

/**
 * One contract, two doors. `handle` asks for the session and the policy, and a generated test knocks at every
 * endpoint without one.
 */
const door =
  (type: 'content-api' | 'admin') =>
  ({ strapi }: { strapi: Core.Strapi }) => ({
    type,
    // The content API puts the plugin's name before its routes; the admin router does so with the prefix given here.
    routes: ENDPOINT_NAMES.map((name) => ({
      method: endpointOf(name).method,
      path: endpointOf(name).path,
      handler: handle(strapi, name),
      config: { auth: false },
    })),
  });

export default { 'content-api': door('content-api'), admin: door('admin') };
