import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { DAY_MS, Refusal } from '../../domain';
import type { EndpointName } from '../../domain/contract';
import { canonical } from '../audit/entries';
import type { Caller } from '../database/caller';
import { lock } from '../database/locks';
import { rowsOf, run, sql } from '../database/sql';
import { connection, type Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';

/**
 * Writes once for one `Idempotency-Key` of one person, and answers with the ticket's number: a second sending is
 * answered with the ticket of the first, and waits for it while it is under way. The same key with another content, or
 * at another endpoint, is a mistake worth telling (`idempotencyKeyReused`). Without a key every sending writes.
 */
export async function once(
  trx: Trx,
  { actor, idempotencyKey: key, now }: Caller,
  endpoint: EndpointName,
  request: object,
  write: () => Promise<string>,
): Promise<string> {
  if (!key) return write();
  const owner = `${actor.kind}:${actor.id}`;
  const fingerprint = createHash('sha256').update(canonical({ endpoint, request })).digest('hex');
  await lock(trx, 'idempotencyKey', `${owner}:${key}`);
  const [kept] = await rowsOf<{ fingerprint: string; ticket_number: string }>(
    trx,
    sql`select fingerprint, ticket_number from idempotency_keys where owner = ${owner} and key = ${key}`,
  );
  if (kept && kept.fingerprint !== fingerprint)
    throw new Refusal('idempotencyKeyReused', { number: kept.ticket_number });
  if (kept) return kept.ticket_number;
  const number = await write();
  await trx('idempotency_keys').insert({ owner, key, fingerprint, ticket_number: number, created_at: new Date(now) });
  return number;
}

/** Keys of this person that begin so: what was written under them already. */
export const keysOf = async (on: Knex, { actor }: Pick<Caller, 'actor'>, beginning: string): Promise<string[]> =>
  (
    await rowsOf<{ key: string }>(
      on,
      sql`select key from idempotency_keys where owner = ${`${actor.kind}:${actor.id}`} and starts_with(key, ${beginning})
        limit 10`,
    )
  ).map(({ key }) => key);

/** Longer than any phone holds a form that it means to send again. */
const KEPT_DAYS = 30;

/** Forgets keys that nobody will send again. */
export const forgetKeys = (desk: Desk, now: number): Promise<void> =>
  run(
    connection(desk.strapi),
    sql`delete from idempotency_keys where created_at < ${new Date(now - KEPT_DAYS * DAY_MS)}`,
  );
