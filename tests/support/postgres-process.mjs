/**
 * A PostgreSQL of a test's own, as durable as in production, which others may kill: FOLDER PORT PASSWORD. Says which
 * process it is once it answers, and ends with it.
 */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbedded } from '../../database/embedded.ts';

const [dataDir = '', port = '', password = ''] = process.argv.slice(2);
const wish = {
  dataDir,
  port: Number(port),
  password,
  database: 'ticketing',
  log: path.join(dataDir, 'postgres.log'),
  isDurable: true,
  onSpawn: () => undefined,
};
// While the last of those that were killed leave, their memory is still in use.
for (let attempt = 1; ; attempt += 1) {
  try {
    const { child, stop } = await startEmbedded(wish);
    child.once('exit', () => process.exit(0));
    process.once('SIGTERM', () => void stop());
    process.stdout.write(`${child.pid}\n`);
    break;
  } catch (error) {
    if (attempt === 20) throw error;
    await sleep(500);
  }
}
