-- Other systems that are told of tickets, and every message to them. A message is written in the transaction of the change
-- it tells of.
create table if not exists webhooks (
  id integer generated always as identity primary key,
  name text not null,
  url text not null,
  events text[] not null,
  is_active boolean not null,
  -- What messages are signed with, encrypted.
  secret text not null,
  updated_at timestamp not null
);
create unique index if not exists webhooks_name_key on webhooks (lower(name));

-- Secrets that were renewed and sign beside the new one for a while, so that a receiver can change over. Encrypted.
create table if not exists webhook_former_secrets (
  id integer generated always as identity primary key,
  webhook_id integer not null references webhooks (id) on delete cascade,
  secret text not null,
  until timestamp not null
);
create index if not exists webhook_former_secrets_idx on webhook_former_secrets (webhook_id, until);

create table if not exists webhook_deliveries (
  id bigint generated always as identity primary key,
  webhook_id integer not null references webhooks (id) on delete cascade,
  event text not null,
  ticket_number text,
  -- The message as it is signed and sent, at each attempt the same.
  body text not null,
  state text not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'DROPPED')),
  attempts integer not null default 0,
  -- Of the last attempt: the receiver's HTTP status, how long it took, and why it failed.
  status integer,
  duration_ms integer,
  reason text,
  created_at timestamp not null,
  tried_at timestamp,
  ended_at timestamp
);
create index if not exists webhook_deliveries_webhook_idx on webhook_deliveries (webhook_id, id desc);
create index if not exists webhook_deliveries_open_idx on webhook_deliveries (created_at)
  where state in ('WAITING', 'SENDING');
create index if not exists webhook_deliveries_ended_idx on webhook_deliveries (ended_at) where ended_at is not null;
