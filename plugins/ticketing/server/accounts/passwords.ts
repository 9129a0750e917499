import type { Context } from 'koa';
import { dayNumber, passwordIssues, Refusal, toDay, type Issue, type PasswordLink } from '../../domain';
import { makeLink, readLink, spendLink, voidLinks } from './account-links';
import { beginSession, type Origin } from './sessions';
import { append } from '../audit/append';
import type { Author } from '../audit/author';
import { createBackground } from '../database/background';
import { UID } from '../database/content-types';
import type { Caller } from '../database/caller';
import { connection, inTransaction, type Trx } from '../database/transaction';
import { sendLetter } from './letters';
import { accountByDocument, accountNamed, accountOf, namesOf, ownerOf, type AccountRow } from './rows';
import { record } from '../audit/entries';
import { portalActor } from '../desk/people';
import type { Desk } from '../desk/desk';

interface Users {
  validatePassword(password: string, hash: string): Promise<boolean>;
  ensureHashedPasswords(values: { password: string }): Promise<{ password: string }>;
  edit(id: number, values: object): Promise<unknown>;
}
export const usersOf = (desk: Desk): Users => desk.strapi.plugin('users-permissions').service<Users>('user');

const PASSWORD_LINKS = ['RESET', 'INVITE'] as const;
/** Forgotten passwords being looked into at once. */
const MOST_FORGOTTEN = 100;
export const forgotten = createBackground(MOST_FORGOTTEN);

const subjectOf = (id: number) => ({ subjectType: 'portal-account', subjectId: String(id) });
const someone = ({ address, requestId }: Caller): Author => ({
  kind: 'anonymous',
  id: null,
  name: 'Tanpa sesi',
  role: 'ANONYMOUS',
  address,
  requestId,
});
const refuse = (issue: Issue): never => {
  throw new Refusal('invalid', { issues: [issue] });
};

/** The current password, or a refusal that leaves an entry: somebody at a screen left open may be guessing. */
export async function demandPassword(
  desk: Desk,
  caller: Caller,
  account: AccountRow,
  given: string,
  event: string,
): Promise<void> {
  if (account.password && (await usersOf(desk).validatePassword(given, account.password))) return;
  await inTransaction(desk.strapi, (trx) =>
    record(trx, caller, {
      ...subjectOf(account.id),
      event: `${event}Failed`,
      payload: { reason: 'wrongPassword' },
    }),
  );
  refuse({ field: 'currentPassword', code: 'wrongPassword' });
}

/** From here on what Strapi writes for this request names the person, who had no session when it began. */
export async function actAs(desk: Desk, caller: Caller, id: number): Promise<Caller> {
  const actor = await portalActor(desk, id, caller.now);
  const ctx = desk.strapi.requestContext.get() as Context | undefined;
  if (ctx) ctx.state['actor'] = actor;
  return { ...caller, actor };
}

async function setPassword(
  desk: Desk,
  trx: Trx,
  caller: Caller,
  account: AccountRow,
  password: string,
  event: string,
  origin: Origin,
): Promise<string> {
  const issues = passwordIssues(password, namesOf(account));
  if (issues.length) throw new Refusal('invalid', { issues });
  if (account.password && (await usersOf(desk).validatePassword(password, account.password)))
    refuse({ field: 'password', code: 'unchanged' });
  // Hashed beside the event loop: Strapi's documents would do it on it, and everybody would wait.
  const data = { ...(await usersOf(desk).ensureHashedPasswords({ password })), confirmed: true };
  // Ends every session and takes back every link, like any other change of a password (strapi/recorder/consequences).
  await desk.strapi.db.query(UID.portalUser).update({ where: { id: account.id }, data });
  await record(trx, caller, { ...subjectOf(account.id), event, payload: {} });
  return beginSession(desk.strapi, trx, account.id, origin, caller.now);
}

async function sendReset(desk: Desk, caller: Caller, identifier: string, origin: Origin): Promise<void> {
  const account = await accountNamed(connection(desk.strapi), identifier, caller.now);
  const isOpen = account && !account.blocked;
  await inTransaction(desk.strapi, async (trx) => {
    const made = isOpen
      ? await makeLink(trx, { user: account.id, purpose: 'RESET', email: account.email }, caller.now)
      : null;
    const reason = !account ? 'unknownAccount' : !isOpen ? 'blockedAccount' : made ? null : 'tooManyLinks';
    await append(trx, someone(caller), caller.now, {
      ...(account ? subjectOf(account.id) : { subjectType: 'portal-door', subjectId: toDay(dayNumber(caller.now)) }),
      event: reason ? 'forgotPasswordFailed' : 'forgotPassword',
      payload: { identifier: identifier.replace(/\p{Cc}/gu, '').slice(0, 100), ...(reason && { reason }) },
    });
    if (account && made) await sendLetter(desk, trx, 'reset', account, { ...caller, origin, ...made });
  });
}

/** Answers at once, whoever is named: everything that could tell one name from another happens afterwards. */
export async function requestPasswordReset(
  desk: Desk,
  caller: Caller,
  identifier: string,
  origin: Origin,
): Promise<{ ok: true }> {
  if (!forgotten.start(desk.strapi, 'a forgotten password', () => sendReset(desk, caller, identifier, origin)))
    throw new Refusal('tooManyRequests', { seconds: 60 });
  return { ok: true };
}

export async function readPasswordLink(desk: Desk, caller: Caller, code: string): Promise<PasswordLink> {
  const link = await readLink(connection(desk.strapi), code, PASSWORD_LINKS, caller.now);
  const { full_name, username, email } = await accountOf(connection(desk.strapi), link.user_id, caller.now);
  return {
    purpose: link.purpose === 'INVITE' ? 'INVITE' : 'RESET',
    fullName: full_name ?? username,
    username,
    email,
    expiresAt: link.expires_at.toISOString(),
  };
}

/** Spends a link on a password that the policy accepts; one it refuses leaves the link as it was. */
export async function resetPassword(
  desk: Desk,
  caller: Caller,
  { code, password }: { code: string; password: string },
  origin: Origin,
): Promise<{ jwt: string; account: AccountRow }> {
  return inTransaction(desk.strapi, async (trx) => {
    const link = await spendLink(trx, code, PASSWORD_LINKS, caller.now);
    const account = await accountOf(trx, link.user_id, caller.now);
    const person = await actAs(desk, caller, account.id);
    const jwt = await setPassword(
      desk,
      trx,
      person,
      account,
      password,
      link.purpose === 'INVITE' ? 'acceptInvitation' : 'resetPassword',
      origin,
    );
    if (link.purpose !== 'INVITE') await sendLetter(desk, trx, 'passwordChanged', account, { ...caller, origin });
    return { jwt, account };
  });
}

export async function changePassword(
  desk: Desk,
  caller: Caller,
  { currentPassword, password }: { currentPassword: string; password: string },
  origin: Origin,
): Promise<{ jwt: string }> {
  const account = await accountOf(connection(desk.strapi), ownerOf(caller).id, caller.now);
  await demandPassword(desk, caller, account, currentPassword, 'changePassword');
  return inTransaction(desk.strapi, async (trx) => {
    const jwt = await setPassword(desk, trx, caller, account, password, 'changePassword', origin);
    await sendLetter(desk, trx, 'passwordChanged', account, { ...caller, origin });
    return { jwt };
  });
}

/** Mails a link for a first password, inside a transaction of whoever calls; the one sent before stops working. */
export async function invite(
  desk: Desk,
  trx: Trx,
  caller: Caller,
  documentId: string,
): Promise<{ email: string; expiresAt: string }> {
  const account = await accountByDocument(trx, documentId, caller.now);
  if (!account) throw new Refusal('notFound');
  if (account.blocked) throw new Refusal('accountBlocked');
  await voidLinks(trx, account.id, ['INVITE'], caller.now);
  const made = await makeLink(trx, { user: account.id, purpose: 'INVITE', email: account.email }, caller.now);
  if (!made) throw new Refusal('tooManyRequests', { seconds: 3600 });
  await record(trx, caller, {
    ...subjectOf(account.id),
    event: 'invite',
    payload: { after: { email: account.email, until: new Date(made.until).toISOString() } },
  });
  await sendLetter(desk, trx, 'invite', account, { ...caller, ...made });
  return { email: account.email, expiresAt: new Date(made.until).toISOString() };
}

/** The same in a transaction of its own. */
export const inviteAccount = (desk: Desk, caller: Caller, documentId: string) =>
  inTransaction(desk.strapi, (trx) => invite(desk, trx, caller, documentId));
