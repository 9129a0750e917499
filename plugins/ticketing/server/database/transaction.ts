import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

export type Trx = Knex.Transaction;

const running = new AsyncLocalStorage<Trx>();

/** One transaction per use case; document-service calls inside it join the same one. */
export const inTransaction = <T>(strapi: Core.Strapi, run: (trx: Trx) => Promise<T>): Promise<T> =>
  strapi.db.transaction(async ({ trx }) => running.run(trx as Trx, () => run(trx as Trx))) as Promise<T>;

/**
 * Where to read: the running use case's own transaction, else any connection. A use case that asked for a second
 * connection
 * while it holds one would, on a busy morning, wait for its equals, and they for it.
 */
export function connection(strapi: Core.Strapi): Knex {
  const trx = running.getStore();
  return trx && !trx.isCompleted() ? trx : (strapi.db.connection as unknown as Knex);
}

/** Whether a use case's own transaction runs here: what it has written is seen nowhere else. */
export function isInTransaction(): boolean {
  const trx = running.getStore();
  return trx !== undefined && !trx.isCompleted();
}

/** PostgreSQL's code for a broken unique constraint. */
export const isUniqueViolation = (error: unknown): boolean => (error as { code?: string } | null)?.code === '23505';
