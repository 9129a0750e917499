import type { Device, Place } from './device';
import type { Language } from './language';
import { HOUR_MS } from './wib';

/**
 * The wording of the privacy notice in force, by the day it was agreed. Whoever has not read this one is shown it.
 * Source: UU 27/2022.
 */
export const PRIVACY_VERSION = '2026-11-29';

/** What the portal remembers of a person; `privacyVersion` is the notice last read. */
export interface Preferences {
  readonly language: Language | null;
  readonly privacyVersion: string | null;
}

/** What a link that was mailed to somebody is good for, once. */
export const LINK_PURPOSES = ['RESET', 'INVITE', 'EMAIL'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** How long each kind of link lives, in ms, and how many of it one account is sent within an hour. */
export const LINKS = {
  RESET: { life: HOUR_MS, most: 3 },
  INVITE: { life: 7 * 24 * HOUR_MS, most: 10 },
  EMAIL: { life: 24 * HOUR_MS, most: 5 },
} as const satisfies Record<LinkPurpose, { life: number; most: number }>;

/** A session's last use is written at most this often, in ms. */
export const SEEN_EVERY_MS = 5 * 60_000;
/** Ended or expired sessions, and spent links, are kept this long, in ms, so that people and auditors can look back. */
export const KEPT_MS = 90 * 24 * HOUR_MS;

export const SESSION_SCOPES = ['current', 'others', 'all'] as const;
export type SessionScope = (typeof SESSION_SCOPES)[number];
/** Why a session came to its end before its time. */
export type SessionEnd = 'signedOut' | 'endedByOwner' | 'passwordChanged' | 'accountBlocked';

/** A device that is signed in. Times are ISO 8601 in UTC. */
export interface SessionInfo {
  readonly id: string;
  readonly isCurrent: boolean;
  readonly device: Device;
  readonly address: string | null;
  readonly place: Place;
  readonly signedInAt: string;
  /** At most five minutes behind. */
  readonly lastSeenAt: string;
  readonly expiresAt: string;
}

/** Everything a person may see of the own account, and mend. */
export interface AccountDetail {
  readonly username: string;
  readonly email: string;
  /** An address that waits to be confirmed. */
  readonly pendingEmail: string | null;
  /** Its mail server refused three letters in a row: no more are sent until one arrives, or the address is another. */
  readonly isMailPaused: boolean;
  readonly fullName: string;
  readonly phone: string | null;
  readonly nip: string | null;
  readonly position: string | null;
  readonly skpdName: string | null;
  readonly language: Language | null;
  readonly createdAt: string;
  readonly privacy: { readonly version: string; readonly at: string } | null;
}

/** Whose password a link sets. */
export interface PasswordLink {
  readonly purpose: 'RESET' | 'INVITE';
  readonly fullName: string;
  readonly username: string;
  readonly email: string;
  readonly expiresAt: string;
}
