-- Which files of this folder this database has seen, and in which wording. A name the running code does not know tells
-- that the database has been used by a newer release: that code then does not touch it.
create table if not exists applied_sql (
  name text primary key,
  digest text not null,
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now()
);
