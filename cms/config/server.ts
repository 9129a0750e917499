import path from 'node:path';
import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('CMS_PORT', 1337),
  ...(env('CMS_PUBLIC_URL') && { url: env('CMS_PUBLIC_URL') }),
  app: { keys: env.array('APP_KEYS', []) },
  // Whether a proxy is one of ours is asked first (`middlewares/callers.ts` of the plugin); of a chain of forwarded
  // addresses only the last was written by it.
  proxy: { koa: true, maxIpsCount: 1 },
  dirs: { public: path.resolve(__dirname, '../../../public') },
  logger: { updates: { enabled: false }, startup: { enabled: false } },
  webhooks: { populateRelations: false },
});
