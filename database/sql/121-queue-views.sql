-- Places in the queue that officers go back to, on the account of whoever kept them; shared ones everybody at the desk finds.
create table if not exists queue_views (
  id integer generated always as identity primary key,
  owner_id integer not null,
  name text not null,
  query text not null,
  is_shared boolean not null,
  updated_at timestamp not null
);
create unique index if not exists queue_views_name_key on queue_views (owner_id, lower(name));
create index if not exists queue_views_shared_idx on queue_views (is_shared) where is_shared;
