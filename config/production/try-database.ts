import path from 'node:path';
import { withClient } from '../../database/connect.ts';
import { startEmbedded } from '../../database/embedded.ts';
import { randomSecret } from '../secrets.ts';

/**
 * For `try-https.sh`: `try-database.ts FOLDER PORT` runs an embedded PostgreSQL until it is stopped and prints its URL;
 * `try-database.ts ask URL STATEMENT` prints the first value of the answer.
 */
const [first = '', second = '', statement = ''] = process.argv.slice(2);
if (first === 'ask') {
  const value = await withClient(
    second,
    async (client) => (await client.query({ text: statement, rowMode: 'array' })).rows,
  );
  process.stdout.write(`${String(value[0]?.[0] ?? '')}\n`);
} else {
  const { url, stop } = await startEmbedded({
    dataDir: first,
    port: Number(second),
    password: randomSecret(),
    database: 'ticketing',
    log: path.join(first, 'postgres.log'),
    isDurable: false,
    onSpawn: () => undefined,
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)));
  process.stdout.write(`${url}\n`);
}
