import { createHash, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { readReplica, readsFrom } from '../database/replica';
import { rowsOf, sql } from '../database/sql';
import { isStoreReachable } from './health';

/** The part of knex' pool that we look at (tarn). */
interface Pool {
  numUsed(): number;
  numFree(): number;
  numPendingAcquires(): number;
}
interface Watched {
  readonly client: { readonly pool: Pool };
  on(event: 'query', listener: () => void): unknown;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const registry = new Registry();

const requests = new Histogram({
  name: 'ticketing_http_request_duration_seconds',
  help: 'Time to answer a request, by the pattern of its route',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: SECONDS,
  registers: [registry],
});
const statements = new Counter({
  name: 'ticketing_sql_statements_total',
  help: 'Statements sent through the pool',
  registers: [registry],
});

/** A request that was answered; `route` is a pattern, never an address. */
export const countRequest = (method: string, route: string, status: number, milliseconds: number): void =>
  requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, milliseconds / 1000);

const QUESTION = sql`
  select pg_database_size(current_database())::float8 as bytes,
    (select extract(epoch from now() - max(started_at))::float8 from backup_runs where kind = 'BACKUP' and is_good)
      as backup_age,
    (select extract(epoch from now() - max(started_at))::float8 from backup_runs where kind = 'REHEARSAL' and is_good)
      as rehearsal_age`;
const QUEUES = sql`
  select name, count(*)::int as waiting,
    greatest(0, extract(epoch from now() - min(start_after)))::float8 as oldest
  from pgboss.job where state in ('created', 'retry') and start_after <= now() group by name`;

const OUTBOX = sql`
  select coalesce(sum(1) filter (where state in ('WAITING', 'SENDING')), 0)::int as waiting,
    coalesce(sum(1) filter (where state = 'FAILED'), 0)::int as failed,
    coalesce(greatest(0, extract(epoch from now() - min(due_at) filter (where state in ('WAITING', 'SENDING')))), 0)::float8
      as oldest
  from letters where state in ('WAITING', 'SENDING', 'FAILED')`;

let isWatching = false;

/** Begins to count; once a process. What only PostgreSQL knows is asked when somebody collects. */
export function startMeasuring(strapi: Core.Strapi): void {
  if (isWatching) return;
  isWatching = true;
  collectDefaultMetrics({ register: registry });
  const watched = strapi.db.connection as unknown as Watched;
  const read = async () =>
    (
      await rowsOf<{ bytes: number; backup_age: number | null; rehearsal_age: number | null }>(
        strapi.db.connection,
        QUESTION,
      )
    )[0];
  // Where the scheduler has not made its tables yet nothing waits in them.
  const queues = () =>
    rowsOf<{ name: string; waiting: number; oldest: number }>(strapi.db.connection, QUEUES).catch(() => []);
  watched.on('query', () => statements.inc());
  new Gauge({
    name: 'ticketing_pool_connections',
    help: 'Connections of the pool, and requests waiting for one',
    labelNames: ['state'] as const,
    registers: [registry],
    collect() {
      const { pool } = watched.client;
      this.set({ state: 'used' }, pool.numUsed());
      this.set({ state: 'free' }, pool.numFree());
      this.set({ state: 'waiting' }, pool.numPendingAcquires());
    },
  });
  // Each asks for itself: what one writes while another is read would be told a question late.
  new Gauge({
    name: 'ticketing_database_bytes',
    help: 'Size of the database',
    registers: [registry],
    async collect() {
      this.set((await read())?.bytes ?? 0);
    },
  });
  new Gauge({
    name: 'ticketing_outbox_letters',
    help: 'Letters that have not left: waiting for their turn, or refused for good',
    labelNames: ['state'] as const,
    registers: [registry],
    async collect() {
      const [outbox] = await rowsOf<{ waiting: number; failed: number }>(strapi.db.connection, OUTBOX);
      this.set({ state: 'waiting' }, outbox?.waiting ?? 0);
      this.set({ state: 'failed' }, outbox?.failed ?? 0);
    },
  });
  new Gauge({
    name: 'ticketing_outbox_oldest_seconds',
    help: 'How long the oldest letter has been due',
    registers: [registry],
    async collect() {
      const [outbox] = await rowsOf<{ oldest: number }>(strapi.db.connection, OUTBOX);
      this.set(outbox?.oldest ?? 0);
    },
  });
  if (strapi.plugin('ticketing').config<string>('replicaUrl')) measureReplica(strapi);
  new Gauge({
    name: 'ticketing_storage_up',
    help: 'Whether attachments can be kept and opened: 1 or 0',
    registers: [registry],
    async collect() {
      this.set((await isStoreReachable(strapi)) ? 1 : 0);
    },
  });
  new Gauge({
    name: 'ticketing_backup_age_seconds',
    help: 'Since the last good backup, and the last good trial of one, was begun; absent where there is none',
    labelNames: ['kind'] as const,
    registers: [registry],
    async collect() {
      const row = await read();
      this.reset();
      if (typeof row?.backup_age === 'number') this.set({ kind: 'backup' }, row.backup_age);
      if (typeof row?.rehearsal_age === 'number') this.set({ kind: 'rehearsal' }, row.rehearsal_age);
    },
  });
  new Gauge({
    name: 'ticketing_jobs_waiting',
    help: 'Jobs that are due and not taken yet',
    labelNames: ['queue'] as const,
    registers: [registry],
    async collect() {
      this.reset();
      for (const { name, waiting } of await queues()) this.set({ queue: name }, waiting);
    },
  });
  new Gauge({
    name: 'ticketing_jobs_oldest_seconds',
    help: 'How long the oldest job that is due has been waiting',
    labelNames: ['queue'] as const,
    registers: [registry],
    async collect() {
      this.reset();
      for (const { name, oldest } of await queues()) this.set({ queue: name }, oldest);
    },
  });
}

/** Where a replica is set: whether it is read, how far it is behind, and where reports were read. */
function measureReplica(strapi: Core.Strapi): void {
  new Gauge({
    name: 'ticketing_replica_up',
    help: 'Whether reports are read from the replica: 1 or 0',
    registers: [registry],
    async collect() {
      this.set((await readReplica(strapi))?.idle === null ? 1 : 0);
    },
  });
  new Gauge({
    name: 'ticketing_replica_behind_bytes',
    help: 'Changes that the replica has not taken over yet; absent where it does not answer',
    registers: [registry],
    async collect() {
      const state = await readReplica(strapi);
      this.reset();
      if (state && state.behind !== null) this.set(state.behind);
    },
  });
  new Gauge({
    name: 'ticketing_reports_read_total',
    help: 'Reports and exports since the start, by where they were read',
    labelNames: ['from'] as const,
    registers: [registry],
    collect() {
      for (const [from, count] of Object.entries(readsFrom())) this.set({ from }, count);
    },
  });
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether this is the token that was set for whoever collects; without one set nobody collects. */
export const isCollector = (token: string, given: string): boolean =>
  token !== '' && timingSafeEqual(digest(`Bearer ${token}`), digest(given));
