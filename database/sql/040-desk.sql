-- What the city set of lifecycle and authority. `version` grows with each change, so that of two editors none
-- overwrites the other unseen.
create table if not exists desk_settings (
  key text primary key,
  value jsonb not null,
  version integer not null,
  updated_at timestamp not null
);

-- How tickets hang together: the first is related to, a duplicate of, or part of the second.
create table if not exists ticket_links (
  from_id integer not null references tickets (id) on delete cascade,
  to_id integer not null references tickets (id) on delete cascade,
  kind text not null check (kind in ('RELATED', 'DUPLICATE_OF', 'CHILD_OF')),
  created_at timestamp not null,
  primary key (from_id, to_id),
  check (from_id <> to_id)
);
create index if not exists ticket_links_to_idx on ticket_links (to_id);
create unique index if not exists ticket_links_one_parent_key on ticket_links (from_id) where kind = 'CHILD_OF';

-- What the clock looks for each minute: tickets of which somebody should hear soon.
create index if not exists tickets_next_moment_idx on tickets (next_moment_at) where next_moment_at is not null;

-- Tickets whose moment could not be carried out: tried again later, so that one broken ticket stops no other.
create table if not exists moment_failures (
  ticket_id integer primary key references tickets (id) on delete cascade,
  attempts integer not null,
  retry_at timestamp not null,
  problem text not null
);

-- How far work over all tickets has come, for which state of the rules, and how many rounds over them are left.
create table if not exists desk_marks (
  key text primary key,
  fingerprint text not null,
  position integer not null,
  rounds integer not null
);
