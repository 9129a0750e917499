import { can, type Actor, type Policy, type Rule } from '../access';
import type { TicketFacts } from '../facts';
import type { RefusalCode } from '../refusal';
import type { Status } from '../status';
import { obstacleTo } from './obstacle';
import { ACTIONS, transitionOf, type Action } from './transitions';

/** Why an action may or may not be carried out, for the screens that answer *mengapa tidak boleh?* */
export type Explanation =
  | { readonly action: Action; readonly allowed: true; readonly rule: Rule }
  | {
      readonly action: Action;
      readonly allowed: false;
      readonly because: 'state';
      readonly code: RefusalCode;
      readonly from: readonly Status[];
    }
  | {
      readonly action: Action;
      readonly allowed: false;
      readonly because: 'policy';
      readonly confidential: boolean;
      readonly missing: readonly Rule[];
    };

/**
 * One answer per action, in the order of the table: the rule that decided, or what stands in the way; authority first.
 */
export const explain = (policy: Policy, ticket: TicketFacts, actor: Actor, now: number): Explanation[] =>
  ACTIONS.map((action): Explanation => {
    const { moves, may } = transitionOf(action);
    const decision = can(policy, actor, may, ticket, now);
    if (!decision.allowed)
      return {
        action,
        allowed: false,
        because: 'policy',
        confidential: decision.confidential,
        missing: decision.missing,
      };
    const obstacle = obstacleTo(ticket, action, now);
    if (obstacle)
      return { action, allowed: false, because: 'state', code: obstacle.code, from: Object.keys(moves) as Status[] };
    return { action, allowed: true, rule: decision.rule };
  });
