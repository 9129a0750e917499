import { LIMITS } from '../limits';
import type { MailNature } from './nature';

/** What is known of a mail when it is judged. What was not asked for, since something before it failed, is false or 0. */
export interface MailFacts {
  readonly nature: MailNature;
  /** From one of our own addresses: what we sent came back. */
  readonly isOwn: boolean;
  readonly token: 'none' | 'forged' | 'expired' | 'good';
  /** Whether the token's person still has an account in use. */
  readonly isKnown: boolean;
  /** Whether it comes from that account's address, and from no other. */
  readonly isFromThem: boolean;
  /** Whether they may comment on that ticket now. */
  readonly mayComment: boolean;
  /** Characters of their own words, and files beside them. */
  readonly words: number;
  readonly files: number;
}

/** Why a mail is not taken, in the order in which it is asked: the first that holds is said. */
const REASONS = [
  ['own', ({ isOwn }) => isOwn],
  ['unknownBounce', ({ nature }) => nature === 'bounce'],
  ['automatic', ({ nature }) => nature === 'automatic'],
  ['noToken', ({ token }) => token === 'none'],
  ['forgedToken', ({ token }) => token === 'forged'],
  ['expiredToken', ({ token }) => token === 'expired'],
  ['unknownPerson', ({ isKnown }) => !isKnown],
  ['otherSender', ({ isFromThem }) => !isFromThem],
  ['mayNotComment', ({ mayComment }) => !mayComment],
  ['empty', ({ words, files }) => words === 0 && files === 0],
  ['tooLong', ({ words }) => words > LIMITS.comment],
] as const satisfies readonly (readonly [string, (facts: MailFacts) => boolean])[];

/** Beside those of the table: what was never judged, since it was not read, or what the use case itself refused. */
const BESIDE = ['tooLarge', 'unreadable', 'usedTwice', 'refused', 'failed'] as const;
export type QuarantineReason = (typeof REASONS)[number][0] | (typeof BESIDE)[number];
export const QUARANTINE_REASONS: readonly QuarantineReason[] = [...REASONS.map(([reason]) => reason), ...BESIDE];

/** Why a mail is not taken; null for one that becomes a comment. */
export const judgeMail = (facts: MailFacts): QuarantineReason | null =>
  REASONS.find(([, holds]) => holds(facts))?.[0] ?? null;
