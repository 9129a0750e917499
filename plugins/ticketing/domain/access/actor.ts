import type { TokenGrant } from './grants';
import type { Role } from './roles';

/** Whoever asks. One person may wear several hats; the rule that decides names the one that acted. */
export interface Actor {
  readonly kind: 'portal' | 'staff' | 'system' | 'visitor';
  readonly id: number;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly skpdCode: string | null;
  /** Units whose place the own one holds; what they filed is its own. Absent where there are none. */
  readonly formerSkpdCodes?: readonly string[];
  readonly teamCodes: readonly string[];
  /** What another system was given; nobody else has any. */
  readonly grants?: readonly TokenGrant[];
}

/** Somebody without a session, at an endpoint that is open to all. */
export const VISITOR: Actor = { kind: 'visitor', id: 0, name: 'Pengunjung', roles: [], skpdCode: null, teamCodes: [] };

/** The units whose tickets are somebody's own, by code: theirs, and those it took the place of. */
export const ownUnits = ({ skpdCode, formerSkpdCodes = [] }: Actor): readonly string[] =>
  skpdCode === null ? [] : [skpdCode, ...formerSkpdCodes];
