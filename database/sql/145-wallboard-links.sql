-- Links that show the wallboard without a sign-in. Of the secret in a link only its digest is kept; a link that is taken
-- back is gone, and the audit log tells that it was there.
create table if not exists wallboard_links (
  id uuid primary key,
  digest text not null unique,
  name text not null,
  -- Its last day in WIB; null until it is taken back.
  last_day date,
  created_at timestamp not null,
  last_used_at timestamp
);
