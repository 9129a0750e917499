import type { Core } from '@strapi/strapi';

const config: Core.Config.Middlewares = [
  'plugin::ticketing.callers',
  'plugin::ticketing.refusals',
  'plugin::ticketing.sign-ins',
  'strapi::logger',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          'connect-src': ["'self'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          'media-src': ["'self'", 'data:', 'blob:'],
          upgradeInsecureRequests: null,
        },
      },
    },
  },
  { name: 'strapi::cors', config: { origin: [] } },
  { name: 'strapi::poweredBy', config: { poweredBy: 'Kominfo Kota Bukittinggi' } },
  'strapi::query',
  // Its reading is ours: see `http/parser.ts` of the plugin.
  'strapi::body',
  'strapi::session',
  { name: 'strapi::favicon', config: { path: '../public/brand/favicon.png' } },
  'strapi::public',
];
export default config;
