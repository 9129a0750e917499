import { LINK_PURPOSES, type SessionEnd } from '../../../domain';
import { voidLinks } from '../../accounts/account-links';
import { closeSessions } from '../../accounts/sessions';
import { UID } from '../../database/content-types';
import type { Trx } from '../../database/transaction';
import type { Author } from '../../audit/author';
import type { Change } from './change';

const reasonOf = ({ secrets, after, before }: Change): SessionEnd | 'emailChanged' | null => {
  if (after?.['blocked'] === true) return 'accountBlocked';
  if (secrets?.includes('password')) return 'passwordChanged';
  return before?.['email'] !== undefined && after?.['email'] !== undefined ? 'emailChanged' : null;
};

/**
 * What must follow, in the same transaction, when an account changes by whatever door: a new password or a blocked
 * account ends every session (CVE-2026-22706) and takes back every link; a new address takes back the links sent to the
 * old one.
 */
export async function followUp(
  trx: Trx,
  author: Author,
  now: number,
  uid: string,
  id: number,
  change: Change,
): Promise<void> {
  const why = uid === UID.portalUser ? reasonOf(change) : null;
  if (!why) return;
  await voidLinks(trx, id, LINK_PURPOSES, now);
  if (why !== 'emailChanged') await closeSessions(trx, author, now, { user: id, why });
}
