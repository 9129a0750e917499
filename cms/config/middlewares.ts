import type { Core } from '@strapi/strapi';

const config: Core.Config.Middlewares = [
  'plugin::ticketing.callers',
  'plugin::ticketing.headers',
  'plugin::ticketing.refusals',
  'plugin::ticketing.sign-ins',
  'plugin::ticketing.log',
  'plugin::ticketing.doors',
  'strapi::errors',
  'plugin::ticketing.troubles',
  'plugin::ticketing.media',
  // Its headers are replaced by ours, which stand outside of it.
  { name: 'strapi::security', config: { contentSecurityPolicy: false, hsts: { maxAge: 31_536_000 } } },
  { name: 'strapi::cors', config: { origin: [] } },
  'strapi::query',
  // Its reading is ours: see `http/parser.ts` of the plugin.
  'strapi::body',
  'strapi::session',
  { name: 'strapi::favicon', config: { path: '../public/brand/favicon.png' } },
  'strapi::public',
];
export default config;
