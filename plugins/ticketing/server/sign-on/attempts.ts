import { createHash, randomBytes } from 'node:crypto';
import { MINUTE_MS, Refusal, SIGN_ON_LIMITS, type SignOnDoor } from '../../domain';
import { rowsOf, run, sql } from '../database/sql';
import { connection, type Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';

/** Rows of those who never came back that one start clears away. */
const SWEPT = 100;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/**
 * What belongs to one attempt, all of it out of the one secret that its browser holds: neither our database nor the
 * address of the way back is enough to end it.
 */
export const secretsOf = (ticket: string) => ({
  state: digestOf(`state:${ticket}`),
  nonce: digestOf(`nonce:${ticket}`),
  verifier: digestOf(`verifier:${ticket}`),
});

/** Begins an attempt at one door; `now` in epoch ms. */
export async function beginAttempt({ strapi }: Desk, door: SignOnDoor, now: number): Promise<string> {
  const ticket = randomBytes(32).toString('base64url');
  const on = connection(strapi);
  await run(
    on,
    sql`insert into sign_on_attempts (digest, door, expires_at) values (${digestOf(ticket)}, ${door},
      ${new Date(now + SIGN_ON_LIMITS.minutes * MINUTE_MS)})`,
  );
  await run(
    on,
    sql`delete from sign_on_attempts where ctid = any(array(select ctid from sign_on_attempts where expires_at <
      ${new Date(now)} limit ${SWEPT} for update skip locked))`,
  );
  return ticket;
}

/** Spends a ticket, whatever comes of it. Of two who bring the same one the second is refused. */
export async function spendAttempt(trx: Trx, door: SignOnDoor, ticket: string, now: number): Promise<void> {
  const [row] = await rowsOf<{ is_good: boolean }>(
    trx,
    sql`delete from sign_on_attempts where digest = ${digestOf(ticket)} and door = ${door}
      returning expires_at > ${new Date(now)} as is_good`,
  );
  if (!row?.is_good) throw new Refusal('signOnSpent');
}
