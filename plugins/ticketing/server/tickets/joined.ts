import type { Knex } from 'knex';
import { rowsByKey, sql, type Sql } from '../database/sql';

/** People who said that it happens to them too. History knows them; nothing is counted beside it. */
export interface Joined {
  readonly actor_kind: string;
  readonly actor_id: number | null;
}

export const joinedOf = (on: Knex, number: string): Promise<Joined[]> =>
  rowsByKey<Joined>(
    on,
    sql`select actor_kind, actor_id from audit_entries where subject_type = 'ticket' and subject_id = ${number} and
      event = 'join'`,
  );

/** How many people joined a ticket, as a column beside `t`. */
export const AFFECTED = sql`(select count(*)::int from audit_entries j where j.subject_type = 'ticket' and
  j.subject_id = t.number and j.event = 'join')`;

/** Tickets a portal account joined, for `t.number in (…)`. */
export const joinedBy = (account: number): Sql =>
  sql`(select j.subject_id from audit_entries j where j.subject_type = 'ticket' and j.event = 'join' and j.actor_kind
    = 'portal' and j.actor_id = ${account})`;
