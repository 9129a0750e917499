-- What became of each backup and of each rehearsal of a restore. Written when it has ended, so that a backup does not
-- hold its own beginning.
create table if not exists backup_runs (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('BACKUP', 'REHEARSAL')),
  is_good boolean not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  file text,
  detail jsonb not null default '{}'
);
create index if not exists backup_runs_kind_idx on backup_runs (kind, ended_at desc);
