import { areSound, readAccounts, Refusal } from '../../domain';
import type { AccountImport, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { rowsOf, sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import { openUnits } from '../desk/catalogue';
import type { Desk } from '../desk/desk';
import { mailInvitation } from './invite';
import { accountAt } from './rows';
import { makeAccount } from './write';

/** Tries a list of portal accounts, or makes all of it and mails every owner: whole, or not at all. */
export async function importAccounts(
  desk: Desk,
  caller: Caller,
  { csv, isTrial }: Parsed<'importAccounts'>,
): Promise<AccountImport> {
  const units = openUnits(await desk.masterData(), caller.now);
  return inTransaction(desk.strapi, async (trx) => {
    const known = await rowsOf<{ email: string }>(
      connection(desk.strapi),
      sql`select lower(email) as email from desk_accounts()`,
    );
    const emails = new Set(known.map(({ email }) => email));
    const lines = readAccounts(csv, units, (email) => emails.has(email));
    if (isTrial) return { lines, added: 0 };
    if (!areSound(lines)) throw new Refusal('invalid', { issues: [{ field: 'csv', code: 'wrongFormat' }] });
    const fresh = lines.filter(({ fault }) => fault === null);
    for (const { fullName, email, role, skpd, position, phone } of fresh) {
      const id = await makeAccount(desk, 'portal', {
        fullName,
        email,
        roles: [role ?? 'REQUESTER'],
        skpd: skpd?.code ?? null,
        position: position || null,
        phone: phone || null,
      });
      await mailInvitation(desk, trx, caller, await accountAt(trx, 'portal', id));
    }
    return { lines, added: fresh.length };
  });
}
