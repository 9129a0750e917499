-- Short messages: news that appear on a device its owner chose, and the ledger of those that left. Written in the
-- transaction of the change they tell of.

-- A browser that is told of news, as it introduced itself.
create table if not exists push_devices (
  id integer generated always as identity primary key,
  user_id integer not null references up_users (id) on delete cascade,
  -- The sign-in it was chosen in: whoever ends that one ends this too. It holds on when the session merely expires.
  session_id uuid,
  -- Where its push service takes messages, and what they are encrypted for (RFC 8291), in Base64url.
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  user_agent text,
  created_at timestamp not null,
  last_at timestamp
);
-- One browser is one device, whoever has it now.
create unique index if not exists push_devices_endpoint_key on push_devices (endpoint);
create index if not exists push_devices_user_idx on push_devices (user_id);

create table if not exists short_messages (
  id bigint generated always as identity primary key,
  channel text not null,
  recipient_kind text not null check (recipient_kind in ('portal', 'staff')),
  recipient_id integer not null,
  name text not null,
  -- The device; null once it is told no more.
  device_id integer references push_devices (id) on delete set null,
  language text not null,
  ticket_number text not null,
  -- The last event it tells of, and why this person is told.
  kind text not null,
  why text not null,
  -- WAITING gathers what happens meanwhile; SENDING is in hand, or waits for its next attempt.
  state text not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'DROPPED')),
  due_at timestamp not null,
  attempts integer not null default 0,
  -- Of the last attempt: the service's HTTP status, and why it failed.
  status integer,
  reason text,
  created_at timestamp not null,
  tried_at timestamp,
  ended_at timestamp
);
-- A database that knew devices alone takes WhatsApp too.
alter table short_messages drop constraint if exists short_messages_channel_check;
alter table short_messages add constraint short_messages_channel_check check (channel in ('push', 'whatsapp'));
-- For one device and one ticket one message gathers at a time.
create unique index if not exists short_messages_gathering_key on short_messages (ticket_number, device_id)
  where state = 'WAITING';
create index if not exists short_messages_device_idx on short_messages (device_id, created_at);
create index if not exists short_messages_recipient_idx on short_messages (recipient_kind, recipient_id, id);
create index if not exists short_messages_ticket_idx on short_messages (ticket_number, id);
create index if not exists short_messages_open_idx on short_messages (due_at) where state in ('WAITING', 'SENDING');
create index if not exists short_messages_ended_idx on short_messages (ended_at) where ended_at is not null;
-- Of one person and one ticket one message by WhatsApp gathers at a time.
create unique index if not exists short_messages_texted_key on short_messages (ticket_number, recipient_kind, recipient_id)
  where state = 'WAITING' and channel = 'whatsapp';

-- Whoever wants to be told by WhatsApp, and at which number: digits with the country.
create table if not exists whatsapp_numbers (
  recipient_kind text not null check (recipient_kind in ('portal', 'staff')),
  recipient_id integer not null,
  number text not null,
  created_at timestamp not null,
  primary key (recipient_kind, recipient_id)
);
