import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { copyRows, type Columns } from './copy';
import { livesOf, type Life } from './life';
import { settle } from './office';
import { chanceOf } from './random';
import { written } from './write';

/** Tickets written by one statement, and gone over by one when what hangs on them is made. */
const BATCH = 1000;
const TABLES = ['tickets', 'audit_entries', 'ticket_search', 'ticket_facts', 'ticket_spans', 'ticket_effort'];

const ENTRY_COLUMNS = [
  ...(['subject_type', 'subject_id', 'event', 'at', 'actor_kind', 'actor_id', 'actor_name', 'actor_role'] as const),
  ...(['address', 'request_id', 'payload', 'previous_hash', 'hash', 'created_at'] as const),
];

/** Words of many tickets at once, put together as `ticket_search_refresh` does for one. */
export const SEARCH_ROWS = `
  with own as (
    select t.id, t.number, search_spellings(t.number, t.contact_phone) || search_words(t.title, 'A')
      || search_words(t.description, 'B')
      || search_words((select string_agg(a ->> 'value', ' ') from jsonb_array_elements(t.form) a), 'B')
      || search_words(concat_ws(' ', t.contact_name, t.contact_phone, t.contact_email, s.code, s.name, c.code, c.name), 'C')
        as words
    from tickets t join skpd s on s.id = t.skpd_id join categories c on c.id = t.category_id where t.id between $1 and $2),
  said as (
    select e.subject_id, string_agg(e.payload ->> 'text', ' ' order by e.id desc)
        filter (where not coalesce((e.payload ->> 'isInternal')::boolean, false)) as words,
      string_agg(e.payload ->> 'text', ' ' order by e.id desc)
        filter (where (e.payload ->> 'isInternal')::boolean) as inner_words
    from audit_entries e where e.subject_type = 'ticket' and e.subject_id in (select number from own)
      and e.payload ->> 'text' is not null group by 1)
  select o.id as ticket_id, o.words || search_words(s.words, 'D') as words, case when s.inner_words is not null
    then o.words || search_words(s.words, 'D') || search_words(s.inner_words, 'D') end as inner_words
  from own o left join said s on s.subject_id = o.number`;
const SEARCH = `insert into ticket_search (ticket_id, words, inner_words) ${SEARCH_ROWS}`;
const FACTS = [
  `insert into ticket_facts select * from ticket_facts_now() f where f.id between $1 and $2`,
  `insert into ticket_spans select * from ticket_spans_now(array(select number from tickets where id between $1 and $2))`,
  `insert into ticket_effort select * from ticket_effort_now(array(select number from tickets where id between $1 and $2))`,
];

/** Indexes that no constraint needs are put away while rows come in, and made again on both connections. */
async function withoutIndexes(database: Client, beside: Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await database.query<{ name: string; text: string }>(
    `select indexname as name, indexdef as text from pg_indexes where schemaname = current_schema()
       and tablename = any($1) and indexdef not ilike 'create unique%'`,
    [TABLES],
  );
  for (const { name } of rows) await database.query(`drop index ${name}`);
  await work();
  const make = async (client: Client) => {
    for (let next = rows.shift(); next; next = rows.shift()) await client.query(next.text);
  };
  await Promise.all([make(database), make(beside)]);
}

async function writeBatch(
  database: Client,
  columns: readonly string[],
  tickets: readonly Columns[],
  entries: readonly Columns[],
): Promise<void> {
  await copyRows(database, 'tickets', columns, tickets);
  await copyRows(database, 'audit_entries', ENTRY_COLUMNS, entries);
}

export interface Loaded {
  readonly tickets: number;
  readonly entries: number;
  readonly seconds: number;
  readonly lives: readonly Life[];
}

/**
 * Fills a database that the system has started on with a believable city: ten years up to `now` (epoch ms), by seed. A
 * second connection makes what hangs on the tickets, beside the first.
 */
export async function loadCity(
  database: Client,
  beside: Client,
  count: number,
  seed: number,
  now: number,
): Promise<Loaded> {
  const began = performance.now();
  for (const client of [database, beside])
    await client.query(
      `set session_replication_role = 'replica'; set synchronous_commit = off; set timezone = 'UTC';
       set maintenance_work_mem = '512MB'`,
    );
  const city = await settle(database);
  const { rows: columns } = await database.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'tickets'`,
  );
  const names = columns.map(({ name }) => name);
  const {
    rows: [{ first } = { first: 1 }],
  } = await database.query<{ first: number }>('select coalesce(max(id), 0) + 1 as first from tickets');
  const kept: Life[] = [];
  let [id, told] = [first, 0];
  await withoutIndexes(database, beside, async () => {
    await database.query(`create index city_subject_idx on audit_entries (subject_id)`);
    let [tickets, entries]: [Columns[], Columns[]] = [[], []];
    let [writing, making] = [Promise.resolve(), Promise.resolve()];
    const flush = async () => {
      const batch = [tickets, entries] as const;
      const range = [id - tickets.length, id - 1];
      [tickets, entries] = [[], []];
      // The next batch is thought out while this one is written, and what hangs on it is made.
      await writing;
      const arriving = writeBatch(database, names, ...batch);
      writing = arriving;
      making = making.then(async () => {
        await arriving;
        for (const text of [SEARCH, ...FACTS]) await beside.query(text, range);
      });
      for (const promise of [writing, making]) promise.catch(() => undefined);
    };
    for (const life of livesOf(chanceOf(seed), city, count, now)) {
      const rows = written(life, city, id);
      tickets.push({
        ...rows.ticket,
        document_id: createHash('md5').update(life.number).digest('hex').slice(0, 24),
        next_moment_at: null,
      });
      for (const entry of rows.entries) entries.push({ ...entry, created_at: new Date() });
      told += rows.entries.length;
      id += 1;
      if (kept.length < 100) kept.push(life);
      if (tickets.length === BATCH) await flush();
    }
    await flush();
    await writing;
    await making;
    await database.query('drop index city_subject_idx');
    // Facts came without their triggers: what was summed before is not to be trusted.
    await database.query('insert into stale_days select since from summed_stretches');
  });
  await database.query(`select setval(pg_get_serial_sequence('tickets', 'id'), max(id)) from tickets`);
  const { rows: years } = await database.query<{ year: number; last: number }>(
    `select split_part(number, '-', 2)::int as year, max(split_part(number, '-', 3)::int) as last from tickets group by 1`,
  );
  for (const { year, last } of years) {
    await database.query(`create sequence if not exists ticket_numbers_${year}`);
    await database.query(`select setval('ticket_numbers_${year}', ${last})`);
  }
  const seconds = (performance.now() - began) / 1000;
  for (const client of [database, beside]) await client.query("set session_replication_role = 'origin'");
  await database.query('vacuum analyze');
  return { tickets: id - first, entries: told, seconds, lives: kept };
}
