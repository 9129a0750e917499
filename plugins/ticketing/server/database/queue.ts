import type { Core } from '@strapi/strapi';
import { fromKnex, PgBoss } from 'pg-boss';
import type { JobName } from '../../domain';
import { lending, run, sql, trusted, type Sql } from './sql';
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

/** The scheduler, and the statement by which each queue takes work: what stands before and after what it takes. */
interface Open {
  readonly boss: PgBoss;
  readonly takings: ReadonlyMap<string, readonly [before: Sql, after: Sql]>;
}
const opened = new WeakMap<Core.Strapi, Open>();

/**
 * How the scheduler itself puts work into this queue: its own statement, caught on its way, so that it can be a part of
 * ours. A change that tells somebody something then needs no journey of its own for what leaves.
 */
async function takingOf(boss: PgBoss, name: string): Promise<readonly [Sql, Sql]> {
  let sent = '';
  const catching = {
    executeSql: (text: string) => {
      sent = text;
      return Promise.resolve({ rows: [] });
    },
  };
  await boss.insert(name, [{ data: {} }], { db: catching });
  const [before = '', after, ...more] = sent.split('$1');
  if (after === undefined || more.length > 0 || sent.includes('?'))
    throw new Error(`the scheduler puts work into queues by a statement we do not know: ${sent}`);
  return [trusted(before), trusted(after)];
}

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
  const takings = new Map<string, readonly [Sql, Sql]>();
  for (const name of names) {
    await boss.createQueue(name, FOR_A_DAY);
    await boss.updateQueue(name, FOR_A_DAY);
    takings.set(name, await takingOf(boss, name));
  }
  opened.set(strapi, { boss, takings });
}

export async function closeQueues(strapi: Core.Strapi): Promise<void> {
  await opened.get(strapi)?.boss.stop({ graceful: false });
  opened.delete(strapi);
}

function openAt(strapi: Core.Strapi): Open {
  const open = opened.get(strapi);
  if (!open) throw new Error('the queues are not open');
  return open;
}

/** Has a job of the schedule run besides it, once this transaction is committed; one that waits already is enough. */
export async function askForJob(strapi: Core.Strapi, trx: Trx, name: JobName): Promise<void> {
  const order: JobOrder = { isAsked: true };
  await openAt(strapi).boss.send(name, order, { singletonKey: 'asked', db: lending(trx) });
}

/**
 * The statement that puts work into a queue, also as a part of another one. `work` is a query of `data` (json) and
 * `in_seconds` from now.
 */
export function taking(strapi: Core.Strapi, queue: string, work: Sql): Sql {
  const [before, after] = openAt(strapi).takings.get(queue) ?? [];
  if (!before || !after) throw new Error(`there is no queue ${queue}`);
  return sql`${before}(select coalesce(json_agg(json_build_object('data', data, 'startAfter', greatest(0,
    ceil(in_seconds))::text)), '[]') from (${work}) work)${after}`;
}

/** Work to be done once this transaction is committed; `inSeconds` from now. Rolled back, there is none. */
export async function putInto(
  strapi: Core.Strapi,
  trx: Trx,
  queue: string,
  work: readonly { readonly data: object; readonly inSeconds: number }[],
): Promise<void> {
  if (work.length === 0) return;
  const given = sql`select w.data, w."inSeconds" as in_seconds from json_to_recordset(${JSON.stringify(work)}::json) as
    w(data json, "inSeconds" float8)`;
  await run(trx, taking(strapi, queue, given));
}
