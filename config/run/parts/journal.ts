import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, me } from './alive.mjs';
import { stopAll, type Stoppable } from './stop.ts';

interface Identity {
  readonly pid: number;
  readonly birth: string | null;
}
/**
 * Who runs, who guards it, and what it started. Read by the guard and by the next start, when the runner was killed.
 */
export interface Journal {
  readonly runner: Identity;
  readonly guard: Identity | null;
  readonly children: readonly Stoppable[];
}

export function readJournal(file: string): Journal | null {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Journal;
  } catch {
    return null;
  }
}

export function writeJournal(file: string, guard: Identity | null, children: readonly Stoppable[]): void {
  const aside = `${file}.${process.pid}`;
  fs.writeFileSync(aside, JSON.stringify({ runner: me(), guard, children } satisfies Journal), { mode: 0o600 });
  fs.renameSync(aside, file);
}

/** Stops what a dead runner left behind, and forgets it. */
export async function recover(file: string): Promise<void> {
  const journal = readJournal(file);
  if (!journal || isAlive(journal.runner)) return;
  await stopAll(journal.children);
  fs.rmSync(file, { force: true });
}

/**
 * Waits for, or does, the tidying after an earlier run in the same folder.
 * Returns the number of the process when that run is still alive.
 */
export async function afterEarlierRun(
  file: string,
  onRecovery: (work: () => Promise<void>) => Promise<void>,
): Promise<number | null> {
  const journal = readJournal(file);
  if (!journal) return null;
  if (isAlive(journal.runner)) return journal.runner.pid;
  const left = journal.children.filter(isAlive);
  if (left.length > 0 || (journal.guard && isAlive(journal.guard))) {
    await onRecovery(async () => {
      // The guard is at it already; should it hang, we do it ourselves.
      for (const until = Date.now() + 45_000; journal.guard && isAlive(journal.guard) && Date.now() < until;)
        await sleep(100);
      await recover(file);
    });
  }
  fs.rmSync(file, { force: true });
  return null;
}
