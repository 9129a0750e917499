import { rowsByKey, rowsOf, run, sql, type Sql } from './sql';
import type { Trx } from './transaction';

/**
 * Every advisory lock by its name. The number is the name space of its key; numbers never change while an older
 * release may
 * run beside this one. Held until the transaction ends.
 */
const SPACES = {
  /** One subject's audit chain; taken in `lock_chain`, `database/sql/020-audit.sql`. */
  chain: 0,
  /** One idempotency key of one person. */
  idempotencyKey: 1,
  /** The sequence of one year's ticket numbers; taken in `next_ticket_number`, `database/sql/010-tickets.sql`. */
  ticketNumbers: 2,
  /** A person's one-time links, a group of settings, an answer to a survey: each key begins with what it is. */
  small: 3,
  /** How tickets hang together. */
  links: 4,
} as const;
type Space = keyof typeof SPACES;

/** Locks without a key: one for the whole system. */
const GLOBAL = {
  /** `database/sql` being run at boot. */
  boot: 20261123,
  /** Days of the audit log being sealed. */
  sealing: 20261124,
  /** Sums of a stretch of days being made anew; taken in `sum_stretch`, `database/sql/088-ticket-sums-kept.sql`. */
  sums: 20261130,
} as const;

const keyOf = (space: Space, key: string): Sql => sql`hashtextextended(${key}, ${SPACES[space]})`;

/** Waits for the lock of this key and holds it alone. */
export const lock = (trx: Trx, space: Space, key: string): Promise<void> =>
  rowsByKey<object>(trx, sql`select pg_advisory_xact_lock(${keyOf(space, key)})`).then(() => undefined);

/** Waits for the lock of this key and holds it beside others who share it. */
export const lockShared = (trx: Trx, space: Space, key: string): Promise<void> =>
  run(trx, sql`select pg_advisory_xact_lock_shared(${keyOf(space, key)})`);

/** Waits for a lock of the whole system. */
export const lockGlobal = (trx: Trx, name: keyof typeof GLOBAL): Promise<void> =>
  run(trx, sql`select pg_advisory_xact_lock(${GLOBAL[name]})`);

/** The same where nobody waits: whether it is ours. */
export async function tryLockGlobal(trx: Trx, name: keyof typeof GLOBAL): Promise<boolean> {
  const [row] = await rowsOf<{ is_ours: boolean }>(
    trx,
    sql`select pg_try_advisory_xact_lock(${GLOBAL[name]}) as is_ours`,
  );
  return row?.is_ours === true;
}
