import { canonical } from './canonical';
import { createHash } from 'node:crypto';
import type { World } from './world';

/** An audit entry as an auditor reads it from the table. */
export interface Entry {
  id: number;
  subject_type: string;
  subject_id: string;
  event: string;
  at: Date;
  actor_kind: string;
  actor_id: number | null;
  actor_name: string;
  actor_role: string;
  address: string | null;
  request_id: string | null;
  previous_hash: string | null;
  hash: string;
  payload: {
    label?: string;
    before?: Record<string, unknown>;
    after?: Record<string, unknown>;
    secrets?: string[];
    identifier?: string;
    reason?: string;
    more?: number;
    facts?: Record<string, string>;
  };
}

/** The entries written since an entry, oldest first; where no kind is named, without what the clock does to tickets meanwhile. */
export async function entriesSince(world: World, id: number, subjectType?: string): Promise<Entry[]> {
  const { rows } = await world.database.query<Entry>(
    `select * from audit_entries where id > $1 and case when $2::text is null
       then not (subject_type = 'ticket' and actor_kind = 'system') else subject_type = $2 end order by id`,
    [id, subjectType ?? null],
  );
  return rows;
}

/** Every entry there is, oldest first: a chain has no gaps, so nothing is left out. */
export async function everyEntry(world: World): Promise<Entry[]> {
  return (await world.database.query<Entry>('select * from audit_entries order by id')).rows;
}

export async function lastEntryId(world: World): Promise<number> {
  const { rows } = await world.database.query<{ id: number }>('select coalesce(max(id), 0) as id from audit_entries');
  return rows[0]?.id ?? 0;
}

/** Whether every entry hangs on the one before it of its subject and says what it was hashed from. */
export function expectWholeChains(entries: readonly Entry[]): void {
  const last = new Map<string, string>();
  for (const {
    subject_type,
    subject_id,
    event,
    at,
    actor_kind,
    actor_id,
    actor_name,
    actor_role,
    address,
    request_id,
    payload,
    previous_hash,
    hash,
  } of entries) {
    const subject = `${subject_type}:${subject_id}`;
    expect(previous_hash).toBe(last.get(subject) ?? null);
    const facts = {
      subject_type,
      subject_id,
      event,
      at: at.toISOString(),
      actor_kind,
      actor_id,
      actor_name,
      actor_role,
      address,
      request_id,
      payload,
    };
    expect(hash).toBe(
      createHash('sha256')
        .update(previous_hash ?? '')
        .update(canonical(facts))
        .digest('hex'),
    );
    last.set(subject, hash);
  }
}

/** While this runs no entry can be written, as on a full disk. */
export async function withoutEntries(world: World, work: () => Promise<void>): Promise<void> {
  await world.database.query(
    "create function refuse_entries() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$; create trigger refuse_entries before insert on audit_entries for each row execute function refuse_entries()",
  );
  try {
    await work();
  } finally {
    await world.database.query('drop trigger refuse_entries on audit_entries; drop function refuse_entries');
  }
}
