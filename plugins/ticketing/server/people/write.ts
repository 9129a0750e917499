import { Refusal, type AccountDoor, type Role } from '../../domain';
import type { Parsed } from '../../domain/contract';
import { usersOf } from '../accounts/passwords';
import { UID } from '../database/content-types';
import type { Desk } from '../desk/desk';
import type { AccountRow } from './rows';

export type Said = Omit<Parsed<'changeAccount'>, 'door' | 'id'>;
/** What its owner keeps in the profile, and only a list says for them. */
export interface Numbered {
  readonly nip?: string | null;
}

/** Strapi's codes of the roles that administrators give here. */
const STAFF_CODES: Readonly<Partial<Record<Role, string>>> = {
  OFFICER: 'ticketing-officer',
  COORDINATOR: 'ticketing-coordinator',
  ADMIN: 'ticketing-admin',
};
const OURS = Object.values(STAFF_CODES);

interface StaffAccounts {
  create(values: object): Promise<{ id: number }>;
  updateById(id: number, values: object): Promise<unknown>;
}
interface PortalAccounts {
  add(values: object): Promise<{ id: number }>;
}
const staffOf = ({ strapi }: Desk) => strapi.service('admin::user') as unknown as StaffAccounts;
const idOf = async ({ strapi }: Desk, uid: string, where: object): Promise<number | null> =>
  ((await strapi.db.query(uid).findOne({ where, select: ['id'] })) as { id: number } | null)?.id ?? null;

/** Strapi keeps a first and a last name; people have one. */
const split = (fullName: string) => {
  const [firstname = '', ...rest] = fullName.split(/\s+/);
  return { firstname, lastname: rest.join(' ') };
};

/** Ids of the roles that are said, and of those that are not ours to take. */
async function staffRoles(desk: Desk, roles: readonly Role[], kept: readonly string[]): Promise<number[]> {
  const codes = [...roles.map((role) => STAFF_CODES[role]), ...kept.filter((code) => !OURS.includes(code))];
  const ids = await Promise.all(codes.map((code) => idOf(desk, UID.staffRole, { code })));
  return ids.filter((id) => id !== null);
}

async function skpdId(desk: Desk, code: string | null | undefined): Promise<number | null> {
  if (!code) return null;
  const unit = (await desk.masterData()).skpd.get(code);
  if (!unit) throw new Refusal('unknownSkpd', { skpd: code });
  const id = await idOf(desk, UID.skpd, { code });
  if (id === null) throw new Refusal('unknownSkpd', { skpd: code });
  return id;
}

/** Into the teams that are said and out of the others; each is a change of that team. */
async function joinTeams(desk: Desk, id: number, before: AccountRow['teams'], said: readonly string[]): Promise<void> {
  const { teams } = await desk.masterData();
  for (const code of said) if (!teams.has(code)) throw new Refusal('unknownTeam', { team: code });
  const was = before.map(({ code }) => code);
  const moves = [
    ...said.filter((code) => !was.includes(code)).map((code) => ({ code, move: 'connect' })),
    ...was.filter((code) => !said.includes(code)).map((code) => ({ code, move: 'disconnect' })),
  ];
  for (const { code, move } of moves)
    await desk.strapi.db.query(UID.team).update({ where: { code }, data: { members: { [move]: [{ id }] } } });
}

/** A name to sign in with: what stands before the @, or the whole address where that is somebody's already. */
async function usernameFor(desk: Desk, email: string): Promise<string> {
  const short = email.split('@')[0] ?? email;
  return short.length >= 3 && (await idOf(desk, UID.portalUser, { username: short })) === null ? short : email;
}

const portalValues = async (desk: Desk, { fullName, email, roles, skpd, position, phone }: Said) => ({
  fullName,
  email: email.toLowerCase(),
  role: await idOf(desk, UID.portalRole, { type: roles[0]?.toLowerCase() }),
  skpd: await skpdId(desk, skpd),
  ...(position !== undefined && { position }),
  ...(phone !== undefined && { phone }),
});

/**
 * An account that nobody can come in with yet, for it has no password; inside the use case's transaction. Answers with
 * its id.
 */
export async function makeAccount(desk: Desk, door: AccountDoor, said: Said & Numbered): Promise<number> {
  if (door === 'portal') {
    const users = desk.strapi.plugin('users-permissions').service<PortalAccounts>('user');
    const { id } = await users.add({
      ...(await portalValues(desk, said)),
      ...(said.nip && { nip: said.nip }),
      username: await usernameFor(desk, said.email.toLowerCase()),
      provider: 'local',
      confirmed: true,
      blocked: false,
    });
    return Number(id);
  }
  const { id } = await staffOf(desk).create({
    ...split(said.fullName),
    email: said.email.toLowerCase(),
    isActive: false,
    // Strapi would make one with every account, and it would look as if somebody had been told.
    registrationToken: null,
    preferedLanguage: 'id',
    roles: await staffRoles(desk, said.roles, []),
  });
  await joinTeams(desk, Number(id), [], said.teams ?? []);
  return Number(id);
}

/** Writes what is said over an account; inside the use case's transaction. */
export async function writeAccount(desk: Desk, before: AccountRow, said: Said): Promise<void> {
  if (before.door === 'portal') {
    await usersOf(desk).edit(before.id, await portalValues(desk, said));
    return;
  }
  await staffOf(desk).updateById(before.id, {
    ...split(said.fullName),
    email: said.email.toLowerCase(),
    roles: await staffRoles(desk, said.roles, before.roles),
  });
  if (said.teams) await joinTeams(desk, before.id, before.teams, said.teams);
}
