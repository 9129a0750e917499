import type { Core } from '@strapi/strapi';
import type { ClientConfig } from 'pg';

type Settings = Pick<ClientConfig, 'host' | 'port' | 'database' | 'user' | 'password' | 'ssl'>;

const PATIENCE_MS = 10_000;

/**
 * How a part of ours connects to the same PostgreSQL beside Strapi's pool, under a name that `pg_stat_activity` shows.
 * Strapi tells knex where the database is; here are the same words for `pg` itself.
 */
export function ownConnection(strapi: Core.Strapi, name: string): ClientConfig {
  const { host, port, database, user, password, ssl } = strapi.config.get('database.connection.connection') as Settings;
  return {
    host,
    port,
    database,
    user,
    password,
    ssl,
    application_name: name,
    connectionTimeoutMillis: PATIENCE_MS,
  };
}
