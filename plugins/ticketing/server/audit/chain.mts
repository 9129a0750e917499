import { createHash } from 'node:crypto';

/**
 * How entries are hashed and days are sealed. Needs nothing but Node (and is a module by its name), so that
 * `npm run audit:verify` checks with the very same lines the server writes with.
 */

/** What JSON has no word for: it leaves it out of objects, and says null for it in lists. */
const isUnsaid = (value: unknown): boolean =>
  value === undefined || typeof value === 'function' || typeof value === 'symbol';

/**
 * JSON with sorted keys, so that the same facts always hash the same after a trip through jsonb. It says what
 * `JSON.stringify` would of each value: an instant is its text.
 */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return isUnsaid(value) ? 'null' : JSON.stringify(value);
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonical(value.toJSON());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const facts = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(facts).sort()) {
    const inner = facts[key];
    if (!isUnsaid(inner)) text += `${text && ','}${JSON.stringify(key)}:${canonical(inner)}`;
  }
  return `{${text}}`;
}

/** What of an entry its hash covers, by column; `at` as ISO 8601 with milliseconds in UTC, `payload` as parsed JSON. */
export interface EntryFacts {
  readonly subject_type: string;
  readonly subject_id: string;
  readonly event: string;
  readonly at: string;
  readonly actor_kind: string;
  readonly actor_id: number | null;
  readonly actor_name: string;
  readonly actor_role: string;
  readonly address: string | null;
  readonly request_id: string | null;
  readonly payload: unknown;
}

/** SHA-256 over the facts and the hash before them: changing one entry breaks every later one of its subject. */
export const hashOf = (facts: object, previousHash: string | null): string =>
  createHash('sha256')
    .update(`${previousHash ?? ''}${canonical(facts)}`)
    .digest('hex');

/** An entry as the log keeps it; `at` with microseconds and `payload` as text, as `ENTRY_COLUMNS` selects them. */
export interface EntryRow extends Omit<EntryFacts, 'payload'> {
  readonly id: number;
  readonly payload: string;
  readonly previous_hash: string | null;
  readonly hash: string;
}
export const ENTRY_COLUMNS = `id, subject_type, subject_id, event, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  actor_kind, actor_id, actor_name, actor_role, address, request_id, payload::text as payload, previous_hash, hash`;

/**
 * What the hash covers, as it was when it was taken: PostgreSQL keeps instants to the microsecond, entries to the
 * millisecond.
 */
export const factsOf = (row: EntryRow): EntryFacts => ({
  subject_type: row.subject_type,
  subject_id: row.subject_id,
  event: row.event,
  at: row.at.replace(/000Z$/, 'Z'),
  actor_kind: row.actor_kind,
  actor_id: row.actor_id,
  actor_name: row.actor_name,
  actor_role: row.actor_role,
  address: row.address,
  request_id: row.request_id,
  payload: JSON.parse(row.payload) as unknown,
});

/** What is wrong with an entry behind the one with hash `last`; null when nothing is. */
export const faultOf = (row: EntryRow, last: string | null): 'changed' | 'unlinked' | null =>
  row.previous_hash !== last ? 'unlinked' : hashOf(factsOf(row), row.previous_hash) !== row.hash ? 'changed' : null;

/** A day's seal: `entries` of them, up to and including `last_id`; `day` is a day in WIB. Hashed over the seal before it. */
export interface SealFacts {
  readonly day: string;
  readonly entries: number;
  readonly last_id: number;
  readonly digest: string;
}

/** Takes the entries of a day in the order of their ids: none can go, come or change places without another digest. */
export function createDayDigest() {
  const hash = createHash('sha256');
  let entries = 0;
  return {
    add(id: number, entryHash: string): void {
      entries += 1;
      hash.update(`${id}:${entryHash}\n`);
    },
    end: (): { entries: number; digest: string } => ({ entries, digest: hash.digest('hex') }),
  };
}
