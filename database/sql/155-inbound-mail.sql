-- Mails that did not become a comment: from whom, about what, when and why. What they say is not kept; the digest of
-- their bytes lists each once.
create table if not exists quarantined_mails (
  id bigint generated always as identity primary key,
  digest text not null unique,
  sender text not null,
  subject text not null,
  reason text not null,
  detail text,
  ticket_number text,
  read_at timestamp not null
);
create index if not exists quarantined_mails_read_idx on quarantined_mails (read_at);
