import type { Core } from '@strapi/strapi';

/** Bodies are small here; files travel as multipart with a limit of their own. */
const config: Core.Config.Middlewares = [
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
  {
    name: 'strapi::body',
    config: {
      jsonLimit: '256kb',
      formLimit: '256kb',
      textLimit: '256kb',
      formidable: { maxFileSize: 10 * 1024 * 1024 },
    },
  },
  'strapi::session',
  { name: 'strapi::favicon', config: { path: '../public/brand/favicon.png' } },
  'strapi::public',
];
export default config;
