import { randomInt } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Role } from '../../domain';
import { UID } from '../database/content-types';
import { SUPER_ADMIN } from '../database/roles';

export interface DemoPortalAccount {
  readonly role: 'REQUESTER' | 'LEADER';
  readonly name: string;
  readonly skpd: string | null;
  readonly email: string;
  readonly position: string;
  readonly phone: string | null;
}
export interface DemoStaffAccount {
  readonly roles: readonly Role[];
  readonly name: string;
  readonly email: string;
  readonly team: string | null;
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';
const DIGITS = '23456789';
const pick = (from: string): string => from[randomInt(from.length)] ?? '';

/**
 * Sixteen random characters without look-alikes, with letters of both cases and a digit. No account has a known
 * password.
 */
export const randomPassword = (): string =>
  `${pick(LETTERS.slice(0, 23))}${pick(LETTERS.slice(23))}${pick(DIGITS)}${Array.from({ length: 13 }, () => pick(LETTERS + DIGITS)).join('')}`;

const STAFF_CODE: Readonly<Partial<Record<Role, string>>> = {
  ADMIN: SUPER_ADMIN,
  COORDINATOR: 'ticketing-coordinator',
  OFFICER: 'ticketing-officer',
};

/**
 * Makes a portal account through users-permissions, so that its password is hashed as any other. Answers with its id.
 */
export async function createPortalAccount(
  strapi: Core.Strapi,
  account: DemoPortalAccount,
  password: string,
): Promise<number> {
  const role = await strapi.db.query(UID.portalRole).findOne({ where: { type: account.role.toLowerCase() } });
  const unit = account.skpd ? await strapi.db.query(UID.skpd).findOne({ where: { code: account.skpd } }) : null;
  const user = await strapi
    .plugin('users-permissions')
    .service('user')
    .add({
      username: account.email.split('@')[0],
      email: account.email,
      password,
      provider: 'local',
      confirmed: true,
      blocked: false,
      role: role.id,
      fullName: account.name,
      position: account.position,
      phone: account.phone,
      skpd: unit?.id ?? null,
    });
  return Number(user.id);
}

/** Makes a staff account through Strapi's admin service and puts it in its team. Answers with its id. */
export async function createStaffAccount(
  strapi: Core.Strapi,
  account: DemoStaffAccount,
  password: string,
): Promise<number> {
  const roles = await Promise.all(
    account.roles.map((role) => strapi.db.query(UID.staffRole).findOne({ where: { code: STAFF_CODE[role] } })),
  );
  const [firstname, ...rest] = account.name.split(' ');
  const user = await strapi.service('admin::user').create({
    firstname,
    lastname: rest.join(' '),
    email: account.email,
    password,
    isActive: true,
    preferedLanguage: 'id',
    roles: roles.map(({ id }) => id),
  });
  if (account.team) {
    const team = await strapi.db.query(UID.team).findOne({ where: { code: account.team } });
    await strapi.db
      .query(UID.team)
      .update({ where: { id: team.id }, data: { members: { connect: [{ id: user.id }] } } });
  }
  return Number(user.id);
}

/** Keeps the passwords where only the owner of the machine can read them; written whole or not at all. */
export async function keepAccounts(dataDir: string, accounts: object): Promise<void> {
  const file = path.join(dataDir, 'demo-accounts.json');
  await fs.writeFile(`${file}.new`, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  await fs.rename(`${file}.new`, file);
}
