import type { TokenGrant } from './grants';
import type { Role } from './roles';

/** Whoever asks. One person may wear several hats; the rule that decides names the one that acted. */
export interface Actor {
  readonly kind: 'portal' | 'staff' | 'system' | 'visitor';
  readonly id: number;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly skpdCode: string | null;
  readonly teamCodes: readonly string[];
  /** What another system was given; nobody else has any. */
  readonly grants?: readonly TokenGrant[];
}

/** Somebody without a session, at an endpoint that is open to all. */
export const VISITOR: Actor = { kind: 'visitor', id: 0, name: 'Pengunjung', roles: [], skpdCode: null, teamCodes: [] };
