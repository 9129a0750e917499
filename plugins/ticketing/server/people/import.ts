import { areSound, readAccounts, Refusal, type AccountDoor } from '../../domain';
import type { AccountImport, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { rowsOf, sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import { openUnits } from '../desk/catalogue';
import type { Desk } from '../desk/desk';
import { mailInvitation } from './invite';
import { accountAt, ACCOUNTS } from './rows';
import { makeAccount } from './write';

/** Tries a list of accounts of both doors, or makes all of it and mails every owner: whole, or not at all. */
export async function importAccounts(
  desk: Desk,
  caller: Caller,
  { csv, isTrial }: Parsed<'importAccounts'>,
): Promise<AccountImport> {
  const master = await desk.masterData();
  const ground = { units: openUnits(master, caller.now), teams: master.catalog.teams };
  return inTransaction(desk.strapi, async (trx) => {
    const known = await rowsOf<{ door: AccountDoor; email: string }>(
      connection(desk.strapi),
      sql`select door, lower(email) as email from ${ACCOUNTS} a`,
    );
    const keys = new Set(known.map(({ door, email }) => `${door} ${email}`));
    const lines = readAccounts(csv, ground, (door, email) => keys.has(`${door} ${email}`));
    if (isTrial) return { lines, added: 0 };
    if (!areSound(lines)) throw new Refusal('invalid', { issues: [{ field: 'csv', code: 'wrongFormat' }] });
    const fresh = lines.filter(({ fault }) => fault === null);
    for (const { door, fullName, email, roles, skpd, teams, position, phone } of fresh) {
      const id = await makeAccount(desk, door, {
        fullName,
        email,
        roles: [...roles],
        skpd: skpd?.code ?? null,
        teams: teams.map(({ code }) => code),
        position: position || null,
        phone: phone || null,
      });
      await mailInvitation(desk, trx, caller, await accountAt(trx, door, id));
    }
    return { lines, added: fresh.length };
  });
}
