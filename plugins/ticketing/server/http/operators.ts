import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { readHealth, readReadiness, type Health } from '../operations/health';
import { isCollector, registry } from '../operations/metrics';

const answering =
  (strapi: Core.Strapi, ask: (strapi: Core.Strapi) => Promise<Health>) =>
  async (ctx: Context): Promise<void> => {
    const health = await ask(strapi);
    ctx.status = health.status === 'ok' ? 200 : 503;
    ctx.set('Cache-Control', 'no-store');
    ctx.body = health;
  };

/**
 * For whoever runs us: `GET /healthz` (alive, with its database), `GET /readyz` (may be given work), both open to all and
 * telling nothing but the failing part, and `GET /metrics` for who holds `METRICS_TOKEN`; to others there is no such page.
 */
export function serveOperators(strapi: Core.Strapi): void {
  const route = (path: string, handler: (ctx: Context) => Promise<void>) => ({
    method: 'GET' as const,
    path,
    config: { auth: false as const },
    handler,
  });
  strapi.server.routes([
    route('/healthz', answering(strapi, readHealth)),
    route('/readyz', answering(strapi, readReadiness)),
    route('/metrics', async (ctx) => {
      const token = strapi.plugin('ticketing').config<string>('metricsToken');
      if (!isCollector(token, ctx.get('authorization'))) {
        ctx.status = 404;
        return;
      }
      ctx.type = registry.contentType;
      ctx.body = await registry.metrics();
    }),
  ]);
}
