import {
  createDayDigest,
  ENTRY_COLUMNS,
  faultOf,
  hashOf,
  type EntryRow,
  type SealFacts,
} from '../plugins/ticketing/server/audit/chain.mts';
import type { Client, QueryResultRow } from 'pg';

/** The first thing wrong, by name. Entries are named by subject and id, seals by their day in WIB. */
export type Finding =
  | { readonly what: 'changed' | 'unlinked' | 'displaced'; readonly subject: string; readonly id: number }
  | { readonly what: 'noHistory'; readonly subject: string }
  | { readonly what: 'sealCount'; readonly day: string; readonly sealed: number; readonly found: number }
  | { readonly what: 'sealDigest' | 'sealChanged' | 'sealUnlinked' | 'sealMissing'; readonly day: string };

export interface Verdict {
  readonly entries: number;
  readonly chains: number;
  readonly seals: number;
  /** Entries written after the last seal: their order is proven by their chains only. */
  readonly unsealed: number;
  readonly lastSeal: { readonly day: string; readonly hash: string } | null;
  /** Broken links, the one written first before all others; then broken seals. */
  readonly findings: readonly Finding[];
}

/** Rows read at a time: millions of entries need no more memory than these. */
const PAGE = 2000;
/** Findings kept; a log broken in more places than this is named by the first of them. */
const KEPT = 100;

interface SealRow extends SealFacts {
  readonly previous_hash: string | null;
  readonly hash: string;
}

async function* rowsOf<Row extends QueryResultRow>(client: Client, sql: string): AsyncGenerator<Row> {
  await client.query(`declare walk no scroll cursor for ${sql}`);
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${PAGE} from walk`);
    yield* rows;
    if (rows.length < PAGE) break;
  }
  await client.query('close walk');
}

const ENTRIES = `select ${ENTRY_COLUMNS} from audit_entries order by subject_type, subject_id, id`;

/** Every chain from its first link on: does each entry say what it was hashed from, and hang on the one before it? */
async function walkChains(client: Client) {
  const breaks: { what: 'changed' | 'unlinked'; subject: string; id: number; hangsOn: string | null }[] = [];
  let [entries, chains, subject, last]: [number, number, string | null, string | null] = [0, 0, null, null];
  for await (const row of rowsOf<EntryRow>(client, ENTRIES)) {
    const name = `${row.subject_type} ${row.subject_id}`;
    entries += 1;
    if (name !== subject) [chains, subject, last] = [chains + 1, name, null];
    const what = faultOf(row, last);
    if (what) breaks.push({ what, subject: name, id: row.id, hangsOn: row.previous_hash });
    // Of many only the first matter: those with the lowest numbers were written first.
    if (breaks.length > 2 * KEPT) breaks.sort((a, b) => a.id - b.id).splice(KEPT);
    last = row.hash;
  }
  return { entries, chains, breaks: breaks.sort((a, b) => a.id - b.id) };
}

/** An entry that hangs on one that exists has been moved; else the one before it is gone, or was written anew. */
async function named(
  { what, subject, id, hangsOn }: Awaited<ReturnType<typeof walkChains>>['breaks'][number],
  client: Client,
): Promise<Finding> {
  if (what === 'changed') return { what, subject, id };
  const { rows } = await client.query('select 1 from audit_entries where hash = $1 limit 1', [hangsOn]);
  return { what: hangsOn === null || rows.length > 0 ? 'displaced' : 'unlinked', subject, id };
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Every seal in turn, over exactly the entries it was put on, in the order in which they were written. */
async function walkSeals(client: Client) {
  const { rows: seals } = await client.query<SealRow>(
    `select day::text as day, entries::int as entries, last_id::int as last_id, digest, previous_hash, hash
     from audit_seals order by day`,
  );
  const findings: Finding[] = [];
  const entries = rowsOf<{ id: number; hash: string }>(client, 'select id, hash from audit_entries order by id');
  let next = await entries.next();
  let previous: SealRow | null = null;
  for (const seal of seals) {
    const { day, entries: sealed, last_id, digest } = seal;
    if (previous && day !== dayAfter(previous.day)) findings.push({ what: 'sealMissing', day: dayAfter(previous.day) });
    if (seal.previous_hash !== (previous?.hash ?? null)) findings.push({ what: 'sealUnlinked', day });
    if (hashOf({ day, entries: sealed, last_id, digest } satisfies SealFacts, seal.previous_hash) !== seal.hash)
      findings.push({ what: 'sealChanged', day });
    const found = createDayDigest();
    for (; !next.done && next.value.id <= last_id; next = await entries.next())
      found.add(next.value.id, next.value.hash);
    const seen = found.end();
    if (seen.entries !== sealed) findings.push({ what: 'sealCount', day, sealed, found: seen.entries });
    else if (seen.digest !== digest) findings.push({ what: 'sealDigest', day });
    previous = seal;
  }
  let unsealed = 0;
  for (; !next.done; next = await entries.next()) unsealed += 1;
  return { seals: seals.length, unsealed, findings, lastSeal: previous && { day: previous.day, hash: previous.hash } };
}

/** Tickets whose whole history is gone, also where no seal covers it yet. */
async function withoutHistory(client: Client): Promise<Finding[]> {
  const { rows } = await client.query<{ number: string }>(
    `select number from tickets t
     where not exists (select 1 from audit_entries where subject_type = 'ticket' and subject_id = t.number)
     order by id limit ${KEPT}`,
  );
  return rows.map(({ number }) => ({ what: 'noHistory', subject: `ticket ${number}` }));
}

/** Whether there is a log at all: a database that never saw the system has none. */
export const hasLog = async (client: Client): Promise<boolean> =>
  (
    await client.query<{ is_there: boolean }>(
      `select to_regclass('audit_entries') is not null and to_regclass('audit_seals') is not null as is_there`,
    )
  ).rows[0]?.is_there === true;

/** Checks the whole log on one snapshot, beside a running system and without a lock. */
export async function verifyLog(client: Client): Promise<Verdict> {
  await client.query('begin isolation level repeatable read read only');
  const { entries, chains, breaks } = await walkChains(client);
  const broken: Finding[] = [];
  for (const each of breaks.slice(0, KEPT)) broken.push(await named(each, client));
  const { findings, ...sealed } = await walkSeals(client);
  const verdict = { entries, chains, ...sealed, findings: [...broken, ...(await withoutHistory(client)), ...findings] };
  await client.query('commit');
  return verdict;
}
