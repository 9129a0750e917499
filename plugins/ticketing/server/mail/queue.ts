import type { Core } from '@strapi/strapi';
import { fromKnex, PgBoss } from 'pg-boss';
import { naming } from '../database/sql';
import { connection, type Trx } from '../database/transaction';

/** The scheduler's tables, in a schema Strapi never looks at. */
export const BOSS_SCHEMA = 'pgboss';
export const LETTERS_QUEUE = 'letters';

/**
 * Tried again after half a minute, doubling up to three hours: about a day in all. A letter whose bearer died is noticed
 * by its missing heartbeat.
 */
export const LETTERS_QUEUE_OPTIONS = {
  retryLimit: 16,
  retryDelay: 30,
  retryBackoff: true,
  retryDelayMax: 3 * 3600,
  expireInSeconds: 120,
  heartbeatSeconds: 20,
  retentionSeconds: 14 * 86_400,
  deleteAfterSeconds: 86_400,
} as const;

/** What a job of the queue carries. */
export interface LetterJob {
  readonly letter: number;
}

const bosses = new WeakMap<Core.Strapi, PgBoss>();

/**
 * Makes the queue, so that a use case may put a letter into it from the first request on. It has no connection of its
 * own: it works on ours, or on the transaction at hand.
 */
export async function openQueue(strapi: Core.Strapi): Promise<void> {
  const boss = new PgBoss({
    db: fromKnex(connection(strapi)),
    schema: BOSS_SCHEMA,
    supervise: false,
    schedule: false,
  });
  boss.on('error', (error) => strapi.log.error(`the queue of letters: ${error.message}`));
  await boss.start();
  await boss.createQueue(LETTERS_QUEUE, LETTERS_QUEUE_OPTIONS);
  await boss.updateQueue(LETTERS_QUEUE, LETTERS_QUEUE_OPTIONS);
  bosses.set(strapi, boss);
}

export async function closeQueue(strapi: Core.Strapi): Promise<void> {
  await bosses.get(strapi)?.stop({ graceful: false });
  bosses.delete(strapi);
}

/** Letters to be carried once this transaction is committed; `inSeconds` from now. Rolled back, there is none. */
export async function enqueue(
  strapi: Core.Strapi,
  trx: Trx,
  letters: readonly { readonly id: number; readonly inSeconds: number }[],
): Promise<void> {
  if (letters.length === 0) return;
  const boss = bosses.get(strapi);
  if (!boss) throw new Error('the queue of letters is not open');
  const jobs = letters.map(({ id, inSeconds }) => ({
    data: { letter: id } satisfies LetterJob,
    startAfter: String(Math.max(0, Math.ceil(inSeconds))),
  }));
  await boss.insert(LETTERS_QUEUE, jobs, { db: fromKnex(naming(trx)) });
}
