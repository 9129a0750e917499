import type { Core } from '@strapi/strapi';

/** PostgreSQL only: one dialect everywhere, so that what is tested is what runs. */
export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database<'postgres'> => {
  // A build loads this file too, and has no database.
  const url = new URL(env('DATABASE_URL', 'postgres://127.0.0.1/ticketing'));
  return {
    connection: {
      client: 'postgres',
      connection: {
        host: url.hostname,
        port: Number(url.port || 5432),
        database: decodeURIComponent(url.pathname.slice(1)),
        user: decodeURIComponent(url.username),
        password: decodeURIComponent(url.password),
        ssl: env.bool('DATABASE_SSL', false) && { rejectUnauthorized: env.bool('DATABASE_SSL_VERIFY', true) },
      },
      pool: { min: env.int('DATABASE_POOL_MIN', 2), max: env.int('DATABASE_POOL_MAX', 20) },
      acquireConnectionTimeout: 10_000,
    },
  };
};
