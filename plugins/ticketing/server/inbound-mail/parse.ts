import path from 'node:path';
import Piscina from 'piscina';
import type { RawMail, ReadMail } from './worker';

/** Megabytes of the thread's heap, milliseconds a mail may take, and how far the thread stands back (as `nice` does). */
const POOL = { heapMb: 256, patienceMs: 20_000, nice: 5 } as const;

export interface MailReader {
  /** What the mail says; null where it cannot be read, or not in its time. */
  read(mail: RawMail): Promise<ReadMail | null>;
  close(): Promise<void>;
}

/** A thread that reads mails, for as long as a run takes. One that a mail has spoilt is replaced. */
export function openReader(): MailReader {
  const pool = new Piscina({
    filename: path.join(__dirname, 'worker.js'),
    minThreads: 0,
    maxThreads: 1,
    concurrentTasksPerWorker: 1,
    niceIncrement: POOL.nice,
    resourceLimits: { maxOldGenerationSizeMb: POOL.heapMb },
  });
  return {
    read: (mail) =>
      (pool.run(mail, { signal: AbortSignal.timeout(POOL.patienceMs) }) as Promise<ReadMail>).catch(() => null),
    close: () => pool.destroy(),
  };
}
