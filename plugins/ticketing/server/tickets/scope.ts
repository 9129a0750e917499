import type { Knex } from 'knex';
import { scopeOf, type Actor, type Condition, type Permission, type Policy } from '../../domain';

/** A piece of SQL with its values, over the tables of `TICKET_FROM`. */
export interface Clause {
  readonly sql: string;
  readonly bindings: readonly Knex.RawBinding[];
}

const TRUE: Clause = { sql: 'true', bindings: [] };
const FALSE: Clause = { sql: 'false', bindings: [] };

const combine = (clauses: readonly Clause[], word: 'and' | 'or', empty: Clause): Clause =>
  clauses.length === 0
    ? empty
    : {
        sql: `(${clauses.map(({ sql }) => sql).join(` ${word} `)})`,
        bindings: clauses.flatMap(({ bindings }) => bindings),
      };
export const all = (clauses: readonly Clause[]): Clause => combine(clauses, 'and', TRUE);
export const any = (clauses: readonly Clause[]): Clause => combine(clauses, 'or', FALSE);

/** Each condition of the policy as SQL; the pure twin stands in `domain/access`, and a test holds them together. */
const CONDITION_SQL: Record<Condition, (actor: Actor, now: number) => Clause> = {
  ownSkpd: (actor) => (actor.skpdCode ? { sql: 's.code = ?', bindings: [actor.skpdCode] } : FALSE),
  ownTicket: (actor) => (actor.kind === 'portal' ? { sql: 't.requester_id = ?', bindings: [actor.id] } : FALSE),
  assignedToMe: (actor) => (actor.kind === 'staff' ? { sql: 't.assignee_id = ?', bindings: [actor.id] } : FALSE),
  myTeam: (actor) =>
    actor.teamCodes.length
      ? { sql: `g.code = any(string_to_array(?, ','))`, bindings: [actor.teamCodes.join(',')] }
      : FALSE,
  whileNew: () => ({ sql: `t.status = 'NEW'`, bindings: [] }),
  beforeResolved: () => ({ sql: `t.status not in ('RESOLVED', 'REJECTED', 'CANCELLED')`, bindings: [] }),
  withinWindow: (_, now) => ({ sql: 't.locks_at > ?', bindings: [new Date(now)] }),
  notLocked: (_, now) => ({ sql: '(t.locks_at is null or t.locks_at > ?)', bindings: [new Date(now)] }),
  helping: (actor) =>
    actor.kind === 'staff'
      ? {
          sql: 'exists (select 1 from tickets_helpers_lnk hl where hl.ticket_id = t.id and hl.user_id = ?)',
          bindings: [actor.id],
        }
      : FALSE,
  approverTeam: (actor) =>
    actor.teamCodes.length
      ? {
          sql: `(t.approved_at is null and c.approver = any(string_to_array(?, ',')))`,
          bindings: [actor.teamCodes.join(',')],
        }
      : FALSE,
};

/** Which tickets this actor's lists and reports may hold: the same policy that guards each ticket. */
export function scopeClause(policy: Policy, actor: Actor, permission: Permission, now: number): Clause {
  const { anyOf, confidentialAnyOf } = scopeOf(policy, actor, permission);
  const clause = (alternatives: readonly (readonly Condition[])[]) =>
    any(alternatives.map((when) => all(when.map((condition) => CONDITION_SQL[condition](actor, now)))));
  return all([
    clause(anyOf),
    any([{ sql: 'not coalesce(t.is_confidential, false)', bindings: [] }, clause(confidentialAnyOf)]),
  ]);
}
