import type { Knex } from 'knex';
import {
  deviceOf,
  placeOf,
  Refusal,
  type AccountDetail,
  type Actor,
  type Language,
  type SessionInfo,
} from '../../domain';
import type { Caller } from '../database/caller';
import { rowsOf, sql, type Sql } from '../database/sql';

/**
 * A portal account with what its own pages show. The columns Strapi declares optional are trusted here, nowhere else.
 */
export interface AccountRow {
  id: number;
  document_id: string;
  username: string;
  email: string;
  password: string | null;
  full_name: string | null;
  phone: string | null;
  nip: string | null;
  position: string | null;
  language: Language | null;
  blocked: boolean | null;
  created_at: Date;
  skpd_name: string | null;
  pending_email: string | null;
  privacy_version: string | null;
  privacy_at: Date | null;
  is_mail_paused: boolean;
}

const account = (condition: Sql, now: number): Sql => sql`
  select u.*, s.name as skpd_name, p.version as privacy_version, p.at as privacy_at, l.email as pending_email,
    mail_is_paused(u.email) as is_mail_paused
  from (select * from desk_accounts() where ${condition} order by id limit 1) u
    left join skpd s on s.id = u.skpd_id
    left join lateral (select version, at from privacy_acknowledgements where user_id = u.id order by at desc limit 1)
      p on true
    left join lateral (select email from account_links where user_id = u.id and purpose = 'EMAIL' and used_at is null
      and expires_at > ${new Date(now)} order by created_at desc limit 1) l on true`;

async function find(on: Knex, condition: Sql, now: number): Promise<AccountRow | null> {
  const [row] = await rowsOf<AccountRow>(on, account(condition, now));
  return row ?? null;
}

export async function accountOf(on: Knex, id: number, now: number): Promise<AccountRow> {
  const row = await find(on, sql`id = ${id}`, now);
  if (!row) throw new Refusal('unauthenticated');
  return row;
}
/** By what people type to say who they are; an e-mail goes before a username that looks like one. */
export const accountNamed = (on: Knex, identifier: string, now: number): Promise<AccountRow | null> =>
  find(
    on,
    sql`id in (select id from desk_accounts() where lower(email) = lower(${identifier}) union select id from
      desk_accounts() where username = ${identifier})`,
    now,
  );
export const accountByDocument = (on: Knex, documentId: string, now: number): Promise<AccountRow | null> =>
  find(on, sql`document_id = ${documentId}`, now);

export const namesOf = ({ username, email, full_name }: AccountRow) => ({ username, email, fullName: full_name ?? '' });

export const toDetail = (row: AccountRow): AccountDetail => ({
  username: row.username,
  email: row.email,
  pendingEmail: row.pending_email,
  isMailPaused: row.is_mail_paused,
  fullName: row.full_name ?? row.username,
  phone: row.phone,
  nip: row.nip,
  position: row.position,
  skpdName: row.skpd_name,
  language: row.language,
  createdAt: row.created_at.toISOString(),
  privacy:
    row.privacy_version && row.privacy_at ? { version: row.privacy_version, at: row.privacy_at.toISOString() } : null,
});

export interface SessionRow {
  id: string;
  address: string | null;
  user_agent: string | null;
  created_at: Date;
  seen_at: Date;
  seen_address: string | null;
  expires_at: Date;
}
export const toSession = (row: SessionRow, current: string | null): SessionInfo => {
  const address = row.seen_address ?? row.address;
  return {
    id: row.id,
    isCurrent: row.id === current,
    device: deviceOf(row.user_agent),
    address: address?.replace(/^::ffff:/, '') ?? null,
    place: placeOf(address),
    signedInAt: row.created_at.toISOString(),
    lastSeenAt: row.seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
};

/** An account is its owner's alone: staff have theirs in the panel, and other systems have none. */
export function ownerOf({ actor }: Caller): Actor {
  if (actor.kind !== 'portal') throw new Refusal('notAllowed', { permission: 'account:manage' });
  return actor;
}
