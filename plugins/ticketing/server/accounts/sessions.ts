import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { KEPT_MS, SEEN_EVERY_MS, type SessionEnd } from '../../domain';
import { append } from '../audit/append';
import type { Author } from '../audit/author';
import { connection, type Trx } from '../database/transaction';
import { rowsByKey, run, sql, trusted } from '../database/sql';
import { forgetDevices } from '../short-messages/devices';
import { noteUse } from './presence';

/** What a portal token says of itself: the account, the session's name, and when it expires in epoch seconds. */
export interface Claims {
  readonly id?: number;
  readonly jti?: string;
  readonly exp?: number;
}
interface JwtService {
  issue(payload: object): string;
}

/** Where a session began. */
export interface Origin {
  readonly address: string | null;
  readonly userAgent: string | null;
}
export const originOf = (ctx: Context): Origin => ({
  address: ctx.ip || null,
  userAgent:
    ctx
      .get('user-agent')
      .toWellFormed()
      .replace(/\p{Cc}/gu, '')
      .slice(0, 300) || null,
});

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const claimsIn = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Claims;

/** Rows of long ago that one sign-in clears away. */
const SWEPT = 100;

/** Enters a token that has just been issued into the register: from here on it opens the door. `now` in epoch ms. */
export async function openSession(trx: Trx, token: string, { address, userAgent }: Origin, now: number): Promise<void> {
  const { id, jti, exp } = claimsIn(token);
  if (id === undefined || jti === undefined || exp === undefined)
    throw new Error('a portal token without a session was issued');
  const at = new Date(now);
  await trx('portal_sessions').insert({
    id: jti,
    user_id: id,
    address,
    user_agent: userAgent,
    created_at: at,
    seen_at: at,
    seen_address: address,
    expires_at: new Date(exp * 1000),
  });
  for (const table of ['portal_sessions', 'account_links'])
    await run(
      trx,
      sql`delete from ${trusted(table)} where ctid = any(array(select ctid from ${trusted(table)} where expires_at <
        ${new Date(now - KEPT_MS)} limit ${SWEPT} for update skip locked))`,
    );
}

export interface Ending {
  readonly user: number;
  readonly why: SessionEnd;
  readonly only?: string | undefined;
  readonly except?: string | null;
}

/**
 * Ends sessions of one account, with the devices told in them, and writes down how many; what has ended or expired
 * already is left as it is.
 */
export async function closeSessions(
  trx: Trx,
  author: Author,
  now: number,
  { user, why, only, except }: Ending,
): Promise<number> {
  const query = trx('portal_sessions')
    .where({ user_id: user })
    .whereNull('ended_at')
    .where('expires_at', '>', new Date(now));
  if (only) query.where({ id: only });
  if (except) query.whereNot({ id: except });
  const ended = await query.update({ ended_at: new Date(now), end_reason: why });
  await forgetDevices(trx, user, { only, except });
  if (ended > 0)
    await append(trx, author, now, {
      subjectType: 'portal-account',
      subjectId: String(user),
      event: why === 'signedOut' ? 'signOut' : 'endSessions',
      payload: { reason: why, sessions: ended },
    });
  return ended;
}

/**
 * Whether the register still knows a token. Its last use is written at most every five minutes, and never keeps anybody
 * out.
 */
export async function isSessionLive(strapi: Core.Strapi, { id, jti }: Claims): Promise<boolean> {
  if (id === undefined || !jti || !UUID.test(jti)) return false;
  const now = Date.now();
  const [row] = await rowsByKey<{ seen_at: Date }>(
    connection(strapi),
    sql`select seen_at from portal_sessions where id = ${jti} and user_id = ${id} and ended_at is null and expires_at
      > ${new Date(now)}`,
  );
  if (row && now - row.seen_at.getTime() > SEEN_EVERY_MS)
    await noteUse(strapi, jti, (strapi.requestContext.get() as Context | undefined)?.ip ?? null, now);
  return row !== undefined;
}

/** A token for this account, entered into the register in the same transaction. */
export async function beginSession(
  strapi: Core.Strapi,
  trx: Trx,
  user: number,
  origin: Origin,
  now: number,
): Promise<string> {
  const token = (strapi.plugin('users-permissions').service('jwt') as unknown as JwtService).issue({ id: user });
  await openSession(trx, token, origin, now);
  return token;
}
