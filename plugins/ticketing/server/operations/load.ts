import type { Core } from '@strapi/strapi';
import { busiest, purposeOf, ratesBetween, stepsDue, type LoadRates, type LoadSample } from '../../domain';
import type { Load, TableLoad } from '../../domain/contract';
import { rowsOf, sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';

/** How often PostgreSQL's figures are looked at: a minute is what is called busy or not. */
const EVERY_MS = 60_000;
const MOST_TABLES = 12;

let last: LoadSample | null = null;
let minute: LoadRates | null = null;
let most: LoadRates | null = null;

const SAMPLE = sql`
  select extract(epoch from clock_timestamp())::float8 * 1000 as at, active_time::float8 as active,
    blks_hit::float8 as hit, blks_read::float8 as read, xact_commit::float8 as commits,
    (select wal_bytes::float8 from pg_stat_wal) as wal
  from pg_stat_database where datname = current_database()`;
const FACTS = sql`
  select pg_database_size(current_database())::float8 as database,
    (select count(*)::float8 from pg_stat_activity where backend_type = 'client backend') as connections,
    current_setting('max_connections')::float8 as most_connections,
    (select extract(epoch from coalesce(stats_reset, pg_postmaster_start_time()))::float8 * 1000
      from pg_stat_database where datname = current_database()) as since`;
const TABLES = sql`
  select case when schemaname = 'public' then relname else schemaname || '.' || relname end as name,
    pg_total_relation_size(relid)::float8 as bytes, pg_indexes_size(relid)::float8 as indexes,
    n_live_tup::float8 as rows, (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::float8 as reads,
    (n_tup_ins + n_tup_upd + n_tup_del)::float8 as writes
  from pg_stat_user_tables order by pg_total_relation_size(relid) desc`;

async function sample(strapi: Core.Strapi): Promise<LoadSample | null> {
  const [row] = await rowsOf<LoadSample>(connection(strapi), SAMPLE);
  return row ?? null;
}

/** Looks once a minute, so that a busy morning is remembered; answers how to stop. A minute that is missed is missed. */
export function startSampling(strapi: Core.Strapi): () => Promise<void> {
  const look = async (): Promise<void> => {
    const now = await sample(strapi);
    minute = now && last ? ratesBetween(last, now) : null;
    most = minute && most ? busiest(most, minute) : (minute ?? most);
    last = now;
  };
  const timer = setInterval(() => void look().catch(() => undefined), EVERY_MS).unref();
  return () => {
    clearInterval(timer);
    [last, minute, most] = [null, null, null];
    return Promise.resolve();
  };
}

const NONE: LoadSample = { at: 0, active: 0, hit: 0, read: 0, commits: 0, wal: 0 };

/** What carries how much in PostgreSQL, and which step is due by it. */
export async function readLoad(desk: Desk): Promise<Load> {
  const on = connection(desk.strapi);
  const [facts] = await rowsOf<{ database: number; connections: number; most_connections: number; since: number }>(
    on,
    FACTS,
  );
  const tables = await rowsOf<Omit<TableLoad, 'purpose'>>(on, TABLES);
  const now = (await sample(desk.strapi)) ?? NONE;
  // Before two minutes have been seen, all the time since PostgreSQL began to count.
  const overall = ratesBetween({ ...NONE, at: facts?.since ?? 0 }, now);
  const rates = minute ?? overall ?? { sessions: 0, misses: 0, commitsPerSecond: 0, walPerSecond: 0 };
  const peak = most ?? rates;
  const { sessions, misses, walPerSecond } = peak;
  const figures = {
    sessions,
    misses,
    walPerSecond,
    connections: (100 * (facts?.connections ?? 0)) / Math.max(1, facts?.most_connections ?? 1),
    largestTable: tables[0]?.bytes ?? 0,
    database: facts?.database ?? 0,
  };
  const sum = (of: 'reads' | 'writes'): number =>
    Math.max(
      1,
      tables.reduce((all, each) => all + each[of], 0),
    );
  const [reads, writes] = [sum('reads'), sum('writes')];
  return {
    figures,
    rates,
    isMeasuredByMinute: most !== null,
    due: [...stepsDue(figures)],
    tables: tables.slice(0, MOST_TABLES).map((table) => ({
      ...table,
      purpose: purposeOf(table.name),
      reads: (100 * table.reads) / reads,
      writes: (100 * table.writes) / writes,
    })),
  };
}
