-- The event log is written once: no row of it is ever changed, removed or cut off, by anyone who comes through SQL.
create or replace function audit_entries_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;

create or replace trigger audit_entries_no_change before update or delete on audit_entries
  for each row execute function audit_entries_append_only();
create or replace trigger audit_entries_no_truncate before truncate on audit_entries
  for each statement execute function audit_entries_append_only();

-- One seal per day in WIB over all entries written that day (ids after the previous seal's last_id up to this one's),
-- chained. A day without entries has a seal too: a missing one shows.
create table if not exists audit_seals (
  day date primary key,
  entries bigint not null,
  last_id bigint not null,
  digest text not null,
  previous_hash text,
  hash text not null,
  sealed_at timestamp not null
);
create or replace trigger audit_seals_no_change before update or delete on audit_seals
  for each row execute function audit_entries_append_only();
create or replace trigger audit_seals_no_truncate before truncate on audit_seals
  for each statement execute function audit_entries_append_only();

-- Who is affected too is read from history: by ticket through the subject index, by person through this one.
create index if not exists audit_entries_joins_idx on audit_entries (actor_id, subject_id) where event = 'join';

-- Holds a subject's chain until the transaction ends (lock space 0 of `server/database/locks.ts`).
create or replace function lock_chain(kind text, subject text) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('audit:' || kind || ':' || subject, 0))
$$;

-- The lock and what is read under it in one round trip: statements inside a plpgsql function see what was committed
-- while it waited.
create or replace function hold_chain(kind text, subject text) returns text language plpgsql as $$
begin
  perform lock_chain(kind, subject);
  return (select e.hash from audit_entries e where e.subject_type = kind and e.subject_id = subject
    order by e.id desc limit 1);
end $$;

create or replace function hold_ticket_history(ticket text) returns setof audit_entries language plpgsql as $$
begin
  perform lock_chain('ticket', ticket);
  return query select e.* from audit_entries e where e.subject_type = 'ticket' and e.subject_id = ticket
    order by e.id;
end $$;
