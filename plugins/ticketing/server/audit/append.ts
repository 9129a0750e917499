import { type Trx } from '../database/transaction';
import type { Author } from './author';
import { hashOf, type EntryFacts } from './chain.mjs';
import { rowsByKey, sql, type Sql } from '../database/sql';

export interface Entry {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly event: string;
  readonly payload: object;
}

/**
 * Holds a subject's chain until the transaction ends, so that two links never hang on the same one. Answers with the
 * hash the next link hangs on: as it is once the chain is ours, not as it was when we began to wait.
 */
export async function holdChain(trx: Trx, subjectType: string, subjectId: string): Promise<string | null> {
  const [last] = await rowsByKey<{ hash: string | null }>(
    trx,
    sql`select hold_chain(${subjectType}, ${subjectId}) as hash`,
  );
  return last?.hash ?? null;
}

const toFacts = (author: Author, at: number, { subjectType, subjectId, event, payload }: Entry): EntryFacts => ({
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
});

// `created_at` is when it was really written, which `at` is not for a replayed history: the daily seals go by it.
const insertOf = (facts: EntryFacts, previous: string | null, hash: string): Sql =>
  sql`insert into audit_entries (subject_type, subject_id, event, at, actor_kind, actor_id, actor_name,
      actor_role, address, request_id, payload, previous_hash, hash, created_at)
    values (${facts.subject_type}, ${facts.subject_id}, ${facts.event}, ${facts.at}, ${facts.actor_kind},
      ${facts.actor_id}, ${facts.actor_name}, ${facts.actor_role}, ${facts.address}, ${facts.request_id},
      ${JSON.stringify(facts.payload)}, ${previous}, ${hash}, timezone('utc', clock_timestamp()))`;

/** The statement that writes an entry behind the link with this hash. `at` in epoch ms. */
export function entryOf(author: Author, at: number, entry: Entry, previous: string | null): Sql {
  const facts = toFacts(author, at, entry);
  return insertOf(facts, previous, hashOf(facts, previous));
}

/**
 * The statements that write the first entries of a subject nobody else can know yet, one behind the other: there is no
 * chain to hold. They are run in this order.
 */
export function beginningOf(
  links: readonly { readonly author: Author; readonly at: number; readonly entry: Entry }[],
): Sql[] {
  let previous: string | null = null;
  return links.map(({ author, at, entry }) => {
    const facts = toFacts(author, at, entry);
    const [before, hash]: [string | null, string] = [previous, hashOf(facts, previous)];
    previous = hash;
    return insertOf(facts, before, hash);
  });
}

/** Appends one entry to its subject's chain, inside the transaction of the change it tells of. `at` in epoch ms. */
export async function append(trx: Trx, author: Author, at: number, entry: Entry): Promise<void> {
  const previous = await holdChain(trx, entry.subjectType, entry.subjectId);
  await rowsByKey(trx, entryOf(author, at, entry, previous));
}
