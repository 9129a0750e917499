import { bootstrap, destroy } from './bootstrap';
import contentTypes from './database/content-types';
import callers from './http/middlewares/callers';
import doors from './http/middlewares/doors';
import headers from './http/middlewares/headers';
import log from './http/middlewares/log';
import media from './http/middlewares/media';
import refusals from './http/middlewares/refusals';
import signIns from './http/middlewares/sign-ins';
import troubles from './http/middlewares/troubles';
import { register } from './http/register';
import routes from './http/routes';
import { setUp } from './seed/setup';
import { deskOf } from './desk/desk';
import { runImport, type Command } from './imports/run';
import { openNewest } from './operations/rehearsal';
import { checkHooks } from './strapi/hooks';
import type { Core } from '@strapi/strapi';

/** What Strapi itself must call, and nothing else: everybody else imports the function. */
const services = {
  setup: ({ strapi }: { strapi: Core.Strapi }) => ({
    run: async (): Promise<void> => {
      await checkHooks(strapi, 'setup');
      await setUp(strapi);
    },
  }),
  // Called by `cms/rehearse.cjs`, on a restored database.
  rehearsal: ({ strapi }: { strapi: Core.Strapi }) => ({
    run: (): Promise<number> => openNewest(deskOf(strapi), Date.now()),
  }),
  // Called by `cms/import.cjs`, beside a running system or without one.
  imports: ({ strapi }: { strapi: Core.Strapi }) => ({
    run: (command: Command, say: (text: string) => void): Promise<boolean> => runImport(deskOf(strapi), command, say),
  }),
};

const middlewares = { callers, headers, log, refusals, 'sign-ins': signIns, doors, troubles, media };

export default { register, bootstrap, destroy, contentTypes, routes, services, middlewares };
