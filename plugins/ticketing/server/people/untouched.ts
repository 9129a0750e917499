import type { AccountDoor } from '../../domain';
import type { Caller } from '../database/caller';
import { rowsOf, sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import { UID } from '../database/content-types';
import type { Desk } from '../desk/desk';
import { mailInvitation } from './invite';
import { accountAt, ACCOUNTS, isUntouched } from './rows';

const UNTOUCHED = isUntouched(sql`a.door`, sql`a.id`);

/** Every address of a door, and which of them belong to accounts that nobody has touched since they were made. */
export async function knownAddresses(
  { strapi }: Desk,
  door: AccountDoor,
): Promise<{ readonly here: ReadonlySet<string>; readonly untouched: ReadonlyMap<string, number> }> {
  const rows = await rowsOf<{ id: number; email: string; is_untouched: boolean }>(
    connection(strapi),
    sql`select a.id, lower(a.email) as email, ${UNTOUCHED} as is_untouched from ${ACCOUNTS} a where a.door = ${door}`,
  );
  const secret = (await strapi.db
    .query(door === 'staff' ? UID.staffUser : UID.portalUser)
    .findMany({ where: { password: { $notNull: true } }, select: ['id'] })) as { id: number }[];
  const own = new Set(secret.map(({ id }) => id));
  return {
    here: new Set(rows.map(({ email }) => email)),
    untouched: new Map(
      rows.filter(({ id, is_untouched }) => is_untouched && !own.has(id)).map(({ email, id }) => [email, id]),
    ),
  };
}

/** Invites whoever was made without a letter; answers false where somebody was quicker. */
export const inviteUntouched = (desk: Desk, caller: Caller, door: AccountDoor, id: number): Promise<boolean> =>
  inTransaction(desk.strapi, async (trx) => {
    const [row] = await rowsOf<{ is_untouched: boolean }>(
      trx,
      sql`select ${UNTOUCHED} as is_untouched from ${ACCOUNTS} a where a.door = ${door} and a.id = ${id}`,
    );
    if (!row?.is_untouched) return false;
    await mailInvitation(desk, trx, caller, await accountAt(trx, door, id));
    return true;
  });
