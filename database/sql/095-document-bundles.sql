-- Papers of a period that somebody asked for at once. The ZIP lies in DATA_DIR/bundles; the row says how far it is.
create table if not exists document_bundles (
  id uuid primary key,
  owner_kind text not null check (owner_kind in ('staff', 'portal')),
  owner_id integer not null,
  first_day date not null,
  last_day date not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'WORKING', 'READY', 'FAILED')),
  total integer,
  done integer not null default 0,
  skipped integer not null default 0,
  size bigint,
  requested_at timestamp not null,
  -- The last sign of life of whoever works on it; one that died leaves it to the next.
  worked_at timestamp,
  finished_at timestamp
);
create index if not exists document_bundles_owner_idx on document_bundles (owner_kind, owner_id, requested_at desc);
