import type { TicketFacts } from '../facts';
import { Refusal } from '../refusal';
import type { Actor } from './actor';
import { CONDITIONS, type Condition } from './conditions';
import type { Permission } from './permissions';
import { rulesOfGrants } from './grant-rules';
import type { Policy, Rule } from './policy';

/** The answer to *may I?*, with the line that allowed it, or the lines that would have and what they still ask. */
export type Decision =
  | { readonly allowed: true; readonly rule: Rule }
  | { readonly allowed: false; readonly missing: readonly Rule[]; readonly confidential: boolean };

/** The lines that are about this actor. */
export const rulesFor = (policy: Policy, { kind, roles, grants = [] }: Actor): Policy =>
  kind === 'system' && roles.length === 0
    ? rulesOfGrants(grants)
    : policy.filter(({ role }) => roles.some((worn) => worn === role));

/**
 * May this actor do this, to this ticket, at this instant (epoch ms)? Without a ticket: could any line ever allow it?
 */
export function can(policy: Policy, actor: Actor, permission: Permission, ticket?: TicketFacts, now = 0): Decision {
  const candidates = rulesFor(policy, actor).filter(({ may }) => may === permission);
  const rule = candidates.find(
    ({ when }) => !ticket || when.every((condition) => CONDITIONS[condition](actor, ticket, now)),
  );
  if (!rule) return { allowed: false, missing: candidates, confidential: false };
  // A confidential service narrows every permission: whoever may not read the ticket may do nothing to it.
  if (ticket?.isConfidential && permission !== 'ticket:readConfidential') {
    const reading = can(policy, actor, 'ticket:readConfidential', ticket, now);
    if (!reading.allowed) return { ...reading, confidential: true };
  }
  return { allowed: true, rule };
}

/** The same question, answered by throwing: `notFound` where even reading is refused, so that nothing leaks. */
export function demand(policy: Policy, actor: Actor, permission: Permission, ticket: TicketFacts, now: number): Rule {
  const decision = can(policy, actor, permission, ticket, now);
  if (decision.allowed) return decision.rule;
  if (!can(policy, actor, 'ticket:read', ticket, now).allowed) throw new Refusal('notFound');
  throw new Refusal('notAllowed', { permission, needs: decision.missing.map(({ role, when }) => ({ role, when })) });
}

/**
 * Which tickets a list may hold: any of `anyOf`, and where confidential also any of `confidentialAnyOf`. Empty means
 * none.
 */
export interface Scope {
  readonly anyOf: readonly (readonly Condition[])[];
  readonly confidentialAnyOf: readonly (readonly Condition[])[];
}
export const scopeOf = (policy: Policy, actor: Actor, permission: Permission): Scope => {
  const alternatives = (may: Permission) =>
    rulesFor(policy, actor)
      .filter((rule) => rule.may === may)
      .map(({ when }) => when);
  return { anyOf: alternatives(permission), confidentialAnyOf: alternatives('ticket:readConfidential') };
};
