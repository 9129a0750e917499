import type { Knex } from 'knex';
import type { Rule, Status, TicketEvent } from '../../domain';
import { append, type Entry } from './append';
import { hatOf, type Caller } from '../database/caller';
import { type Trx } from '../database/transaction';
import { rowsByKey, sql } from '../database/sql';

export { canonical } from './chain.mjs';

/** What a ticket's audit entry may carry. `facts` are words for people; `before` and `after` hold changed columns. */
export interface TicketPayload {
  readonly from?: Status | null;
  readonly to?: Status;
  readonly text?: string;
  readonly isInternal?: boolean;
  readonly facts?: Readonly<Record<string, string>>;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

export interface AuditRow {
  readonly id: number;
  readonly event: TicketEvent;
  readonly at: Date;
  readonly actor_kind: string;
  readonly actor_id: number | null;
  readonly actor_name: string;
  readonly actor_role: string;
  readonly payload: TicketPayload;
}

export interface NewEntry extends Entry {
  readonly role?: Rule['role'];
}

/** Appends to the subject's chain what a caller did, inside the use case's transaction. */
export const record = (trx: Trx, caller: Caller, { role, ...entry }: NewEntry): Promise<void> =>
  append(
    trx,
    {
      kind: caller.actor.kind,
      id: caller.actor.id,
      name: caller.actor.name,
      role: hatOf(caller, role),
      address: caller.address,
      requestId: caller.requestId,
    },
    caller.now,
    entry,
  );

/** A ticket's own entries, oldest first. */
export const entriesOf = (on: Knex, number: string): Promise<AuditRow[]> =>
  rowsByKey<AuditRow>(
    on,
    sql`select id, event, at, actor_kind, actor_id, actor_name, actor_role, payload::json as payload from
      audit_entries where subject_type = 'ticket' and subject_id = ${number} order by id`,
  );
