import type { Core } from '@strapi/strapi';
import { fromKnex, PgBoss } from 'pg-boss';
import type { JobName } from '../../domain';
import { naming } from './sql';
import { connection, type Trx } from './transaction';

/** The scheduler's tables, in a schema Strapi never looks at. */
export const BOSS_SCHEMA = 'pgboss';

/**
 * What leaves the house is tried again after half a minute, doubling up to three hours: about a day in all. What its
 * bearer died with is noticed by its missing heartbeat.
 */
export const FOR_A_DAY = {
  retryLimit: 16,
  retryDelay: 30,
  retryBackoff: true,
  retryDelayMax: 3 * 3600,
  expireInSeconds: 120,
  heartbeatSeconds: 20,
  retentionSeconds: 14 * 86_400,
  deleteAfterSeconds: 86_400,
} as const;

/** What a run of the schedule carries; nothing where its time has come. */
export interface JobOrder {
  /** Somebody asked for it, whether or not its turn has come. */
  readonly isAsked?: boolean;
}

const bosses = new WeakMap<Core.Strapi, PgBoss>();

/**
 * Makes the queues, so that a use case may put something into them from the first request on. They have no connection of
 * their own: they work on ours, or on the transaction at hand.
 */
export async function openQueues(strapi: Core.Strapi, names: readonly string[]): Promise<void> {
  const boss = new PgBoss({
    db: fromKnex(connection(strapi)),
    schema: BOSS_SCHEMA,
    supervise: false,
    schedule: false,
  });
  boss.on('error', (error) => strapi.log.error(`the queues of what leaves: ${error.message}`));
  await boss.start();
  for (const name of names) {
    await boss.createQueue(name, FOR_A_DAY);
    await boss.updateQueue(name, FOR_A_DAY);
  }
  bosses.set(strapi, boss);
}

export async function closeQueues(strapi: Core.Strapi): Promise<void> {
  await bosses.get(strapi)?.stop({ graceful: false });
  bosses.delete(strapi);
}

function openAt(strapi: Core.Strapi): PgBoss {
  const boss = bosses.get(strapi);
  if (!boss) throw new Error('the queues are not open');
  return boss;
}

/** Has a job of the schedule run besides it, once this transaction is committed; one that waits already is enough. */
export async function askForJob(strapi: Core.Strapi, trx: Trx, name: JobName): Promise<void> {
  const order: JobOrder = { isAsked: true };
  await openAt(strapi).send(name, order, { singletonKey: 'asked', db: fromKnex(naming(trx)) });
}

/** Work to be done once this transaction is committed; `inSeconds` from now. Rolled back, there is none. */
export async function putInto(
  strapi: Core.Strapi,
  trx: Trx,
  queue: string,
  work: readonly { readonly data: object; readonly inSeconds: number }[],
): Promise<void> {
  if (work.length === 0) return;
  const jobs = work.map(({ data, inSeconds }) => ({ data, startAfter: String(Math.max(0, Math.ceil(inSeconds))) }));
  await openAt(strapi).insert(queue, jobs, { db: fromKnex(naming(trx)) });
}
