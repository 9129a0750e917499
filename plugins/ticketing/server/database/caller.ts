import { randomUUID } from 'node:crypto';
import type { Actor, Language, Policy, Preferences, Rule } from '../../domain';

/** Who calls, from where and when: time and identity are arguments of every use case, never looked up inside. */
export interface Caller {
  readonly actor: Actor;
  /** The authority matrix in force when the request came in. */
  readonly policy: Policy;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly language: Language;
  readonly address: string | null;
  readonly requestId: string;
  readonly idempotencyKey: string | null;
  /** The portal session this call came through, if it did. */
  readonly sessionId?: string | null;
  /** What the portal remembers of whoever calls, if it is somebody of the portal's. */
  readonly preferences?: Preferences | null;
  /** A history that is only lived again, such as that of the samples: nobody is told of it. */
  readonly isReplay?: true;
}

/** Who acts when nobody does: what happens by itself is signed by the system. */
const BY_ITSELF: Actor = { kind: 'system', id: 0, name: 'Layanan otomatis', roles: [], skpdCode: null, teamCodes: [] };
export const systemCaller = (policy: Policy, now: number): Caller => ({
  actor: BY_ITSELF,
  policy,
  now,
  language: 'id',
  address: null,
  requestId: randomUUID(),
  idempotencyKey: null,
});

/** The hat that acted: the role of the rule that allowed it, or the actor's first. */
export const hatOf = (caller: Caller, role?: Rule['role']): string =>
  caller.actor.grants ? 'API_TOKEN' : (role ?? caller.actor.roles[0] ?? 'SYSTEM');
