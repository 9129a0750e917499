import type { Knex } from 'knex';
import { rowsOf, type Trx } from '../database/transaction';

/** People who said that it happens to them too. History knows them; nothing is counted beside it. */
export interface Joined {
  readonly actor_kind: string;
  readonly actor_id: number | null;
}

const JOINS =
  "select actor_kind, actor_id from audit_entries where subject_type = 'ticket' and subject_id = ? and event = 'join'";

export const joinedOf = (on: Knex | Trx, number: string): Promise<Joined[]> => rowsOf<Joined>(on, JOINS, [number]);

/** How many people joined a ticket, as a column beside `t`. */
export const AFFECTED_SQL =
  "(select count(*)::int from audit_entries j where j.subject_type = 'ticket' and j.subject_id = t.number and j.event = 'join')";

/** Tickets a portal account joined, for `t.number in (…)`. Binds the account. */
export const JOINED_BY_SQL =
  "(select j.subject_id from audit_entries j where j.subject_type = 'ticket' and j.event = 'join' and j.actor_kind = 'portal' and j.actor_id = ?)";
