import {
  isOnAt,
  PRIVACY_VERSION,
  Refusal,
  type AccountDetail,
  type Language,
  type SessionInfo,
  type SessionScope,
} from '../../domain';
import type { Parsed } from '../../domain/contract';
import { makeLink, spendLink, voidLinks } from './account-links';
import { closeSessions, type Origin } from './sessions';
import { currentAuthor } from '../audit/author';
import type { Caller } from '../database/caller';
import { connection, inTransaction, isUniqueViolation } from '../database/transaction';
import { sendLetter } from './letters';
import { actAs, demandPassword, usersOf } from './passwords';
import { accountOf, ownerOf, toDetail, toSession, type SessionRow } from './rows';
import { record } from '../audit/entries';
import type { Desk } from '../desk/desk';
import { rowsOf, sql } from '../database/sql';

/** More devices than anybody has; the oldest beyond that are not shown, and end with all the others. */
const MOST_SESSIONS = 100;
const taken = (): Refusal => new Refusal('invalid', { issues: [{ field: 'email', code: 'taken' }] });

export async function readAccount(desk: Desk, caller: Caller): Promise<AccountDetail> {
  const { id, skpdCode } = ownerOf(caller);
  const account = toDetail(await accountOf(connection(desk.strapi), id, caller.now));
  // The unit they stand in now, where their own has given way.
  const unit = skpdCode === null ? undefined : (await desk.masterData()).skpd.get(skpdCode);
  return { ...account, skpdName: unit?.name ?? account.skpdName };
}

export async function listSessions(desk: Desk, caller: Caller): Promise<SessionInfo[]> {
  const rows = await rowsOf<SessionRow>(
    connection(desk.strapi),
    sql`select * from portal_sessions where user_id = ${ownerOf(caller).id} and ended_at is null and expires_at >
      ${new Date(caller.now)} order by seen_at desc limit ${MOST_SESSIONS}`,
  );
  const current = caller.sessionId ?? null;
  return rows.map((row) => toSession(row, current)).sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}

const isTaken = async (desk: Desk, email: string, id: number): Promise<boolean> =>
  (
    await rowsOf(
      connection(desk.strapi),
      sql`select 1 from desk_accounts() where lower(email) = lower(${email}) and id <> ${id}`,
    )
  ).length > 0;

/** What the person may correct; unit and role are the administrator's. */
export async function updateAccount(
  desk: Desk,
  caller: Caller,
  values: Parsed<'updateAccount'>,
): Promise<AccountDetail> {
  const { signOn } = await desk.inForce();
  // Where a NIP says whose account it is, nobody takes another's.
  if (isOnAt(signOn, 'portal') && signOn.nipClaim !== null && values.nip !== (await readAccount(desk, caller)).nip)
    throw new Refusal('invalid', { issues: [{ field: 'nip', code: 'administratorsOnly' }] });
  await inTransaction(desk.strapi, () => usersOf(desk).edit(ownerOf(caller).id, values));
  return readAccount(desk, caller);
}

export async function setLanguage(desk: Desk, caller: Caller, language: Language): Promise<AccountDetail> {
  const before = await readAccount(desk, caller);
  if (before.language !== language)
    await inTransaction(desk.strapi, () => usersOf(desk).edit(ownerOf(caller).id, { language }));
  return { ...before, language };
}

/** Notes that the notice in force has been read; reading it twice is read once. */
export async function acknowledgePrivacy(desk: Desk, caller: Caller, version: string): Promise<AccountDetail> {
  const { id } = ownerOf(caller);
  if (version !== PRIVACY_VERSION)
    throw new Refusal('invalid', { issues: [{ field: 'version', code: 'notInList', limit: PRIVACY_VERSION }] });
  await inTransaction(desk.strapi, async (trx) => {
    const added = await rowsOf(
      trx,
      sql`insert into privacy_acknowledgements (user_id, version, at) values (${id}, ${version},
        ${new Date(caller.now)}) on conflict do nothing returning version`,
    );
    if (added.length)
      await record(trx, caller, {
        subjectType: 'portal-account',
        subjectId: String(id),
        event: 'acknowledgePrivacy',
        payload: { after: { version } },
      });
  });
  return readAccount(desk, caller);
}

/** Mails a link to the new address and a warning to the old one; nothing changes before the link is followed. */
export async function changeEmail(
  desk: Desk,
  caller: Caller,
  { currentPassword, email }: { currentPassword: string; email: string },
  origin: Origin,
): Promise<AccountDetail> {
  const account = await accountOf(connection(desk.strapi), ownerOf(caller).id, caller.now);
  const wanted = email.toLowerCase();
  await demandPassword(desk, caller, account, currentPassword, 'changeEmail');
  if (wanted === account.email) throw new Refusal('invalid', { issues: [{ field: 'email', code: 'unchanged' }] });
  // An address that is somebody else's is answered all the same: nobody learns here who has an account.
  const isFree = !(await isTaken(desk, wanted, account.id));
  await inTransaction(desk.strapi, async (trx) => {
    await voidLinks(trx, account.id, ['EMAIL'], caller.now);
    const made = await makeLink(trx, { user: account.id, purpose: 'EMAIL', email: wanted }, caller.now);
    if (!made) throw new Refusal('tooManyRequests', { seconds: 3600 });
    await record(trx, caller, {
      subjectType: 'portal-account',
      subjectId: String(account.id),
      event: 'changeEmail',
      payload: { before: { email: account.email }, after: { email: wanted }, ...(!isFree && { reason: 'taken' }) },
    });
    const occasion = { ...caller, origin, email: wanted };
    if (isFree) await sendLetter(desk, trx, 'confirmEmail', account, { ...occasion, ...made, to: wanted });
    await sendLetter(desk, trx, 'emailChanged', account, occasion);
  });
  return readAccount(desk, caller);
}

/** Sends one letter to an address that is paused; once it arrives, all others do again. One that is not needs none. */
export async function tryOwnAddress(desk: Desk, caller: Caller): Promise<AccountDetail> {
  const account = await accountOf(connection(desk.strapi), ownerOf(caller).id, caller.now);
  if (account.is_mail_paused)
    await inTransaction(desk.strapi, async (trx) => {
      const { email } = account;
      await record(trx, caller, {
        subjectType: 'portal-account',
        subjectId: String(account.id),
        event: 'tryAddress',
        payload: { facts: { email } },
      });
      await sendLetter(desk, trx, 'tryAddress', account, { ...caller, email });
    });
  return readAccount(desk, caller);
}

export async function confirmEmail(desk: Desk, caller: Caller, code: string): Promise<{ email: string }> {
  try {
    return await inTransaction(desk.strapi, async (trx) => {
      const { user_id, email } = await spendLink(trx, code, ['EMAIL'], caller.now);
      if (await isTaken(desk, email, user_id)) throw taken();
      const person = await actAs(desk, caller, user_id);
      await usersOf(desk).edit(user_id, { email });
      await record(trx, person, {
        subjectType: 'portal-account',
        subjectId: String(user_id),
        event: 'confirmEmail',
        payload: { after: { email } },
      });
      return { email };
    });
  } catch (error) {
    throw isUniqueViolation(error) ? taken() : error;
  }
}

export async function endSession(desk: Desk, caller: Caller, id: string): Promise<SessionInfo[]> {
  const user = ownerOf(caller).id;
  const ended = await inTransaction(desk.strapi, (trx) =>
    closeSessions(trx, currentAuthor(desk.strapi), caller.now, { user, only: id, why: 'endedByOwner' }),
  );
  if (ended === 0) throw new Refusal('notFound', { id });
  return listSessions(desk, caller);
}

export async function endSessions(desk: Desk, caller: Caller, scope: SessionScope): Promise<{ ended: number }> {
  const user = ownerOf(caller).id;
  const current = caller.sessionId ?? null;
  const which = {
    current: { only: current ?? undefined, why: 'signedOut' },
    others: { except: current, why: 'endedByOwner' },
    all: { why: 'endedByOwner' },
  } as const;
  return {
    ended: await inTransaction(desk.strapi, (trx) =>
      closeSessions(trx, currentAuthor(desk.strapi), caller.now, { user, ...which[scope] }),
    ),
  };
}
