import type { Knex } from 'knex';
import type { Person, Rule, Status, TicketEvent } from '../../domain';
import { append, type Entry } from './append';
import type { Author } from './author';
import { hatOf, type Caller } from '../database/caller';
import { type Trx } from '../database/transaction';
import { rowsByKey, sql, type Sql } from '../database/sql';

export { canonical } from './chain.mjs';

/** What a ticket's audit entry may carry. `facts` are words for people; `before` and `after` hold changed columns. */
export interface TicketPayload {
  readonly from?: Status | null;
  readonly to?: Status;
  readonly text?: string;
  readonly isInternal?: boolean;
  /** Colleagues whom the text names, by the names that stand in it. */
  readonly mentions?: readonly Person[];
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

/** Who an entry of a caller's names. */
export const authorOf = (caller: Caller, role?: Rule['role']): Author => ({
  kind: caller.actor.kind,
  id: caller.actor.id,
  name: caller.actor.name,
  role: hatOf(caller, role),
  address: caller.address,
  requestId: caller.requestId,
});

/** Appends to the subject's chain what a caller did, inside the use case's transaction. */
export const record = (trx: Trx, caller: Caller, { role, ...entry }: NewEntry): Promise<void> =>
  append(trx, authorOf(caller, role), caller.now, entry);

/** The history of the ticket with this number, oldest first, as a list for JSON: `at` in epoch ms. */
export const historyOf = (number: Sql): Sql => sql`
  select id, event, (extract(epoch from at) * 1000)::bigint as at, actor_kind, actor_id, actor_name, actor_role, payload
  from audit_entries where subject_type = 'ticket' and subject_id = ${number} order by id`;

export interface History {
  readonly entries: readonly AuditRow[];
  /** What the next entry hangs on. */
  readonly last: string | null;
}
/** An entry inside a list of a row. */
export type HeldEntry = Omit<AuditRow, 'at'> & { readonly at: number; readonly hash: string };

/** A ticket's history, held until the transaction ends, for a list inside a row: `at` in epoch ms. */
export const heldHistory = (number: string): Sql => sql`
  select id, event, (extract(epoch from at) * 1000)::bigint as at, actor_kind, actor_id, actor_name, actor_role, payload,
    hash from hold_ticket_history(${number})`;

export const toHistory = (held: readonly HeldEntry[]): History => ({
  entries: held.map((entry) => ({ ...entry, at: new Date(entry.at) })),
  last: held.at(-1)?.hash ?? null,
});

/** What is read back of a payload once it is written. */
export const asKept = (payload: TicketPayload): TicketPayload => JSON.parse(JSON.stringify(payload)) as TicketPayload;

/** A ticket's own entries, oldest first. */
export const entriesOf = (on: Knex, number: string): Promise<AuditRow[]> =>
  rowsByKey<AuditRow>(
    on,
    sql`select id, event, at, actor_kind, actor_id, actor_name, actor_role, payload::json as payload from
      audit_entries where subject_type = 'ticket' and subject_id = ${number} order by id`,
  );
