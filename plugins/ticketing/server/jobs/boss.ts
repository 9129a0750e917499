import { setTimeout as sleep } from 'node:timers/promises';
import { types } from 'pg';
import { PgBoss, type JobResult, type JobWithMetadata } from 'pg-boss';
import { BOSS_SCHEMA, type JobOrder } from '../database/queue';
import { LETTERS_QUEUE, type LetterJob } from '../mail/queue';
import { deliver } from '../notifications/deliver';
import { deliverShortMessage } from '../notifications/deliver-short';
import { SHORT_MESSAGES_QUEUE, type ShortMessageJob } from '../short-messages/outbox';
import { deliverMessage } from '../webhooks/deliver';
import { WEBHOOKS_QUEUE, type MessageJob } from '../webhooks/outbox';
import { EVERY_MINUTE, JOBS, type Job } from './jobs';
import { traced } from '../database/tracing';
import { ownConnection } from '../database/own-connection';
import type { Desk } from '../desk/desk';

/**
 * Strapi tells the whole process to leave jsonb as text; the scheduler's own connections read it, else no schedule
 * ever fires.
 */
const JSONB = 3802;
const READS_JSONB: Pick<typeof types, 'getTypeParser'> = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === JSONB ? JSON.parse : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser,
};

const CONNECTIONS = 2;
/** How many letters or messages an instance takes along, and how often it looks for more, in s. */
const CARRYING = {
  includeMetadata: true,
  perJobResults: true,
  batchSize: 10,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 2,
} as const;
/** How often a job of the schedule is looked for, in s: one of each minute soon, all others have time. */
const LOOKING = { eachMinute: 2, others: 5 } as const;
/** How often it looks for jobs whose bearer died, in seconds. */
const MONITOR_SECONDS = 15;
/** How long a stopping cms waits for the job at hand, which ends by itself between two tickets. */
const LAST_WORDS_MS = 5_000;
const RETRY_MS = 10_000;
/** A database that is away makes an error at every poll; one line a minute tells of it. */
const QUIET_MS = 60_000;

/** The last run is of interest for a day; one that fails comes again by its schedule. */
const QUEUE = {
  policy: 'short',
  retryLimit: 0,
  expireInSeconds: 900,
  deleteAfterSeconds: 86_400,
  retentionSeconds: 3_600,
} as const;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));

/** Says a thing, and then not again for a while. */
function sparingly(say: (sentence: string) => void): (sentence: string) => void {
  let spoke = -Infinity;
  return (sentence) => {
    if (performance.now() - spoke < QUIET_MS) return;
    spoke = performance.now();
    say(sentence);
  };
}

/** The scheduler of one instance: of many, PostgreSQL lets one at a time take a job. */
class Scheduler {
  private readonly boss: PgBoss;
  private readonly stopping = new AbortController();
  private readonly started: Promise<void>;

  constructor(private readonly desk: Desk) {
    const pool = { ...ownConnection(desk.strapi, 'ticketing-jobs'), max: CONNECTIONS, types: READS_JSONB };
    this.boss = new PgBoss({
      ...pool,
      schema: BOSS_SCHEMA,
      superviseIntervalSeconds: MONITOR_SECONDS,
      monitorIntervalSeconds: MONITOR_SECONDS,
    });
    const [complain, warn] = [
      sparingly((sentence) => desk.strapi.log.error(sentence)),
      sparingly((sentence) => desk.strapi.log.warn(sentence)),
    ];
    this.boss.on('error', (error) => complain(`the scheduler of background jobs: ${messageOf(error)}`));
    this.boss.on('warning', ({ message }) => warn(`the scheduler of background jobs: ${message}`));
    this.started = this.start();
  }

  private async enlist({ name, schedule, mostSeconds, run }: Job): Promise<void> {
    await this.boss.createQueue(name, { ...QUEUE, ...(mostSeconds && { expireInSeconds: mostSeconds }) });
    const looking = { pollingIntervalSeconds: schedule === EVERY_MINUTE ? LOOKING.eachMinute : LOOKING.others };
    await this.boss.schedule(name, schedule);
    // What became due while nobody ran is not left waiting for the next minute.
    await this.boss.send(name);
    await this.boss.work<JobOrder | null>(name, looking, async ([job]) => {
      const isStopping = (): boolean => this.stopping.signal.aborted || job?.signal.aborted === true;
      const work = () => run(this.desk, isStopping, job?.data?.isAsked === true);
      await traced({ name: `job ${name}`, kind: 'INTERNAL' }, work).catch((error: unknown) => {
        this.desk.strapi.log.error(`the job ${name} failed, will run again by its schedule: ${messageOf(error)}`);
        throw error;
      });
    });
  }

  /**
   * Letters are carried as they fall due; a mail server that takes its time delays letters alone. One after another on
   * each instance, so that one that dies leaves at most one of which nobody knows whether it left.
   */
  private async bearLetters(): Promise<void> {
    await this.boss.work<LetterJob, JobResult, typeof CARRYING>(LETTERS_QUEUE, CARRYING, async (jobs) => {
      const results: JobResult[] = [];
      for (const job of jobs) results.push(await this.bear(job, deliver));
      return results;
    });
  }

  /** Messages to devices and other systems leave side by side, so that one that takes its time delays no other. */
  private async bearMessages(): Promise<void> {
    await this.boss.work<MessageJob, JobResult, typeof CARRYING>(WEBHOOKS_QUEUE, CARRYING, (jobs) =>
      Promise.all(jobs.map((job) => this.bear(job, deliverMessage))),
    );
    await this.boss.work<ShortMessageJob, JobResult, typeof CARRYING>(SHORT_MESSAGES_QUEUE, CARRYING, (jobs) =>
      Promise.all(jobs.map((job) => this.bear(job, deliverShortMessage))),
    );
  }

  private async bear<Data extends object>(
    { id, data, retryCount, retryLimit, signal }: JobWithMetadata<Data>,
    carry: (desk: Desk, data: Data, isLast: boolean, now: number) => Promise<void>,
  ): Promise<JobResult> {
    // Whoever stops, or took too long, carries nothing more: what is left is fetched again.
    if (signal.aborted || this.stopping.signal.aborted) return { id, status: 'failed', output: 'stopped' };
    try {
      await carry(this.desk, data, retryCount >= retryLimit, Date.now());
      return { id, status: 'completed' };
    } catch (error) {
      return { id, status: 'failed', output: messageOf(error) };
    }
  }

  /** Boot does not wait for this, and a database that is away for a moment does not end it. */
  private async start(): Promise<void> {
    const enlisted = new Set<string>();
    const complain = sparingly((sentence) => this.desk.strapi.log.error(sentence));
    while (!this.stopping.signal.aborted) {
      try {
        await this.boss.start();
        for (const job of JOBS.filter(({ name }) => !enlisted.has(name))) {
          await this.enlist(job);
          enlisted.add(job.name);
        }
        await this.bearLetters();
        await this.bearMessages();
        return;
      } catch (error) {
        complain(`background jobs cannot start yet, will be tried again: ${messageOf(error)}`);
        await sleep(RETRY_MS, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined);
      }
    }
  }

  /** Leaves no connection behind. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.started;
    await this.boss
      .stop({ graceful: true, timeout: LAST_WORDS_MS })
      .catch((error: unknown) =>
        this.desk.strapi.log.error(`the scheduler of background jobs did not stop in order: ${messageOf(error)}`),
      );
  }
}

let scheduler: Scheduler | null = null;

/** Starts what happens by itself; answers at once. */
export function startJobs(desk: Desk): void {
  scheduler ??= new Scheduler(desk);
}

export async function stopJobs(): Promise<void> {
  await scheduler?.stop();
  scheduler = null;
}
