import { rowsOf, type Trx } from '../database/transaction';
import type { Author } from './author';
import { hashOf, type EntryFacts } from './chain.mjs';

export interface Entry {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly event: string;
  readonly payload: object;
}

/** Holds a subject's chain until the transaction ends, so that two links never hang on the same one. */
export const lockChain = async (trx: Trx, subjectType: string, subjectId: string): Promise<void> => {
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`audit:${subjectType}:${subjectId}`]);
};

/** Appends one entry to its subject's chain, inside the transaction of the change it tells of. `at` in epoch ms. */
export async function append(
  trx: Trx,
  author: Author,
  at: number,
  { subjectType, subjectId, event, payload }: Entry,
): Promise<void> {
  await lockChain(trx, subjectType, subjectId);
  const [last] = await rowsOf<{ hash: string }>(
    trx,
    'select hash from audit_entries where subject_type = ? and subject_id = ? order by id desc limit 1',
    [subjectType, subjectId],
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
