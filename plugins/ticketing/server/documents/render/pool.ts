import path from 'node:path';
import Piscina from 'piscina';
import { Refusal } from '../../../domain';
import type { DocumentContent } from '../content';

/** Threads, documents that may wait for one, megabytes of one thread's heap, and milliseconds a document may take. */
const POOL = { threads: 2, waiting: 64, heapMb: 512, idleMs: 60_000, patienceMs: 30_000 } as const;

let pool: Piscina<DocumentContent, Uint8Array> | null = null;

const open = (): Piscina<DocumentContent, Uint8Array> =>
  (pool ??= new Piscina<DocumentContent, Uint8Array>({
    filename: path.join(__dirname, 'worker.js'),
    minThreads: 1,
    maxThreads: POOL.threads,
    idleTimeout: POOL.idleMs,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxOldGenerationSizeMb: POOL.heapMb },
  }));

/**
 * A PDF of what is given, made outside the event loop. Refuses with `unavailable` when too many wait, or when one takes
 * longer than half a minute; its thread is then ended and another one started.
 */
export async function render(content: DocumentContent): Promise<Uint8Array> {
  if (open().queueSize >= POOL.waiting) throw new Refusal('unavailable');
  const isOverdue = AbortSignal.timeout(POOL.patienceMs);
  try {
    return await open().run(content, { signal: isOverdue });
  } catch (error) {
    if (isOverdue.aborted) throw new Refusal('unavailable');
    throw error;
  }
}

/** Ends the threads; with the server. */
export async function closePool(): Promise<void> {
  const closing = pool;
  pool = null;
  await closing?.destroy();
}
