import type { Client } from 'pg';
import { createDayDigest } from '../../plugins/ticketing/server/audit/chain.mts';
import type { Manifest } from './format.ts';

/** What the audit log comes to as a whole, inside the transaction at hand; null for a database that has none. */
export async function digestOfAudit(client: Client): Promise<Manifest['audit']> {
  const { rows } = await client.query<{ is: boolean }>(`select to_regclass('public.audit_entries') is not null as is`);
  if (!rows[0]?.is) return null;
  const digest = createDayDigest();
  await client.query('declare walk no scroll cursor for select id, hash from public.audit_entries order by id');
  for (;;) {
    const page = await client.query<{ id: number; hash: string }>('fetch 5000 from walk');
    for (const { id, hash } of page.rows) digest.add(id, hash);
    if (page.rows.length === 0) break;
  }
  await client.query('close walk');
  return digest.end();
}
