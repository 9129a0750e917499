import { createHash } from 'node:crypto';
import type { Role, Status, TicketEvent } from '../../domain';
import { hatOf, type Caller } from '../caller';
import { rowsOf, type Trx } from '../database';

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

export interface NewEntry {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly event: string;
  readonly role?: Role;
  readonly payload: object;
}

/** JSON with sorted keys, so that the same facts always hash the same after a trip through jsonb. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/**
 * SHA-256 over the entry's facts and the hash before it: changing one entry breaks every later one of its subject. Facts are
 * hashed as JSON keeps them (an instant is its text), so that what is read back hashes the same.
 */
export const hashOf = (facts: object, previousHash: string | null): string =>
  createHash('sha256').update(previousHash ?? '').update(canonical(JSON.parse(JSON.stringify(facts)))).digest('hex');

export default () => ({
  /** Appends to the subject's chain, inside the use case's transaction; the subject's row must be locked by the caller. */
  async append(trx: Trx, caller: Caller, { subjectType, subjectId, event, role, payload }: NewEntry): Promise<void> {
    await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`audit:${subjectType}:${subjectId}`]);
    const [last] = await rowsOf<{ hash: string }>(trx, 'select hash from audit_entries where subject_type = ? and subject_id = ? order by id desc limit 1', [subjectType, subjectId]);
    const facts = {
      subject_type: subjectType, subject_id: subjectId, event, at: new Date(caller.now).toISOString(),
      actor_kind: caller.actor.kind, actor_id: caller.actor.id, actor_name: caller.actor.name, actor_role: hatOf(caller, role),
      address: caller.address, request_id: caller.requestId, payload,
    };
    const previous = last?.hash ?? null;
    await trx('audit_entries').insert({ ...facts, payload: JSON.stringify(payload), previous_hash: previous, hash: hashOf(facts, previous) });
  },

  /** A ticket's own entries, oldest first. */
  of: (on: Trx, number: string): Promise<AuditRow[]> =>
    rowsOf<AuditRow>(on, "select id, event, at, actor_kind, actor_id, actor_name, actor_role, payload::json as payload from audit_entries where subject_type = 'ticket' and subject_id = ? order by id", [number]),
});
