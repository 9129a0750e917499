import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

type Container = (trx: Knex.Transaction) => unknown;
type Begin = (container: Container, ...rest: readonly unknown[]) => Promise<unknown>;
interface Answer {
  readonly response?: { readonly command?: string };
}

/** What Strapi's connection begins every transaction through. */
const clientOf = (strapi: Core.Strapi) => strapi.db.connection.client as { transaction: Begin };

/**
 * Knex's `commit` resolves whatever became of it: when the connection dies under the COMMIT, and when PostgreSQL answers
 * it with ROLLBACK because a statement had failed. Here it resolves only when the transaction was committed.
 */
function withTrueCommit(trx: Knex.Transaction): Knex.Transaction {
  const commit = trx.commit as (value?: unknown) => Promise<Answer | undefined>;
  trx.commit = (async (value?: unknown) => {
    const answer = await commit(value);
    await trx.executionPromise;
    if (answer?.response?.command === 'ROLLBACK')
      throw new Error('the transaction was rolled back: a statement in it had failed');
    return answer;
  }) as Knex.Transaction['commit'];
  return trx;
}

/** From here on nothing is said to be written that is not: of no transaction, ours or Strapi's. */
export function demandCommits(strapi: Core.Strapi): void {
  const client = clientOf(strapi);
  const begin = client.transaction.bind(client);
  client.transaction = (container, ...rest) => begin((trx) => container(withTrueCommit(trx)), ...rest);
}
