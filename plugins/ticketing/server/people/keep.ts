import { accountIssues, Refusal, type AccountDoor, type AccountEntry } from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { mailInvitation } from './invite';
import { accountAt, isSuper, isTaken, toEntry, type AccountRow } from './rows';
import { makeAccount, writeAccount, type Numbered, type Said } from './write';

/** Only somebody of the highest role touches an account that has it. */
async function demandReach(desk: Desk, caller: Caller, account: AccountRow): Promise<void> {
  if (isSuper(account) && !isSuper(await accountAt(connection(desk.strapi), 'staff', caller.actor.id)))
    throw new Refusal('highestAccount');
}

/** The account, if this administrator may touch it. */
export async function reachable(desk: Desk, caller: Caller, door: AccountDoor, id: number): Promise<AccountRow> {
  const account = await accountAt(connection(desk.strapi), door, id);
  await demandReach(desk, caller, account);
  return account;
}

async function demandSound(desk: Desk, door: AccountDoor, said: Said, id: number): Promise<void> {
  const issues = accountIssues(door, said);
  if (await isTaken(connection(desk.strapi), door, said.email, id)) issues.push({ field: 'email', code: 'taken' });
  if (issues.length > 0) throw new Refusal('invalid', { issues });
}

export const readEntry = async (desk: Desk, { now }: Caller, door: AccountDoor, id: number): Promise<AccountEntry> =>
  toEntry(await accountAt(connection(desk.strapi), door, id), await desk.masterData(), now);

/**
 * Makes an account and mails its owner a link; neither without the other. A list that is taken over may say more of
 * people, and have them invited later.
 */
export async function createAccount(
  desk: Desk,
  caller: Caller,
  { door, ...said }: Parsed<'createAccount'> & Numbered,
  { isInvited } = { isInvited: true },
): Promise<AccountEntry> {
  return inTransaction(desk.strapi, async (trx) => {
    await demandSound(desk, door, said, 0);
    const id = await makeAccount(desk, door, said);
    if (isInvited) await mailInvitation(desk, trx, caller, await accountAt(trx, door, id));
    return readEntry(desk, caller, door, id);
  });
}

export async function changeAccount(
  desk: Desk,
  caller: Caller,
  { door, id, ...said }: Parsed<'changeAccount'>,
): Promise<AccountEntry> {
  return inTransaction(desk.strapi, async () => {
    const account = await reachable(desk, caller, door, id);
    await demandSound(desk, door, said, id);
    await writeAccount(desk, account, said);
    return readEntry(desk, caller, door, id);
  });
}

export async function inviteAgain(
  desk: Desk,
  caller: Caller,
  { door, id }: Parsed<'inviteAgain'>,
): Promise<AccountEntry> {
  return inTransaction(desk.strapi, async (trx) => {
    const account = await reachable(desk, caller, door, id);
    if (account.state === 'inactive') throw new Refusal('accountBlocked');
    if (account.state === 'active') throw new Refusal('notInvited');
    await mailInvitation(desk, trx, caller, account);
    return readEntry(desk, caller, door, id);
  });
}
