import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Desk } from '../desk/desk';

/** Work on the whole system that the event loop must not wait for. */
export type Errand = 'backup' | 'rehearsal';

/** How often a running errand asks whether it has to end, and what is kept of its last words. */
const LOOK_MS = 1_000;
const WORDS = 2_000;

const running = new Map<Errand, Promise<void>>();

const programOf = ({ strapi }: Desk): string =>
  path.join(strapi.dirs.app.root, '..', 'config', 'run', 'parts', 'nightly.ts');

async function begin(desk: Desk, errand: Errand, isStopping: () => boolean): Promise<void> {
  const child = spawn(process.execPath, [programOf(desk), errand], {
    cwd: path.join(desk.strapi.dirs.app.root, '..'),
    env: process.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-WORDS);
  });
  const watch = setInterval(() => {
    if (isStopping()) child.kill('SIGTERM');
  }, LOOK_MS);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code !== 0) throw new Error(`${errand} ended with ${String(code)}: ${said.trim()}`);
    desk.strapi.log.info(`${errand} done`);
  } finally {
    clearInterval(watch);
  }
}

/**
 * Has it done by a process of its own, once at a time on this instance; several instances are kept apart by PostgreSQL.
 * Resolves when it has ended, throws what it said when it failed. What came of it stands in `backup_runs`.
 */
export function beside(desk: Desk, errand: Errand, isStopping: () => boolean): Promise<void> {
  const known = running.get(errand);
  if (known) return known;
  const mine = begin(desk, errand, isStopping).finally(() => running.delete(errand));
  running.set(errand, mine);
  return mine;
}

export const isRunning = (errand: Errand): boolean => running.has(errand);
