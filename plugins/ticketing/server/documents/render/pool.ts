import path from 'node:path';
import Piscina from 'piscina';
import { Refusal } from '../../../domain';
import type { CheckedReport } from '../../../domain/contract';
import type { DocumentContent } from '../content';
import type { Signed, SigningWork } from '../signing/worker';

/**
 * Threads, documents that may wait for one, megabytes of one thread's heap, milliseconds a document may take, and how far
 * the threads stand back (as `nice` does) for the one that answers everybody else.
 */
const POOL = { threads: 2, waiting: 64, heapMb: 512, idleMs: 60_000, patienceMs: 30_000, nice: 5 } as const;

let pool: Piscina | null = null;

const open = (): Piscina =>
  (pool ??= new Piscina({
    filename: path.join(__dirname, 'worker.js'),
    minThreads: 1,
    maxThreads: POOL.threads,
    idleTimeout: POOL.idleMs,
    concurrentTasksPerWorker: 1,
    niceIncrement: POOL.nice,
    resourceLimits: { maxOldGenerationSizeMb: POOL.heapMb },
  }));

/**
 * Work done outside the event loop. Refuses with `unavailable` when too many wait, or when one takes longer than half a
 * minute; its thread is then ended and another one started.
 */
async function inThread(work: object, at: { readonly filename?: string } = {}): Promise<unknown> {
  if (open().queueSize >= POOL.waiting) throw new Refusal('unavailable');
  const isOverdue = AbortSignal.timeout(POOL.patienceMs);
  try {
    return await open().run(work, { signal: isOverdue, ...at });
  } catch (error) {
    if (isOverdue.aborted) throw new Refusal('unavailable');
    throw error;
  }
}

/** A PDF of what is given. */
export const render = (content: DocumentContent): Promise<Uint8Array> => inThread(content) as Promise<Uint8Array>;

/** A PDF with its signature. */
export const signInThread = (work: SigningWork): Promise<Signed> =>
  inThread(work, { filename: path.join(__dirname, '../signing/worker.js') }) as Promise<Signed>;

/** The report that travels inside the PDF at this place, added up again; null where there is none. */
export const addUpInThread = (place: string): Promise<CheckedReport | null> =>
  inThread({ place }, { filename: path.join(__dirname, '../attached.js') }) as Promise<CheckedReport | null>;

/** Ends the threads; with the server. */
export async function closePool(): Promise<void> {
  const closing = pool;
  pool = null;
  await closing?.destroy();
}
