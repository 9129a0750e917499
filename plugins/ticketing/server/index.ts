import { bootstrap, destroy } from './bootstrap';
import contentTypes from './database/content-types';
import attempts from './http/middlewares/attempts';
import refusals from './http/middlewares/refusals';
import { register } from './http/register';
import routes from './http/routes';
import { setUp } from './seed/setup';
import type { Core } from '@strapi/strapi';

/** What Strapi itself must call, and nothing else: everybody else imports the function. */
const services = { setup: ({ strapi }: { strapi: Core.Strapi }) => ({ run: () => setUp(strapi) }) };

export default { register, bootstrap, destroy, contentTypes, routes, services, middlewares: { attempts, refusals } };
