-- What people are told: letters on their way and the ledger of those that left, and the list everybody finds in the
-- product. Both are written in the transaction of the change they report.

create table if not exists letters (
  id bigint generated always as identity primary key,
  kind text not null,
  -- A contact is a person without an account: the ticket's own address, under the ticket's id.
  recipient_kind text not null check (recipient_kind in ('portal', 'staff', 'contact')),
  recipient_id integer not null,
  address text not null,
  name text not null,
  language text not null,
  ticket_number text,
  -- WAITING gathers what happens meanwhile; SENDING is in hand, or waits for its next attempt.
  state text not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'DROPPED')),
  due_at timestamp not null,
  attempts integer not null default 0,
  reason text,
  -- The mail server said of the address that it takes none: of three in a row, further letters are not even tried.
  is_refused boolean not null default false,
  -- What a finished letter says, encrypted: it may hold a one-time link. Gone once it was sent or dropped, or three
  -- months after it was given up.
  sealed text,
  subject text,
  created_at timestamp not null,
  tried_at timestamp,
  ended_at timestamp
);
-- Of one person and one ticket one letter gathers at a time: several events within two minutes are one letter.
create unique index if not exists letters_gathering_key on letters (ticket_number, recipient_kind, recipient_id)
  where state = 'WAITING';
create index if not exists letters_recipient_idx on letters (recipient_kind, recipient_id, created_at);
create index if not exists letters_ticket_idx on letters (ticket_number, id);
create index if not exists letters_open_idx on letters (due_at) where state in ('WAITING', 'SENDING');
create index if not exists letters_address_idx on letters (lower(address), id) where state in ('SENT', 'FAILED');
create index if not exists letters_ended_idx on letters (state, id) where state in ('FAILED', 'DROPPED');

create table if not exists notices (
  id bigint generated always as identity primary key,
  recipient_kind text not null check (recipient_kind in ('portal', 'staff', 'contact')),
  recipient_id integer not null,
  ticket_number text not null,
  kind text not null,
  -- Who the person is to the ticket: the reason why they are told.
  why text not null,
  actor_name text not null,
  status text not null,
  -- Public words of the event; none of a confidential ticket.
  text text,
  due_at timestamp,
  -- Whether it stands in the list within the product.
  is_listed boolean not null,
  letter_id bigint references letters (id) on delete set null,
  created_at timestamp not null,
  read_at timestamp
);
create index if not exists notices_recipient_idx on notices (recipient_kind, recipient_id, id desc) where is_listed;
create index if not exists notices_unread_idx on notices (recipient_kind, recipient_id) where is_listed and read_at is null;
create index if not exists notices_letter_idx on notices (letter_id, id) where letter_id is not null;
create index if not exists notices_ticket_idx on notices (ticket_number, id);

-- What a person changed of what they are told.
create table if not exists notice_preferences (
  recipient_kind text not null,
  recipient_id integer not null,
  value jsonb not null,
  updated_at timestamp not null,
  primary key (recipient_kind, recipient_id)
);

-- The bell of every open page hears it once the transaction is committed, whichever instance it came through.
create or replace function tell_of_notice() returns trigger language plpgsql as $$
begin
  perform pg_notify('ticketing', json_build_object('notice', new.recipient_kind, 'id', new.recipient_id)::text);
  return null;
end $$;
create or replace trigger notices_tell after insert on notices
  for each row when (new.is_listed) execute function tell_of_notice();
