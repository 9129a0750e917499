import { Client } from 'pg';
import { adminUrl } from './databases';

/**
 * Waits until no other worker is at this and returns what ends the turn. Two browsers at once wait for each other on two
 * cores until tests lose patience; but one file's servers may boot while another file's browser works. A lock of
 * PostgreSQL's, so that a worker that dies holds nobody up.
 */
export async function takeTurn(at: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: adminUrl(), connectionTimeoutMillis: 10_000 });
  await client.connect();
  await client.query('select pg_advisory_lock(hashtext($1))', [at]);
  return () => client.end();
}
