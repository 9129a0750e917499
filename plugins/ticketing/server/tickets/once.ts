import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { DAY_MS, Refusal } from '../../domain';
import type { EndpointName } from '../../domain/contract';
import { canonical } from '../audit/entries';
import type { Caller } from '../database/caller';
import { lock } from '../database/locks';
import { rowOf, rowsByKey, rowsOf, run, sql, type Sql } from '../database/sql';
import { connection, isUniqueViolation, type Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';

/** One sending under an `Idempotency-Key` of one person: the same key with the same content gives the same ticket. */
export interface Sending {
  readonly owner: string;
  readonly key: string;
  readonly fingerprint: string;
}

const ownerOf = ({ actor }: Pick<Caller, 'actor'>): string => `${actor.kind}:${actor.id}`;

/** Null without a key: every such sending writes. */
export const sendingOf = (caller: Caller, endpoint: EndpointName, request: object): Sending | null =>
  caller.idempotencyKey === null
    ? null
    : {
        owner: ownerOf(caller),
        key: caller.idempotencyKey,
        fingerprint: createHash('sha256').update(canonical({ endpoint, request })).digest('hex'),
      };

/**
 * The number of the ticket that was written under this key; null where none was yet. The same key with another content,
 * or at another endpoint, is a mistake worth telling (`idempotencyKeyReused`).
 */
export async function writtenUnder(on: Knex, { owner, key, fingerprint }: Sending): Promise<string | null> {
  const [kept] = await rowsByKey<{ fingerprint: string; ticket_number: string }>(
    on,
    sql`select fingerprint, ticket_number from idempotency_keys where owner = ${owner} and key = ${key}`,
  );
  if (kept && kept.fingerprint !== fingerprint)
    throw new Refusal('idempotencyKeyReused', { number: kept.ticket_number });
  return kept?.ticket_number ?? null;
}

/** The statement that keeps the key. Of two at once the later waits for the earlier, and breaks on it. */
export const keeping = ({ owner, key, fingerprint }: Sending, number: string, now: number): Sql =>
  sql`insert into idempotency_keys ${rowOf({ owner, key, fingerprint, ticket_number: number, created_at: new Date(now) })}`;

/** Whether it broke because its key is kept already. */
export const isKeptAlready = (error: unknown): boolean =>
  isUniqueViolation(error) && (error as { constraint?: string }).constraint === 'idempotency_keys_pkey';

/**
 * Writes once for one key, and answers with the ticket's number: a second sending is answered with the ticket of the
 * first, and waits for it while it is under way.
 */
export async function once(
  trx: Trx,
  caller: Caller,
  endpoint: EndpointName,
  request: object,
  write: () => Promise<string>,
): Promise<string> {
  const sending = sendingOf(caller, endpoint, request);
  if (!sending) return write();
  await lock(trx, 'idempotencyKey', `${sending.owner}:${sending.key}`);
  const kept = await writtenUnder(trx, sending);
  if (kept !== null) return kept;
  const number = await write();
  const [ours] = await rowsByKey(
    trx,
    sql`${keeping(sending, number, caller.now)} on conflict do nothing returning key`,
  );
  if (ours) return number;
  // A filing holds no lock, and has kept the key meanwhile: the same mistake, told in the same words.
  await writtenUnder(trx, sending);
  throw new Error(`the key ${sending.key} is kept, and is not`);
}

/** Keys of this person that begin so: what was written under them already. */
export const keysOf = async (on: Knex, caller: Pick<Caller, 'actor'>, beginning: string): Promise<string[]> =>
  (
    await rowsOf<{ key: string }>(
      on,
      sql`select key from idempotency_keys where owner = ${ownerOf(caller)} and starts_with(key, ${beginning})
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
