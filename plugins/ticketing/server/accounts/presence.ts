import type { Core } from '@strapi/strapi';
import { SEEN_EVERY_MS, type Actor, type Language, type Preferences } from '../../domain';
import { GROUND_VERSION } from '../desk/ground';
import {
  PORTAL_COLUMNS,
  PORTAL_FROM,
  STAFF_COLUMNS,
  STAFF_FROM,
  toPortal,
  toStaff,
  type PortalRow,
  type StaffRow,
} from '../desk/people';
import { connection } from '../database/transaction';
import { rowsByKey, run, sql, type Sql } from '../database/sql';

/** Whose session it is, at which version of the ground. Nobody's where it does not hold, or the account is not in use. */
export interface Presence {
  readonly version: string;
  readonly actor: Actor | null;
  readonly preferences: Preferences | null;
}
type Row<Person> = { readonly version: string } & (Person | { readonly id: null });

/** One row in any case: the version, and beside it the person, if there is one. */
const beside = (person: Sql): Sql =>
  sql`select ${GROUND_VERSION} as version, p.* from (select) as one left join (${person}) p on true`;

/** A session of the panel: Strapi's own row of it, and the account in the same look. `now` in epoch ms. */
export async function staffPresence(
  strapi: Core.Strapi,
  { userId, sessionId }: { readonly userId: string; readonly sessionId: string },
  now: number,
): Promise<Presence> {
  const [row] = await rowsByKey<Row<StaffRow>>(
    connection(strapi),
    beside(sql`select ${STAFF_COLUMNS} from desk_staff_sessions() a join ${STAFF_FROM} on u.id = ${Number(userId)}
      where a.id = ${sessionId} and a.staff_id = ${userId} and a.expires_at > ${new Date(now)} and u.is_in_use`),
  );
  return { version: row?.version ?? '', actor: row && row.id !== null ? toStaff(row) : null, preferences: null };
}

type Portal = PortalRow & { seen_at: Date; language: Language | null; privacy_version: string | null };

/**
 * A session of the portal, by the name its token carries. Its last use is written at most every five minutes, and never
 * keeps anybody out.
 */
export async function portalPresence(
  strapi: Core.Strapi,
  { id, jti }: { readonly id: number; readonly jti: string },
  address: string | null,
  now: number,
): Promise<Presence> {
  const [row] = await rowsByKey<Row<Portal>>(
    connection(strapi),
    beside(sql`select ${PORTAL_COLUMNS}, a.seen_at, u.language, (select version from privacy_acknowledgements where
      user_id = u.id order by at desc limit 1) as privacy_version
      from portal_sessions a join ${PORTAL_FROM} on u.id = a.user_id
      where a.id = ${jti} and a.user_id = ${id} and a.ended_at is null and a.expires_at > ${new Date(now)} and not
        u.blocked`),
  );
  if (!row || row.id === null) return { version: row?.version ?? '', actor: null, preferences: null };
  if (now - row.seen_at.getTime() > SEEN_EVERY_MS) await noteUse(strapi, jti, address, now);
  return {
    version: row.version,
    actor: toPortal(row),
    preferences: { language: row.language, privacyVersion: row.privacy_version },
  };
}

/** Of several requests at once only the first writes. */
export const noteUse = (strapi: Core.Strapi, jti: string, address: string | null, now: number): Promise<void> =>
  run(
    connection(strapi),
    sql`update portal_sessions set seen_at = ${new Date(now)}, seen_address = ${address} where id = ${jti} and seen_at
      < ${new Date(now - SEEN_EVERY_MS)}`,
  ).catch((error: unknown) => {
    strapi.log.warn(`the last use of a session is not noted: ${String(error)}`);
  });
