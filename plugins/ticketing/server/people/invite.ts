import { randomBytes } from 'node:crypto';
import { LINKS, Refusal } from '../../domain';
import { sendStaffInvitation } from '../accounts/letters';
import { invite } from '../accounts/passwords';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { UID } from '../database/content-types';
import type { Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';
import type { AccountRow } from './rows';

/** Mails whoever an account is for a link that works once; inside the use case's transaction. */
export async function mailInvitation(desk: Desk, trx: Trx, caller: Caller, account: AccountRow): Promise<void> {
  if (account.door === 'portal') {
    if (account.document_id === null) throw new Refusal('notFound');
    await invite(desk, trx, caller, account.document_id);
    return;
  }
  const code = randomBytes(32).toString('hex');
  const until = caller.now + LINKS.INVITE.life;
  await desk.strapi.db
    .query(UID.staffUser)
    .update({ where: { id: account.id }, data: { registrationToken: code, isActive: false } });
  await record(trx, caller, {
    subjectType: 'staff-account',
    subjectId: String(account.id),
    event: 'invite',
    payload: { after: { email: account.email, until: new Date(until).toISOString() } },
  });
  await sendStaffInvitation(desk, trx, account, { now: caller.now, language: caller.language, code, until });
}
