import type { Core } from '@strapi/strapi';
import openKnex, { type Knex } from 'knex';
import { Refusal } from '../../domain';
import { inTime } from './in-time';
import { rowsOf, sql } from './sql';
import { watchStatements } from './tracing';
import { connection, isInTransaction } from './transaction';

/** Why a replica that is set is not read. */
export type Idle = 'unreachable' | 'behind' | 'foreign';
export interface ReplicaState {
  /** Bytes of changes it has not taken over yet; null where it cannot be asked. */
  readonly behind: number | null;
  /** Why reports read the primary now; null where they read the replica. */
  readonly idle: Idle | null;
}
interface Look {
  readonly is_ours: boolean;
  readonly is_replica: boolean;
  readonly behind: number;
}
interface Replica {
  readonly on: Knex;
  /** How long a report waits for it to have caught up, ms. */
  readonly most: number;
}

/** How long it may take to answer whether it has caught up; and how long it is left alone after it failed. */
const PATIENCE_MS = 1_000;
const REST_MS: Readonly<Record<Idle, number>> = { unreachable: 10_000, behind: 2_000, foreign: 60_000 };
const FIRST_NAP_MS = 5;
const LONGEST_NAP_MS = 80;
/** As of any report on the primary's own pool. */
const STATEMENT_MS = 120_000;

let opened: Replica | null | undefined;
let resting: { readonly until: number; readonly idle: Idle } | null = null;
const counts = { replica: 0, primary: 0 };

/** How many reports and exports were read from where, since this process began. */
export const readsFrom = (): Readonly<typeof counts> => counts;

function open(strapi: Core.Strapi): Replica | null {
  const config = strapi.plugin('ticketing').config;
  const url = config<string>('replicaUrl');
  if (!url) return null;
  const { ssl } = strapi.config.get('database.connection.connection') as { ssl?: object | false };
  const { max } = strapi.config.get('database.connection.pool') as { max?: number };
  const on = openKnex({
    client: 'pg',
    connection: {
      connectionString: url,
      application_name: 'ticketing-reports',
      connectionTimeoutMillis: PATIENCE_MS,
      statement_timeout: STATEMENT_MS,
      ...(ssl && { ssl }),
    } as Knex.PgConnectionConfig,
    pool: { min: 0, max: max ?? 20 },
    acquireConnectionTimeout: 2 * PATIENCE_MS,
  });
  watchStatements(on);
  return { on, most: config<number>('replicaSeconds') * 1000 };
}
const replicaOf = (strapi: Core.Strapi): Replica | null => (opened ??= open(strapi));

const nap = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Head {
  /** Up to where everything that was committed is written. */
  readonly lsn: string;
  readonly system: string;
  readonly name: string;
}
async function headOf(strapi: Core.Strapi): Promise<Head> {
  const [head] = await rowsOf<Head>(
    connection(strapi),
    sql`select pg_current_wal_flush_lsn()::text as lsn, current_database() as name,
      (select system_identifier::text from pg_control_system()) as system`,
  );
  return head ?? { lsn: '0/0', system: '', name: '' };
}

/** How far a replica is from a place of the primary, if it is one of it and of the same database. */
async function lookAt({ on }: Replica, { lsn, system, name }: Head): Promise<Look> {
  const [look] = await inTime(
    rowsOf<Look>(
      on,
      sql`select pg_is_in_recovery() as is_replica, current_database() = ${name}
          and (select system_identifier::text from pg_control_system()) = ${system} as is_ours,
        greatest(0, pg_wal_lsn_diff(${lsn}::pg_lsn, pg_last_wal_replay_lsn()))::float8 as behind`,
    ),
    PATIENCE_MS,
  );
  return look ?? { is_ours: false, is_replica: false, behind: 0 };
}

function rest(strapi: Core.Strapi, idle: Idle, why: string): null {
  if (resting?.idle !== idle) strapi.log.error(`reports read the primary, not the replica: ${why}`);
  resting = { until: Date.now() + REST_MS[idle], idle };
  return null;
}

/**
 * The replica, once it has everything that was committed before now: a report reads no older numbers there than it would
 * on the primary. Null where there is none, it cannot be asked, or it does not catch up in the time that was set.
 */
async function caughtUp(strapi: Core.Strapi): Promise<Knex | null> {
  const replica = replicaOf(strapi);
  if (!replica || isInTransaction() || (resting && Date.now() < resting.until)) return null;
  const head = await headOf(strapi);
  const until = Date.now() + replica.most;
  try {
    for (let pause = FIRST_NAP_MS; ; pause = Math.min(2 * pause, LONGEST_NAP_MS)) {
      const look = await lookAt(replica, head);
      if (!look.is_ours || !look.is_replica)
        return rest(strapi, 'foreign', 'DATABASE_REPLICA_URL leads to no replica of this database');
      if (look.behind === 0) break;
      if (Date.now() > until) return rest(strapi, 'behind', `it is ${look.behind} bytes of changes behind`);
      await nap(pause);
    }
  } catch (error) {
    return rest(strapi, 'unreachable', error instanceof Error ? error.message : String(error));
  }
  if (resting) strapi.log.info('reports read the replica again');
  resting = null;
  return replica.on;
}

/**
 * Reads where reports are read: on the replica, if one is set and has caught up, else on the primary. What fails on the
 * replica, as when it is stopped or cancels a long statement, is read again on the primary, whole.
 */
export async function reading<T>(strapi: Core.Strapi, work: (on: Knex) => Promise<T>): Promise<T> {
  const replica = await caughtUp(strapi);
  if (replica) {
    try {
      const found = await work(replica);
      counts.replica += 1;
      return found;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      rest(strapi, 'unreachable', error instanceof Error ? error.message : String(error));
    }
  }
  if (opened) counts.primary += 1;
  return work(connection(strapi));
}

/** How it stands with the replica, for whoever keeps the system running; null where none is set. */
export async function readReplica(strapi: Core.Strapi): Promise<ReplicaState | null> {
  const replica = replicaOf(strapi);
  if (!replica) return null;
  const look = await headOf(strapi)
    .then((head) => lookAt(replica, head))
    .catch(() => null);
  const isFine = look !== null && look.is_ours && look.is_replica && look.behind === 0;
  // Nobody may have asked for a report since it came back.
  if (resting && isFine && Date.now() >= resting.until) resting = null;
  return { behind: look?.behind ?? null, idle: resting?.idle ?? (look === null ? 'unreachable' : null) };
}

export async function closeReplica(): Promise<void> {
  const mine = opened;
  opened = undefined;
  resting = null;
  await mine?.on.destroy();
}
