-- Which officer has which ticket open, for a minute. Of no worth after a crash, and never part of a history.
create unlogged table if not exists ticket_presence (
  ticket_id integer not null references tickets (id) on delete cascade,
  staff_id integer not null,
  seen_at timestamp not null,
  primary key (ticket_id, staff_id)
);
create index if not exists ticket_presence_seen_idx on ticket_presence (seen_at);
