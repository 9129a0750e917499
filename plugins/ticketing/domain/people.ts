import type { Role } from './access';
import type { Named, Person } from './named';
import type { Issue } from './refusal';

/** The two ways in: the portal of the units, and the officers' panel. */
export const ACCOUNT_DOORS = ['portal', 'staff'] as const;
export type AccountDoor = (typeof ACCOUNT_DOORS)[number];
/** Which roles an account may be given at each door; at the portal one of them. */
export const ROLES_AT = {
  portal: ['REQUESTER', 'LEADER'],
  staff: ['OFFICER', 'COORDINATOR', 'ADMIN'],
} as const satisfies Record<AccountDoor, readonly Role[]>;

/**
 * An invited account has been mailed a link and nobody has come in with it yet; of an uninvited one, which a list was made
 * into, nobody was told.
 */
export const ACCOUNT_STATES = ['active', 'invited', 'uninvited', 'inactive'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** An account as administrators keep it. Times are ISO 8601 in UTC. */
export interface AccountEntry extends Person {
  readonly door: AccountDoor;
  readonly email: string;
  readonly roles: readonly Role[];
  /** Strapi's own highest role, which only its own screens give and take. */
  readonly isSuper: boolean;
  readonly state: AccountState;
  readonly skpd: Named | null;
  readonly teams: readonly Named[];
  readonly position: string | null;
  readonly phone: string | null;
  readonly lastSignInAt: string | null;
  /** Its mail server refused three letters in a row: no more are sent. */
  readonly isMailPaused: boolean;
  /** Tickets this officer is in charge of and that are being worked on. */
  readonly openTickets: number;
}

/** What an administrator says of an account. */
export interface AccountDraft {
  readonly roles: readonly Role[];
  readonly skpd?: string | null | undefined;
  readonly teams?: readonly string[] | undefined;
}

/** What does not go together at this door: a clerk without a unit, an officer's role in the portal. */
export function accountIssues(door: AccountDoor, { roles, skpd, teams = [] }: AccountDraft): Issue[] {
  const allowed: readonly Role[] = ROLES_AT[door];
  return [
    ...(roles.every((role) => allowed.includes(role)) && (door === 'staff' || roles.length === 1)
      ? []
      : [{ field: 'roles', code: 'notInList' as const, limit: allowed.join(', ') }]),
    ...(roles.includes('REQUESTER') && !skpd ? [{ field: 'skpd', code: 'required' as const }] : []),
    ...(door === 'staff' && skpd ? [{ field: 'skpd', code: 'unknown' as const }] : []),
    ...(door === 'portal' && teams.length > 0 ? [{ field: 'teams', code: 'unknown' as const }] : []),
  ];
}
