import {
  ENDED_STATUSES,
  HEAD_OF_OFFICE,
  ownUnits,
  scopeOf,
  statusList,
  type Actor,
  type Condition,
  type Permission,
  type Policy,
} from '../../domain';
import { all, any, sql, trusted, type Sql } from '../database/sql';

const FALSE = sql`false`;

/** Each condition of the policy as SQL; the pure twin stands in `domain/access`, and a test holds them together. */
const CONDITION_SQL: Record<Condition, (actor: Actor, now: number) => Sql> = {
  ownSkpd: (actor) => {
    const [own, ...former] = ownUnits(actor);
    if (own === undefined) return FALSE;
    return former.length > 0 ? sql`s.code = any(${[own, ...former]})` : sql`s.code = ${own}`;
  },
  ownTicket: (actor) => (actor.kind === 'portal' ? sql`t.requester_id = ${actor.id}` : FALSE),
  assignedToMe: (actor) => (actor.kind === 'staff' ? sql`t.assignee_id = ${actor.id}` : FALSE),
  myTeam: (actor) => (actor.teamCodes.length ? sql`g.code = any(${actor.teamCodes})` : FALSE),
  whileNew: () => sql`t.status = 'NEW'`,
  beforeResolved: () => sql`t.status not in (${trusted(statusList(ENDED_STATUSES))})`,
  cancelRequested: () => sql`t.cancel_requested_at is not null`,
  // A list holds tickets, and no file is at hand.
  ownFile: () => sql`true`,
  withinWindow: (_, now) => sql`t.locks_at > ${new Date(now)}`,
  notLocked: (_, now) => sql`(t.locks_at is null or t.locks_at > ${new Date(now)})`,
  helping: (actor) =>
    actor.kind === 'staff'
      ? sql`exists (select 1 from desk_ticket_helpers() hl where hl.ticket_id = t.id and hl.staff_id = ${actor.id})`
      : FALSE,
  headApproves: () => sql`(t.approved_at is null and c.approver = ${HEAD_OF_OFFICE})`,
  approverTeam: (actor) =>
    actor.teamCodes.length ? sql`(t.approved_at is null and c.approver = any(${actor.teamCodes}))` : FALSE,
};

const alternativesOf = (actor: Actor, now: number) => (alternatives: readonly (readonly Condition[])[]) =>
  any(alternatives.map((when) => all(when.map((condition) => CONDITION_SQL[condition](actor, now)))));

/**
 * Confidential tickets that this actor may count and not read; null for whoever does not see the whole office, for a
 * number would tell them of tickets they should not know of.
 */
export function countedClause(policy: Policy, actor: Actor): Sql | null {
  const { anyOf, confidentialAnyOf } = scopeOf(policy, actor, 'report:read');
  const reading = scopeOf(policy, actor, 'ticket:read');
  const isWhole = [anyOf, reading.anyOf].every((alternatives) => alternatives.some((when) => when.length === 0));
  return isWhole && !confidentialAnyOf.some((when) => when.length === 0)
    ? sql`(t.is_confidential and not coalesce(${alternativesOf(actor, 0)(confidentialAnyOf)}, false))`
    : null;
}

/** Which tickets this actor's lists and reports may hold: the same policy that guards each ticket. */
export function scopeClause(policy: Policy, actor: Actor, permission: Permission, now: number): Sql {
  const { anyOf, confidentialAnyOf } = scopeOf(policy, actor, permission);
  const clause = alternativesOf(actor, now);
  return all([clause(anyOf), any([sql`not coalesce(t.is_confidential, false)`, clause(confidentialAnyOf)])]);
}
