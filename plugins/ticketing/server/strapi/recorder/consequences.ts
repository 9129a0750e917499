import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { LINK_PURPOSES, type SessionEnd } from '../../../domain';
import { voidLinks } from '../../accounts/account-links';
import { closeSessions } from '../../accounts/sessions';
import { UID } from '../../database/content-types';
import { systemCaller } from '../../database/caller';
import type { Trx } from '../../database/transaction';
import { deskOf } from '../../desk/desk';
import { releaseWork } from '../../tickets/hand-over';
import type { Author } from '../../audit/author';
import { closeStaffSessions } from '../close-staff-sessions';
import type { Change } from './change';

const reasonOf = ({ secrets, after, before }: Change): SessionEnd | 'emailChanged' | null => {
  if (after?.['blocked'] === true || after?.['isActive'] === false) return 'accountBlocked';
  if (secrets?.includes('password')) return 'passwordChanged';
  return before?.['email'] !== undefined && after?.['email'] !== undefined ? 'emailChanged' : null;
};

/** Of a person who changes their own password in the panel, the session they do it from. */
function ownSession(strapi: Core.Strapi, id: number): string | null {
  const ctx = strapi.requestContext.get() as Context | undefined;
  const { user, session } = (ctx?.state ?? {}) as { user?: { id: number }; session?: { id: string } };
  return user?.id === id ? (session?.id ?? null) : null;
}

/** Tickets are not left with somebody who cannot come in any more. */
async function leaveWork(strapi: Core.Strapi, trx: Trx, now: number, id: number): Promise<void> {
  const desk = deskOf(strapi);
  await releaseWork(desk, trx, systemCaller((await desk.inForce()).policy, now), id);
}

/**
 * What must follow, in the same transaction, when an account changes by whatever door: a new password or a blocked
 * account ends every session (CVE-2026-22706), at the portal and in the panel, and takes back every link; a new address
 * takes back the links sent to the old one.
 */
export async function followUp(
  strapi: Core.Strapi,
  trx: Trx,
  author: Author,
  now: number,
  uid: string,
  id: number,
  change: Change,
): Promise<void> {
  const isStaff = uid === UID.staffUser;
  const why = isStaff || uid === UID.portalUser ? reasonOf(change) : null;
  if (!why) return;
  if (isStaff) {
    if (why === 'accountBlocked') await leaveWork(strapi, trx, now, id);
    if (why !== 'emailChanged')
      await closeStaffSessions(trx, author, now, { user: id, why, except: ownSession(strapi, id) });
    return;
  }
  await voidLinks(trx, id, LINK_PURPOSES, now);
  if (why !== 'emailChanged') await closeSessions(trx, author, now, { user: id, why });
}
