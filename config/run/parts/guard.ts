/**
 * Stays beside the runner and holds one end of a pipe. When the runner is gone without a word (SIGKILL, out of memory),
 * the pipe ends and the guard stops, in order, what the journal says was started.
 */
import { recover } from './journal.ts';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.stdin.resume();
process.stdin.on('end', () => {
  recover(process.argv[2] ?? '').then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
