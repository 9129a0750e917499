import type { SessionEnd } from '../../domain';
import { append } from '../audit/append';
import type { Author } from '../audit/author';
import { rowsOf, sql } from '../database/sql';
import type { Trx } from '../database/transaction';

interface Ending {
  readonly user: number;
  readonly why: SessionEnd;
  /** The session that goes on, with those it was renewed from: of somebody who changes their own password. */
  readonly except?: string | null;
}

/**
 * Ends the panel's sessions of one account, renewable ones too, and writes down how many. Strapi keeps a session until
 * it expires, whatever becomes of the account.
 */
export async function closeStaffSessions(
  trx: Trx,
  author: Author,
  now: number,
  { user, why, except = null }: Ending,
): Promise<void> {
  const ended = await rowsOf<{ status: string }>(
    trx,
    sql`delete from strapi_sessions s where s.origin = 'admin' and s.user_id = ${String(user)} and not exists (
        select 1 from strapi_sessions k where k.session_id = ${except}
          and (k.session_id = s.session_id or k.device_id = s.device_id)
      ) returning coalesce(s.status, 'active') as status`,
  );
  const sessions = ended.filter(({ status }) => status === 'active').length;
  if (sessions > 0)
    await append(trx, author, now, {
      subjectType: 'staff-account',
      subjectId: String(user),
      event: 'endSessions',
      payload: { reason: why, sessions },
    });
}
