-- What PostgreSQL must enforce for tickets. Runs after Strapi's schema sync, under an advisory lock, when it has changed.

create unique index if not exists tickets_number_key on tickets (number);
create unique index if not exists skpd_code_key on skpd (code);
create unique index if not exists categories_code_key on categories (code);
create unique index if not exists teams_code_key on teams (code);
create unique index if not exists attachments_public_id_key on attachments (public_id);
create index if not exists attachments_storage_key_idx on attachments (storage_key);
create unique index if not exists up_users_email_key on up_users (lower(email));

-- Looked for in open tickets alone ("it happens to me too"): those that have ended need not be kept here.
drop index if exists tickets_words_idx;
create index if not exists tickets_open_words_idx on tickets using gin (to_tsvector('indonesian', title || ' '
  || description)) where status in ('NEW', 'IN_PROGRESS', 'WAITING_REQUESTER', 'WAITING_THIRD_PARTY');
-- Strapi's index of the key finds a person's few tickets.
drop index if exists tickets_requester_idx;
-- Room on each page for the next state of a row, so that a change of nothing indexed touches no index.
do $$ begin
  if not coalesce((select reloptions @> array['fillfactor=80'] from pg_class where oid = 'tickets'::regclass), false)
  then
    alter table tickets set (fillfactor = 80);
  end if;
end $$;
-- Lists show the newest first; an index in that very order gives a page without sorting all there is.
create index if not exists tickets_newest_idx on tickets (submitted_at desc nulls last, id desc);
create index if not exists tickets_skpd_newest_idx on tickets (skpd_id, submitted_at desc nulls last, id desc);
drop index if exists tickets_skpd_submitted_idx;
create index if not exists tickets_assignee_status_idx on tickets (assignee_id, status);
drop index if exists tickets_open_due_idx;
create index if not exists tickets_unended_due_idx on tickets (resolution_due_at) where status in ('NEW',
  'IN_PROGRESS', 'WAITING_REQUESTER', 'WAITING_THIRD_PARTY');

-- Numbers come from one sequence a year: no lock between clerks, a gap where a transaction failed, never a number
-- twice.
create or replace function next_ticket_number(year integer) returns text language plpgsql as $$
declare
  name text := format('ticket_numbers_%s', year);
begin
  if to_regclass(name) is null then
    perform pg_advisory_xact_lock(hashtextextended(name, 2));
    execute format('create sequence if not exists %I', name);
  end if;
  return format('TIK-%s-%s', year, lpad(nextval(name)::text, 5, '0'));
end $$;

-- A ticket of another system is taken over once.
create unique index if not exists tickets_source_key on tickets (source_system, source_id) where source_id is not null;

-- The same key gives the same ticket, for as long as a phone may retry.
create table if not exists idempotency_keys (
  owner text not null,
  key text not null,
  fingerprint text not null,
  ticket_number text not null,
  created_at timestamp not null,
  primary key (owner, key)
);
create index if not exists idempotency_keys_created_idx on idempotency_keys (created_at);
