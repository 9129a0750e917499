import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './alive.mjs';

/** A process of ours and how it is stopped: each signal with the milliseconds it is given. Lower ranks stop first. */
export interface Stoppable {
  readonly name: string;
  readonly pid: number;
  readonly birth: string | null;
  readonly rank: number;
  readonly signals: readonly (readonly [NodeJS.Signals, number])[];
  /** Whether its whole process group is meant (builders and servers fork; PostgreSQL looks after its own). */
  readonly isGroup: boolean;
}

export const SOON: Stoppable['signals'] = [
  ['SIGTERM', 3_000],
  ['SIGKILL', 2_000],
];
export const GENTLY: Stoppable['signals'] = [
  ['SIGTERM', 12_000],
  ['SIGKILL', 2_000],
];
/** Fast shutdown, then immediate shutdown, then what leaves recovery to the next start. */
export const POSTGRES: Stoppable['signals'] = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 2_000],
];

/** Stops processes rank by rank: what depends on the database is gone before the database goes. */
export async function stopAll(processes: readonly Stoppable[], isForced = false): Promise<void> {
  const ranks = [...new Set(processes.map(({ rank }) => rank))].sort((a, b) => a - b);
  for (const rank of ranks) {
    await Promise.all(processes.filter((process) => process.rank === rank).map((process) => stop(process, isForced)));
  }
}

async function stop(target: Stoppable, isForced: boolean): Promise<void> {
  // A forced PostgreSQL still gets its immediate shutdown: it takes milliseconds and frees its shared memory.
  const signals = isForced
    ? target.signals.slice(target.signals === POSTGRES || !target.isGroup ? -2 : -1)
    : target.signals;
  for (const [signal, patience] of signals) {
    if (!isAlive(target)) break;
    send(target, signal);
    for (const until = Date.now() + patience; isAlive(target) && Date.now() < until;) await sleep(40);
  }
  // The leader is gone; what it forked may linger.
  if (target.isGroup) send(target, 'SIGKILL');
}

function send({ pid, isGroup }: Stoppable, signal: NodeJS.Signals): void {
  try {
    process.kill(isGroup ? -pid : pid, signal);
  } catch {
    // Gone meanwhile, which is what was wanted.
  }
}
