-- Files that travel with letters; how long they stay is said in the next file.
create table if not exists letter_files (
  id bigint generated always as identity primary key,
  name text not null,
  mime text not null,
  bytes bytea not null
);
create table if not exists files_of_letters (
  letter_id bigint not null references letters (id) on delete cascade,
  file_id bigint not null references letter_files (id) on delete cascade,
  primary key (letter_id, file_id)
);

-- Reports that are made and sent by themselves.
create table if not exists report_schedules (
  id uuid primary key,
  name text not null,
  reports text[] not null,
  formats text[] not null,
  language text not null,
  cadence text not null,
  working_day integer not null,
  at_time text not null,
  is_active boolean not null,
  created_at timestamp not null,
  -- Up to this instant every run that fell due was begun. When the next one does follows from the working calendar.
  begun_until timestamp not null
);
create table if not exists report_recipients (
  schedule_id uuid not null references report_schedules (id) on delete cascade,
  kind text not null check (kind in ('portal', 'staff')),
  person_id integer not null,
  place integer not null,
  primary key (schedule_id, kind, person_id)
);
create table if not exists report_runs (
  id uuid primary key,
  schedule_id uuid not null references report_schedules (id) on delete cascade,
  -- As they were when it began.
  name text not null,
  reports text[] not null,
  formats text[] not null,
  language text not null,
  first_day date not null,
  last_day date not null,
  started_at timestamp not null
);
create index if not exists report_runs_schedule_idx on report_runs (schedule_id, started_at desc);
-- What each recipient of a run was sent, made under their own rights.
create table if not exists report_copies (
  id uuid primary key,
  run_id uuid not null references report_runs (id) on delete cascade,
  kind text not null check (kind in ('portal', 'staff')),
  person_id integer not null,
  name text not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'WORKING', 'READY', 'SKIPPED', 'FAILED')),
  attempts integer not null default 0,
  files bigint[] not null default '{}',
  letter_id bigint references letters (id) on delete set null,
  -- The last sign of life of whoever works on it; one that died leaves it to the next.
  worked_at timestamp
);
create index if not exists report_copies_run_idx on report_copies (run_id);
create index if not exists report_copies_open_idx on report_copies (state) where state in ('WAITING', 'WORKING');
