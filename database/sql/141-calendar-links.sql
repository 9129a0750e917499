-- Secret links to a person's calendar, by the digest of their code: who reads this table can open nothing.
create table if not exists calendar_links (
  owner_kind text not null check (owner_kind in ('portal', 'staff')),
  owner_id integer not null,
  digest text not null unique,
  created_at timestamp not null,
  seen_at timestamp,
  primary key (owner_kind, owner_id)
);
