import { z } from 'zod';
import { SESSION_SCOPES, type AccountDetail, type PasswordLink, type SessionInfo } from '../account';
import { LANGUAGES } from '../language';
import { LIMITS } from '../limits';
import { emptyOr, type Endpoints, PHONE, reply, text } from './shapes';

/** Longer than any password may be: what the policy says of it is worded there, not here. */
const password = z.string().min(1).max(500);
const code = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const profile = z.strictObject({
  fullName: text(LIMITS.name),
  phone: emptyOr(PHONE),
  nip: emptyOr(
    z
      .string()
      .trim()
      .regex(/^\d{18}$/),
  ),
  position: emptyOr(text(LIMITS.name)),
});

/** A session that a new password began; every other one has ended. */
export interface NewSession {
  readonly jwt: string;
}
export interface Sent {
  readonly ok: true;
}

/** A person's own account: who they are here, how they come in and from where, and what is held about them. */
export const account = {
  getAccount: { method: 'GET', path: '/account', permission: 'account:manage', reply: reply<AccountDetail>() },
  updateAccount: {
    method: 'PUT',
    path: '/account',
    permission: 'account:manage',
    body: profile,
    reply: reply<AccountDetail>(),
  },
  setLanguage: {
    method: 'PUT',
    path: '/account/language',
    permission: 'account:manage',
    body: z.strictObject({ language: z.enum(LANGUAGES) }),
    reply: reply<AccountDetail>(),
  },
  acknowledgePrivacy: {
    method: 'POST',
    path: '/account/privacy',
    permission: 'account:manage',
    body: z.strictObject({ version: z.iso.date() }),
    reply: reply<AccountDetail>(),
  },
  readAccountData: {
    method: 'GET',
    path: '/account/data.json',
    permission: 'account:manage',
    stream: true,
    limit: 6,
    reply: reply<Response>(),
  },
  changePassword: {
    method: 'POST',
    path: '/account/password',
    permission: 'account:manage',
    limit: 10,
    body: z.strictObject({ currentPassword: password, password }),
    reply: reply<NewSession>(),
  },
  changeEmail: {
    method: 'POST',
    path: '/account/email',
    permission: 'account:manage',
    limit: 10,
    body: z.strictObject({ currentPassword: password, email: z.email().max(LIMITS.email) }),
    reply: reply<AccountDetail>(),
  },
  /** Sends one letter to an address that is paused; once it arrives, all others do again. */
  tryOwnAddress: {
    method: 'POST',
    path: '/account/email/trial',
    permission: 'account:manage',
    limit: 3,
    reply: reply<AccountDetail>(),
  },
  confirmEmail: {
    method: 'POST',
    path: '/account/email/confirmation',
    permission: 'account:manage',
    isPublic: true,
    limit: 20,
    body: z.strictObject({ code }),
    reply: reply<{ readonly email: string }>(),
  },
  listSessions: {
    method: 'GET',
    path: '/account/sessions',
    permission: 'account:manage',
    reply: reply<SessionInfo[]>(),
  },
  endSession: {
    method: 'DELETE',
    path: '/account/sessions/:id',
    permission: 'account:manage',
    params: z.strictObject({ id: z.uuid() }),
    reply: reply<SessionInfo[]>(),
  },
  endSessions: {
    method: 'POST',
    path: '/account/sessions/end',
    permission: 'account:manage',
    body: z.strictObject({ scope: z.enum(SESSION_SCOPES) }),
    reply: reply<{ readonly ended: number }>(),
  },
  /** Answers the same, and as fast, whether there is such an account or not. */
  forgotPassword: {
    method: 'POST',
    path: '/password/forgotten',
    permission: 'account:manage',
    isPublic: true,
    limit: 10,
    body: z.strictObject({ identifier: text(LIMITS.identifier) }),
    reply: reply<Sent>(),
  },
  readPasswordLink: {
    method: 'POST',
    path: '/password/link',
    permission: 'account:manage',
    isPublic: true,
    limit: 60,
    body: z.strictObject({ code }),
    reply: reply<PasswordLink>(),
  },
  resetPassword: {
    method: 'POST',
    path: '/password/reset',
    permission: 'account:manage',
    isPublic: true,
    limit: 20,
    body: z.strictObject({ code, password }),
    reply: reply<NewSession>(),
  },
  /** Mails a one-time link with which the person makes a first password. `id` is the account's document id. */
  inviteAccount: {
    method: 'POST',
    path: '/accounts/:id/invitation',
    permission: 'account:invite',
    limit: 60,
    params: z.strictObject({ id: z.string().regex(/^[a-z0-9]{20,30}$/) }),
    reply: reply<{ readonly email: string; readonly expiresAt: string }>(),
  },
} as const satisfies Endpoints;
