import { createHash, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { HOUR_MS, LINKS, Refusal, type LinkPurpose } from '../../domain';
import { type Trx } from '../database/transaction';
import { rowsOf, sql, trusted, type Sql } from '../database/sql';
import { lock } from '../database/locks';

export interface LinkRow {
  readonly user_id: number;
  readonly purpose: LinkPurpose;
  readonly email: string;
  readonly expires_at: Date;
}
interface Wish {
  readonly user: number;
  readonly purpose: LinkPurpose;
  readonly email: string;
}

const digestOf = (code: string): string => createHash('sha256').update(code).digest('hex');

/**
 * A new one-time code and until when it works (epoch ms); null when this account has been sent as many as it may
 * within the hour.
 */
export async function makeLink(
  trx: Trx,
  { user, purpose, email }: Wish,
  now: number,
): Promise<{ readonly code: string; readonly until: number } | null> {
  const { life, most } = LINKS[purpose];
  await lock(trx, 'small', `links:${user}`);
  const [row] = await rowsOf<{ count: number }>(
    trx,
    sql`select count(*)::int as count from account_links where user_id = ${user} and purpose = ${purpose} and
      created_at > ${new Date(now - HOUR_MS)}`,
  );
  if ((row?.count ?? 0) >= most) return null;
  const code = randomBytes(32).toString('base64url');
  await trx('account_links').insert({
    digest: digestOf(code),
    user_id: user,
    purpose,
    email,
    created_at: new Date(now),
    expires_at: new Date(now + life),
  });
  return { code, until: now + life };
}

/**
 * What a code is good for now; refuses with `linkSpent` when it is used, expired, unknown, or its account is blocked.
 */
export async function readLink(
  on: Knex,
  code: string,
  purposes: readonly LinkPurpose[],
  now: number,
  lockRow: Sql = trusted(''),
): Promise<LinkRow> {
  const [row] = await rowsOf<LinkRow>(
    on,
    sql`
    select l.user_id, l.purpose, l.email, l.expires_at from account_links l join desk_accounts() u on u.id = l.user_id
    where l.digest = ${digestOf(code)} and l.used_at is null and l.expires_at > ${new Date(now)} and not u.blocked
      ${lockRow}`,
  );
  if (!row || !purposes.includes(row.purpose)) throw new Refusal('linkSpent');
  return row;
}

/** The same, and spends it: of two who hold the same code the second is refused. */
export async function spendLink(
  trx: Trx,
  code: string,
  purposes: readonly LinkPurpose[],
  now: number,
): Promise<LinkRow> {
  const link = await readLink(trx, code, purposes, now, sql`for update of l`);
  await trx('account_links')
    .where({ digest: digestOf(code) })
    .update({ used_at: new Date(now) });
  return link;
}

/** Takes back what was mailed but not used. */
export const voidLinks = async (
  trx: Trx,
  user: number,
  purposes: readonly LinkPurpose[],
  now: number,
): Promise<void> => {
  await trx('account_links')
    .where({ user_id: user })
    .whereIn('purpose', purposes)
    .whereNull('used_at')
    .update({ used_at: new Date(now) });
};
