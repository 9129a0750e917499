import { Refusal, type AccountEntry } from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { UID } from '../database/content-types';
import { inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { handOver } from '../tickets/hand-over';
import { mailInvitation } from './invite';
import { reachable, readEntry } from './keep';

/**
 * Takes an account out of use. That its sessions end, and that what an officer leaves behind goes back to the teams, is
 * decided where accounts are written (`strapi/recorder/consequences.ts`); here a colleague may be named before.
 */
export async function deactivateAccount(
  desk: Desk,
  caller: Caller,
  { door, id, handTo }: Parsed<'deactivateAccount'>,
): Promise<AccountEntry> {
  return inTransaction(desk.strapi, async (trx) => {
    await reachable(desk, caller, door, id);
    if (door === 'staff' && caller.actor.kind === 'staff' && caller.actor.id === id) throw new Refusal('ownAccount');
    if (door === 'portal') {
      await desk.strapi.db.query(UID.portalUser).update({ where: { id }, data: { blocked: true } });
      return readEntry(desk, caller, door, id);
    }
    if (handTo === id) throw new Refusal('unknownAssignee', { assignee: handTo });
    if (handTo !== undefined) await handOver(desk, trx, caller, id, handTo);
    await desk.strapi.db
      .query(UID.staffUser)
      .update({ where: { id }, data: { isActive: false, registrationToken: null } });
    return readEntry(desk, caller, door, id);
  });
}

/** Brings an account back. Whoever never made a password of their own is invited again. */
export async function activateAccount(
  desk: Desk,
  caller: Caller,
  { door, id }: Parsed<'activateAccount'>,
): Promise<AccountEntry> {
  return inTransaction(desk.strapi, async (trx) => {
    const account = await reachable(desk, caller, door, id);
    if (account.state !== 'inactive') return readEntry(desk, caller, door, id);
    if (door === 'portal') {
      await desk.strapi.db.query(UID.portalUser).update({ where: { id }, data: { blocked: false } });
      return readEntry(desk, caller, door, id);
    }
    const known = (await desk.strapi.db.query(UID.staffUser).findOne({ where: { id }, select: ['password'] })) as {
      readonly password: string | null;
    } | null;
    if (known?.password) await desk.strapi.db.query(UID.staffUser).update({ where: { id }, data: { isActive: true } });
    else await mailInvitation(desk, trx, caller, account);
    return readEntry(desk, caller, door, id);
  });
}
