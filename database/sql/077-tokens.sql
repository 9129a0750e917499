-- What other systems may do, token by token. A token that is not here may do nothing.
create table if not exists api_token_grants (
  token_id integer primary key,
  grants text[] not null,
  updated_at timestamp not null
);
create or replace function desk_tokens() returns table (id integer, name text, expires_at timestamp, last_used_at timestamp)
language sql stable as $$
  select t.id, t.name::text, t.expires_at, t.last_used_at from strapi_api_tokens t
$$;
