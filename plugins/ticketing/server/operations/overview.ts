import fs from 'node:fs/promises';
import { STALE_MS } from '../../domain';
import type { BackupRun, Certificate, Operations, Parsed } from '../../domain/contract';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { askForJob } from '../database/queue';
import { readRelease } from '../database/release';
import { readReplica } from '../database/replica';
import { rowsOf, sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { beside, isRunning } from './beside';
import { latestErrors } from './errors';
import { isStoreReachable } from './health';
import { readJobs } from './jobs';

const SHOWN = 10;
const startedAt = new Date().toISOString();

interface Detail {
  readonly bytes?: number;
  readonly rows?: number;
  readonly files?: number;
  readonly missing?: readonly string[] | number;
  readonly seconds?: number;
  readonly tickets?: number;
  readonly why?: string;
}
interface RunRow {
  readonly kind: 'BACKUP' | 'REHEARSAL';
  readonly is_good: boolean;
  readonly at: string;
  readonly file: string | null;
  readonly detail: Detail;
}

const lengthOf = (missing: Detail['missing']): number =>
  typeof missing === 'number' ? missing : (missing?.length ?? 0);
const toRun = ({ is_good: isGood, at, file, detail }: RunRow): BackupRun => ({
  at: new Date(at).toISOString(),
  isGood,
  file,
  bytes: detail.bytes ?? null,
  rows: detail.rows ?? null,
  files: detail.files ?? null,
  missing: lengthOf(detail.missing),
  why: detail.why ?? null,
});
const toCertificate = ({ is_good: isGood, at, file, detail }: RunRow): Certificate => ({
  at: new Date(at).toISOString(),
  isGood,
  file,
  seconds: detail.seconds ?? null,
  rows: detail.rows ?? null,
  tickets: detail.tickets ?? null,
  why: detail.why ?? null,
});

const RUNS = sql`
  select kind, is_good, started_at::text as at, file, detail::json as detail from (
    select *, row_number() over (partition by kind order by id desc) as place from backup_runs) runs
  where place <= ${SHOWN} order by id desc`;
const FACTS = sql`
  select pg_database_size(current_database())::float8 as bytes, current_setting('server_version') as postgres,
    (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
    (select count(distinct (client_addr, application_name, pid))::int from pg_stat_activity
      where datname = current_database() and application_name = 'ticketing-live') as instances,
    (select count(*)::int from attachments where deleted_at is null) as files,
    (select coalesce(sum(size), 0)::float8 from attachments where deleted_at is null) as file_bytes`;

/** Everything that tells whether this system runs, and whether it could be had back. */
export async function readOperations(desk: Desk, now: number): Promise<Operations> {
  const on = connection(desk.strapi);
  const [facts] = await rowsOf<{
    bytes: number;
    postgres: string;
    connections: number;
    instances: number;
    files: number;
    file_bytes: number;
  }>(on, FACTS);
  const runs = await rowsOf<RunRow>(on, RUNS);
  const disk = await fs.statfs(desk.strapi.plugin('ticketing').config<string>('dataDir'));
  const backups = runs.filter(({ kind }) => kind === 'BACKUP').map(toRun);
  const lastGood = backups.find(({ isGood }) => isGood);
  const trial = runs.find(({ kind }) => kind === 'REHEARSAL');
  return {
    versions: {
      product: await readRelease(desk.strapi),
      node: process.versions.node,
      strapi: desk.strapi.config.get('info.strapi', ''),
      postgres: facts?.postgres ?? '',
    },
    instances: facts?.instances ?? 0,
    startedAt,
    database: { bytes: facts?.bytes ?? 0, connections: facts?.connections ?? 0 },
    storage: {
      files: facts?.files ?? 0,
      bytes: facts?.file_bytes ?? 0,
      freeBytes: disk.bavail * disk.bsize,
      isBucket: desk.strapi.plugin('ticketing').config<object | null>('bucket') !== null,
      isReachable: await isStoreReachable(desk.strapi),
    },
    replica: await readReplica(desk.strapi),
    jobs: await readJobs(desk, now),
    isDaily: desk.strapi.plugin('ticketing').config<boolean>('backupDaily'),
    isBackingUp: isRunning('backup'),
    isStale: !lastGood || now - Date.parse(lastGood.at) > STALE_MS,
    backups,
    certificate: trial ? toCertificate(trial) : null,
    errors: latestErrors(),
  };
}

/** Begins a backup that nobody waits for; who asked for it is written down first. */
export async function startBackup(desk: Desk, caller: Caller): Promise<Operations> {
  await inTransaction(desk.strapi, (trx) =>
    record(trx, caller, {
      subjectType: 'setting',
      subjectId: 'ticketing.backup',
      event: 'backup',
      payload: { label: 'ticketing.backup' },
    }),
  );
  beside(desk, 'backup', () => false).catch((error: unknown) =>
    desk.strapi.log.error(`a backup failed: ${error instanceof Error ? error.message : String(error)}`),
  );
  return readOperations(desk, caller.now);
}

/** Has a job run besides its schedule; who asked for it is written down. */
export async function runJob(desk: Desk, caller: Caller, { name }: Parsed<'runJob'>): Promise<Operations> {
  await inTransaction(desk.strapi, async (trx) => {
    await askForJob(desk.strapi, trx, name);
    await record(trx, caller, {
      subjectType: 'setting',
      subjectId: `ticketing.job.${name}`,
      event: 'runJob',
      payload: { label: `ticketing.job.${name}` },
    });
  });
  return readOperations(desk, caller.now);
}
