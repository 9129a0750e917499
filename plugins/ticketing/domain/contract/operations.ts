import { z } from 'zod';
import { JOB_NAMES, type JobName } from '../jobs';
import type { LoadFigures, LoadRates, LoadStep, TablePurpose } from '../load';
import type { SetupState } from '../setup';
import { reply, type Endpoints } from './shapes';

/** How a backup, or a trial of one, ended. Instants are ISO 8601 in UTC, sizes bytes. */
export interface BackupRun {
  readonly at: string;
  readonly isGood: boolean;
  readonly file: string | null;
  readonly bytes: number | null;
  readonly rows: number | null;
  readonly files: number | null;
  /** How many files rows refer to that were not there to be kept. */
  readonly missing: number;
  /** What was said when it failed. */
  readonly why: string | null;
}
/** The last trial: what was restored, in which time, and how many tickets were opened in it. */
export interface Certificate {
  readonly at: string;
  readonly isGood: boolean;
  readonly file: string | null;
  readonly seconds: number | null;
  readonly rows: number | null;
  readonly tickets: number | null;
  readonly why: string | null;
}
/** What happens by itself: its last run of this day, and the next. Instants are ISO 8601 in UTC. */
export interface JobState {
  readonly name: JobName;
  /** In UTC. */
  readonly cron: string;
  readonly isRunning: boolean;
  /** Asked for, and not begun. */
  readonly isWaiting: boolean;
  /** How many of the runs that are remembered failed. */
  readonly failed: number;
  readonly last: {
    readonly at: string;
    /** Seconds from its beginning to its end. */
    readonly seconds: number;
    readonly isGood: boolean;
    /** What was said when it failed. */
    readonly why: string | null;
  } | null;
  readonly nextAt: string | null;
}
/** The system as whoever keeps it running sees it. */
export interface Operations {
  readonly versions: Readonly<Record<'product' | 'node' | 'strapi' | 'postgres', string>>;
  /** cms processes that hold a line to this database now. */
  readonly instances: number;
  readonly startedAt: string;
  readonly database: { readonly bytes: number; readonly connections: number };
  readonly storage: {
    readonly files: number;
    readonly bytes: number;
    readonly freeBytes: number;
    /** Whether attachments lie in a bucket of an S3-compatible store, and whether it answers now. */
    readonly isBucket: boolean;
    readonly isReachable: boolean;
  };
  /** How it stands with the replica that reports are read from; null where none is set. */
  readonly replica: {
    /** Bytes of changes it has not taken over yet; null where it does not answer. */
    readonly behind: number | null;
    /** Why reports read the primary now; null where they read the replica. */
    readonly idle: 'unreachable' | 'behind' | 'foreign' | null;
  } | null;
  readonly jobs: readonly JobState[];
  readonly isDaily: boolean;
  readonly isBackingUp: boolean;
  /** Whether the last good backup is older than it should be, or there is none. */
  readonly isStale: boolean;
  readonly backups: readonly BackupRun[];
  readonly certificate: Certificate | null;
  /** What went wrong here lately, newest first, as it stands in the log of this process. */
  readonly errors: readonly { readonly at: string; readonly message: string }[];
}

/** A table with what it carries: bytes with its indexes, and of a hundred rows read and written its share. */
export interface TableLoad {
  readonly name: string;
  readonly purpose: TablePurpose;
  readonly bytes: number;
  readonly indexes: number;
  readonly rows: number;
  readonly reads: number;
  readonly writes: number;
}
/** What carries how much in PostgreSQL. */
export interface Load {
  /** What steps are judged by: the busiest minute this process has seen. */
  readonly figures: LoadFigures;
  /** The minute before. */
  readonly rates: LoadRates;
  /** Whether minutes have been seen yet; until then all time since PostgreSQL began to count stands for one. */
  readonly isMeasuredByMinute: boolean;
  readonly due: readonly LoadStep[];
  /** The largest, largest first. */
  readonly tables: readonly TableLoad[];
}

/** For administrators: whether it runs, and whether it could be had back. */
export const operations = {
  getOperations: {
    method: 'GET',
    path: '/operations',
    permission: 'settings:manage',
    reply: reply<Operations>(),
  },
  /** What carries how much in PostgreSQL, and from which number on a step is due. */
  getLoad: {
    method: 'GET',
    path: '/operations/load',
    permission: 'settings:manage',
    reply: reply<Load>(),
  },
  /** What a new office does first, and what of it is done. */
  getSetup: {
    method: 'GET',
    path: '/setup',
    permission: 'settings:read',
    reply: reply<SetupState[]>(),
  },
  startBackup: {
    method: 'POST',
    path: '/operations/backups',
    permission: 'settings:manage',
    limit: 6,
    reply: reply<Operations>(),
  },
  /** Has a job run as soon as an instance is free for it, besides its schedule. */
  runJob: {
    method: 'POST',
    path: '/operations/jobs',
    permission: 'settings:manage',
    limit: 20,
    body: z.strictObject({ name: z.enum(JOB_NAMES) }),
    reply: reply<Operations>(),
  },
} as const satisfies Endpoints;
