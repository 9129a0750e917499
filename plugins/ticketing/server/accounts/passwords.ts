import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { dayNumber, passwordIssues, Refusal, toDay, type Issue, type PasswordLink } from '../../domain';
import { makeLink, readLink, spendLink } from './account-links';
import { beginSession, type Origin } from './sessions';
import { append } from '../audit/append';
import type { Author } from '../audit/author';
import { createBackground } from '../database/background';
import type { Caller } from '../database/caller';
import { connection, inTransaction, type Trx } from '../database/transaction';
import { service } from '../services';
import { sendLetter } from './letters';
import { accountByDocument, accountNamed, accountOf, namesOf, ownerOf, type AccountRow } from './rows';

interface Users {
  validatePassword(password: string, hash: string): Promise<boolean>;
  edit(id: number, values: object): Promise<unknown>;
}
export const usersOf = (strapi: Core.Strapi): Users => strapi.plugin('users-permissions').service<Users>('user');

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
  strapi: Core.Strapi,
  caller: Caller,
  account: AccountRow,
  given: string,
  event: string,
): Promise<void> {
  if (account.password && (await usersOf(strapi).validatePassword(given, account.password))) return;
  await inTransaction(strapi, (trx) =>
    service(strapi, 'audit').append(trx, caller, {
      ...subjectOf(account.id),
      event: `${event}Failed`,
      payload: { reason: 'wrongPassword' },
    }),
  );
  refuse({ field: 'currentPassword', code: 'wrongPassword' });
}

/** From here on what Strapi writes for this request names the person, who had no session when it began. */
export async function actAs(strapi: Core.Strapi, caller: Caller, id: number): Promise<Caller> {
  const actor = await service(strapi, 'actors').portal(id);
  const ctx = strapi.requestContext.get() as Context | undefined;
  if (ctx) ctx.state['actor'] = actor;
  return { ...caller, actor };
}

async function setPassword(
  strapi: Core.Strapi,
  trx: Trx,
  caller: Caller,
  account: AccountRow,
  password: string,
  event: string,
  origin: Origin,
): Promise<string> {
  const issues = passwordIssues(password, namesOf(account));
  if (issues.length) throw new Refusal('invalid', { issues });
  if (account.password && (await usersOf(strapi).validatePassword(password, account.password)))
    refuse({ field: 'password', code: 'unchanged' });
  // Ends every session and takes back every link, like any other change of a password (see audit/consequences.ts).
  await usersOf(strapi).edit(account.id, { password, confirmed: true });
  await service(strapi, 'audit').append(trx, caller, { ...subjectOf(account.id), event, payload: {} });
  return beginSession(strapi, trx, account.id, origin, caller.now);
}

async function sendReset(strapi: Core.Strapi, caller: Caller, identifier: string, origin: Origin): Promise<void> {
  const account = await accountNamed(connection(strapi), identifier, caller.now);
  const isOpen = account && !account.blocked;
  const link = await inTransaction(strapi, async (trx) => {
    const made = isOpen
      ? await makeLink(trx, { user: account.id, purpose: 'RESET', email: account.email }, caller.now)
      : null;
    const reason = !account ? 'unknownAccount' : !isOpen ? 'blockedAccount' : made ? null : 'tooManyLinks';
    await append(trx, someone(caller), caller.now, {
      ...(account ? subjectOf(account.id) : { subjectType: 'portal-door', subjectId: toDay(dayNumber(caller.now)) }),
      event: reason ? 'forgotPasswordFailed' : 'forgotPassword',
      payload: { identifier: identifier.replace(/\p{Cc}/gu, '').slice(0, 100), ...(reason && { reason }) },
    });
    return made;
  });
  if (account && link) sendLetter(strapi, 'reset', account, { ...caller, origin, ...link });
}

export const passwords = (strapi: Core.Strapi) => ({
  /** Answers at once, whoever is named: everything that could tell one name from another happens afterwards. */
  async forget(caller: Caller, identifier: string, origin: Origin): Promise<{ ok: true }> {
    if (!forgotten.start(strapi, 'a forgotten password', () => sendReset(strapi, caller, identifier, origin)))
      throw new Refusal('tooManyRequests', { seconds: 60 });
    return { ok: true };
  },

  async readLink(caller: Caller, code: string): Promise<PasswordLink> {
    const link = await readLink(connection(strapi), code, PASSWORD_LINKS, caller.now);
    const { full_name, username, email } = await accountOf(connection(strapi), link.user_id, caller.now);
    return {
      purpose: link.purpose === 'INVITE' ? 'INVITE' : 'RESET',
      fullName: full_name ?? username,
      username,
      email,
      expiresAt: link.expires_at.toISOString(),
    };
  },

  /** Spends a link on a password that the policy accepts; one it refuses leaves the link as it was. */
  async reset(
    caller: Caller,
    { code, password }: { code: string; password: string },
    origin: Origin,
  ): Promise<{ jwt: string; account: AccountRow }> {
    const done = await inTransaction(strapi, async (trx) => {
      const link = await spendLink(trx, code, PASSWORD_LINKS, caller.now);
      const account = await accountOf(trx, link.user_id, caller.now);
      const person = await actAs(strapi, caller, account.id);
      const jwt = await setPassword(
        strapi,
        trx,
        person,
        account,
        password,
        link.purpose === 'INVITE' ? 'acceptInvitation' : 'resetPassword',
        origin,
      );
      return { jwt, account, isFirst: link.purpose === 'INVITE' };
    });
    if (!done.isFirst) sendLetter(strapi, 'passwordChanged', done.account, { ...caller, origin });
    return done;
  },

  async change(
    caller: Caller,
    { currentPassword, password }: { currentPassword: string; password: string },
    origin: Origin,
  ): Promise<{ jwt: string }> {
    const account = await accountOf(connection(strapi), ownerOf(caller).id, caller.now);
    await demandPassword(strapi, caller, account, currentPassword, 'changePassword');
    const jwt = await inTransaction(strapi, (trx) =>
      setPassword(strapi, trx, caller, account, password, 'changePassword', origin),
    );
    sendLetter(strapi, 'passwordChanged', account, { ...caller, origin });
    return { jwt };
  },

  /** Mails a link for a first password; the one sent before stops working. */
  async invite(caller: Caller, documentId: string): Promise<{ email: string; expiresAt: string }> {
    const account = await accountByDocument(connection(strapi), documentId, caller.now);
    if (!account) throw new Refusal('notFound');
    if (account.blocked) throw new Refusal('accountBlocked');
    const link = await inTransaction(strapi, async (trx) => {
      await trx('account_links')
        .where({ user_id: account.id, purpose: 'INVITE' })
        .whereNull('used_at')
        .update({ used_at: new Date(caller.now) });
      const made = await makeLink(trx, { user: account.id, purpose: 'INVITE', email: account.email }, caller.now);
      if (!made) throw new Refusal('tooManyRequests', { seconds: 3600 });
      await service(strapi, 'audit').append(trx, caller, {
        ...subjectOf(account.id),
        event: 'invite',
        payload: { after: { email: account.email, until: new Date(made.until).toISOString() } },
      });
      return made;
    });
    sendLetter(strapi, 'invite', account, { ...caller, ...link });
    return { email: account.email, expiresAt: new Date(link.until).toISOString() };
  },
});
