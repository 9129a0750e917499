import type { Client } from 'pg';

/** Tickets that were filled in, by what can be done with them. */
export interface Filled {
  /** Numbers of tickets that nobody has taken, and that need nothing but an officer. */
  readonly fresh: readonly string[];
  /** Numbers of ended tickets, over all their years. */
  readonly ended: readonly string[];
  /** Numbers of the new tickets of one unit, by its code. */
  readonly of: (skpd: string) => Promise<string[]>;
}

/** Days over which they are spread, and the share that is new: a desk that has its work in hand. */
const DAYS = 720;
const FRESH_SHARE = 0.16;

/** Columns of a table but its key, and how each is copied: instants move into the past, the rest stays. */
async function copied(database: Client, table: string, over: Readonly<Record<string, string>>): Promise<string> {
  const { rows } = await database.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_name = $1 and column_name <> 'id' order by ordinal_position`,
    [table],
  );
  const values = rows.map(
    ({ name, type }) => over[name] ?? (type.startsWith('timestamp') ? `s.${name} - f.shift` : `s.${name}`),
  );
  return `insert into ${table} (${rows.map(({ name }) => name).join(', ')}) select ${values.join(', ')}`;
}

/**
 * So many more tickets, quickly. Each is a sample lived again, some days or minutes earlier, somewhere else: rows, histories
 * and search documents of the samples, in sets, without triggers, and a letter to whoever filed what is new. The same in every
 * run. Chains are copied as they are, and the clock has nothing to do: open tickets wait for no moment.
 */
export async function fill(database: Client, count: number): Promise<void> {
  await database.query('begin');
  await database.query("set local session_replication_role = 'replica'; set local synchronous_commit = off");
  await database.query(`
    create table bench_fill as
    with ended as (
      select array_agg(id order by id) as ids from tickets where status in ('RESOLVED', 'REJECTED', 'CANCELLED')
    ), fresh as (
      select array_agg(t.id order by t.id) as ids from tickets t join categories c on c.id = t.category_id
      where t.status = 'NEW' and c.approver is null and not coalesce(t.is_confidential, false)
        and not coalesce(c.requires_disposition, false) and not coalesce(c.requires_assignment_letter, false)
    )
    select n, n > ${count} * (1 - ${FRESH_SHARE}) as is_fresh,
      case when n > ${count} * (1 - ${FRESH_SHARE}) then fresh.ids[1 + get_byte(chance, 3) % cardinality(fresh.ids)]
        else ended.ids[1 + get_byte(chance, 3) % cardinality(ended.ids)] end as source,
      case when n > ${count} * (1 - ${FRESH_SHARE}) then (${count} - n) * interval '3 seconds'
        else (1 + ${DAYS} * (1 - n::float8 / ${count})) * interval '1 day' end as shift,
      'TIK-' || extract(year from now())::int || '-' || 500000 + n as number,
      (array['loket','ruang rapat','aula','gudang','ruang arsip','pos jaga','laboratorium','perpustakaan'])
        [1 + get_byte(chance, 0) % 8] || ' ' || 1 + get_byte(chance, 1) % 97 || ' gedung ' || chr(65 + get_byte(chance, 2) % 9) as place
    from generate_series(1, ${count}) n, lateral (select decode(md5(n::text), 'hex') as chance) c, ended, fresh`);
  await database.query(
    `${await copied(database, 'tickets', {
      document_id: 'left(md5(f.number) || md5(f.place), 24)',
      number: 'f.number',
      title: "left(s.title, 150) || ', ' || f.place",
      next_moment_at: 'null',
      // The unit whose clerk measures has many of its own.
      skpd_id:
        "case when f.is_fresh and f.n % 2 = 0 then (select id from skpd where code = 'DISDIKBUD') else s.skpd_id end",
    })} from bench_fill f join tickets s on s.id = f.source order by f.n`,
  );
  await database.query('create unique index on bench_fill (number)');
  await database.query(`${await copied(database, 'audit_entries', { subject_id: 'f.number' })}
    from bench_fill f join tickets t on t.id = f.source
      join audit_entries s on s.subject_type = 'ticket' and s.subject_id = t.number order by f.n, s.id`);
  await database.query(`insert into ticket_search (ticket_id, words, inner_words)
    select t.id, w.words || m.more, w.inner_words || m.more
    from bench_fill f join tickets t on t.number = f.number join ticket_search w on w.ticket_id = f.source,
      lateral (select search_words(f.place, 'A') || search_spellings(f.number, null) as more) m`);
  // Of a table that was empty when its size was looked at, PostgreSQL reads all rows until it looks again, a minute later.
  await database.query(`with sent as (
      insert into letters (kind, recipient_kind, recipient_id, address, name, language, ticket_number, state, due_at,
        attempts, created_at, tried_at, ended_at)
      select 'ticket', 'portal', u.id, u.email, u.full_name, 'id', t.number, 'SENT', y.at, 1, y.at, y.at, y.at
        from bench_fill f join tickets t on t.number = f.number join up_users u on u.id = t.requester_id,
          lateral (select t.submitted_at - interval '1 day' as at) y where f.is_fresh
      returning id, recipient_kind, recipient_id, ticket_number, created_at)
    insert into notices (recipient_kind, recipient_id, ticket_number, kind, why, actor_name, status, is_listed,
      letter_id, created_at)
    select recipient_kind, recipient_id, ticket_number, 'created', 'requester', '', 'NEW', true, id, created_at from sent`);
  await database.query('commit');
  await database.query('vacuum analyze');
}

/** What was filled in, in an order of no meaning that is the same in every run. */
export async function filledIn(database: Client): Promise<Filled> {
  const numbers = async (where: string, values: readonly string[] = []): Promise<string[]> =>
    (
      await database.query<{ number: string }>(
        `select t.number from tickets t join skpd s on s.id = t.skpd_id join bench_fill f on f.number = t.number
       where ${where} order by md5(t.number)`,
        [...values],
      )
    ).rows.map(({ number }) => number);
  return {
    fresh: await numbers('f.is_fresh'),
    ended: await numbers('not f.is_fresh and not coalesce(t.is_confidential, false)'),
    of: (skpd) => numbers('s.code = $1 and f.is_fresh', [skpd]),
  };
}
