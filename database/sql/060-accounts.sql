-- What Strapi does not keep of portal accounts: where they are signed in, the links mailed to them, what they have
-- read.

-- One row per sign-in; the portal's token names it (`jti`), and is worth nothing once it has ended.
create table if not exists portal_sessions (
  id uuid primary key,
  user_id integer not null references up_users (id) on delete cascade,
  address text,
  user_agent text,
  created_at timestamp not null,
  seen_at timestamp not null,
  seen_address text,
  expires_at timestamp not null,
  ended_at timestamp,
  end_reason text
);
create index if not exists portal_sessions_user_idx on portal_sessions (user_id, seen_at desc);
create index if not exists portal_sessions_expires_idx on portal_sessions (expires_at);

-- One-time links by the digest of their code: who reads this table can open nothing.
create table if not exists account_links (
  digest text primary key,
  user_id integer not null references up_users (id) on delete cascade,
  purpose text not null,
  email text not null,
  created_at timestamp not null,
  expires_at timestamp not null,
  used_at timestamp
);
create index if not exists account_links_user_idx on account_links (user_id, purpose, created_at desc);
create index if not exists account_links_expires_idx on account_links (expires_at);

create table if not exists privacy_acknowledgements (
  user_id integer not null references up_users (id) on delete cascade,
  version text not null,
  at timestamp not null,
  primary key (user_id, version)
);

-- What somebody did, for the copy of their data that they may ask for.
create index if not exists audit_entries_actor_idx on audit_entries (actor_kind, actor_id, id);
create index if not exists attachments_uploader_idx on attachments (uploader_kind, uploader_id, id);
