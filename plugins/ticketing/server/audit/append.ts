import { type Trx } from '../database/transaction';
import type { Author } from './author';
import { hashOf, type EntryFacts } from './chain.mjs';
import { rowsByKey, sql } from '../database/sql';
import { lock } from '../database/locks';

export interface Entry {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly event: string;
  readonly payload: object;
}

/** Holds a subject's chain until the transaction ends, so that two links never hang on the same one. */
export const lockChain = async (trx: Trx, subjectType: string, subjectId: string): Promise<void> => {
  await lock(trx, 'chain', `audit:${subjectType}:${subjectId}`);
};

/** Appends one entry to its subject's chain, inside the transaction of the change it tells of. `at` in epoch ms. */
export async function append(
  trx: Trx,
  author: Author,
  at: number,
  { subjectType, subjectId, event, payload }: Entry,
): Promise<void> {
  await lockChain(trx, subjectType, subjectId);
  const [last] = await rowsByKey<{ hash: string }>(
    trx,
    sql`select hash from audit_entries where subject_type = ${subjectType} and subject_id = ${subjectId} order by id
      desc limit 1`,
  );
  const facts: EntryFacts = {
    subject_type: subjectType,
    subject_id: subjectId,
    event,
    at: new Date(at).toISOString(),
    actor_kind: author.kind,
    actor_id: author.id,
    actor_name: author.name,
    actor_role: author.role,
    address: author.address,
    request_id: author.requestId,
    payload,
  };
  const previous = last?.hash ?? null;
  // `created_at` is when it was really written, which `at` is not for a replayed history: the daily seals go by it.
  await trx('audit_entries').insert({
    ...facts,
    payload: JSON.stringify(payload),
    previous_hash: previous,
    hash: hashOf(facts, previous),
    created_at: trx.raw("timezone('utc', clock_timestamp())"),
  });
}
