-- Which files of this folder this database has seen, in which wording, and which release ran them. A name the running code
-- does not know, or a later release, tells that the database has been used by newer code: older code then does not touch it.
create table if not exists applied_sql (
  name text primary key,
  digest text not null,
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now()
);
alter table applied_sql add column if not exists release text;
