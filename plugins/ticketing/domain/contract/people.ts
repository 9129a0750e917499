import { z } from 'zod';
import { ROLES } from '../access';
import { LIMITS } from '../limits';
import { ACCOUNT_DOORS, ACCOUNT_STATES, type AccountEntry } from '../people';
import { ACCOUNT_LIST, type AccountLine } from '../people-list';
import { emptyOr, type Endpoints, id, listOf, type ListImport, pages, PHONE, reply, text } from './shapes';

const optional = <T extends z.ZodType>(shape: T) => emptyOr(shape).optional();
const MOST_TEAMS = 50;

/** Left out, `teams`, `position` and `phone` stay as they are. */
const said = {
  fullName: text(LIMITS.name),
  email: z.email().max(LIMITS.email),
  roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
  skpd: optional(text(LIMITS.code)),
  teams: z.array(text(LIMITS.code)).max(MOST_TEAMS).optional(),
  position: optional(text(LIMITS.name)),
  phone: optional(PHONE),
};
const door = z.enum(ACCOUNT_DOORS);
const one = z.strictObject({ door, id });

export type AccountImport = ListImport<AccountLine>;

/** Accounts of both doors, as administrators keep them. */
export const people = {
  listAccounts: {
    method: 'GET',
    path: '/accounts',
    permission: 'account:administer',
    query: z.strictObject({
      ...pages,
      q: z.string().trim().max(LIMITS.search).optional(),
      door: door.optional(),
      state: z.enum(ACCOUNT_STATES).optional(),
    }),
    paged: true,
    reply: reply<AccountEntry[]>(),
  },
  /** Makes an account without a password and mails its owner a one-time link. */
  createAccount: {
    method: 'POST',
    path: '/accounts',
    permission: 'account:administer',
    status: 201,
    limit: 60,
    body: z.strictObject({ door, ...said }),
    reply: reply<AccountEntry>(),
  },
  /** Reads a list of accounts of both doors, `nama;email;peran;skpd atau tim;jabatan;telepon`; made whole or not at all. */
  importAccounts: {
    method: 'POST',
    path: '/accounts/import',
    permission: 'account:administer',
    limit: 30,
    body: listOf(ACCOUNT_LIST.characters),
    reply: reply<AccountImport>(),
  },
  changeAccount: {
    method: 'PUT',
    path: '/accounts/:door/:id',
    permission: 'account:administer',
    params: one,
    body: z.strictObject(said),
    reply: reply<AccountEntry>(),
  },
  /** Mails another link to somebody who has not come in yet; the one before stops working. */
  inviteAgain: {
    method: 'POST',
    path: '/accounts/:door/:id/invitation',
    permission: 'account:administer',
    limit: 60,
    params: one,
    reply: reply<AccountEntry>(),
  },
  /** Ends every session; an officer's open tickets go to `handTo`, or back to the queues of their teams. */
  deactivateAccount: {
    method: 'POST',
    path: '/accounts/:door/:id/deactivation',
    permission: 'account:administer',
    params: one,
    body: z.strictObject({ handTo: z.number().int().positive().optional() }),
    reply: reply<AccountEntry>(),
  },
  activateAccount: {
    method: 'POST',
    path: '/accounts/:door/:id/activation',
    permission: 'account:administer',
    params: one,
    reply: reply<AccountEntry>(),
  },
} as const satisfies Endpoints;
