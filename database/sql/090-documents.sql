-- Final documents as they were handed out: a few kilobytes each, kept with the row so that both are there or neither.
create table if not exists issued_documents (
  id bigint generated always as identity primary key,
  code text not null unique,
  kind text not null,
  ticket_number text not null,
  -- The entry of the ticket's history on which it rests; a later one of its kind makes it anew.
  basis bigint not null,
  content_hash text not null,
  sha256 text not null,
  bytes bytea not null,
  issued_by text not null,
  issued_at timestamp not null,
  replaced_at timestamp,
  replaced_by text references issued_documents (code) deferrable initially deferred
);
-- Of every kind a ticket has one that holds.
create unique index if not exists issued_documents_holding_key on issued_documents (ticket_number, kind) where replaced_at is null;
create index if not exists issued_documents_sha256_idx on issued_documents (sha256);

-- A document is never improved afterwards: all that may happen to it is that another one takes its place, once.
create or replace function issued_documents_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.replaced_at is not null
    or (new.code, new.kind, new.ticket_number, new.basis, new.content_hash, new.sha256, new.bytes, new.issued_by, new.issued_at)
      is distinct from (old.code, old.kind, old.ticket_number, old.basis, old.content_hash, old.sha256, old.bytes, old.issued_by, old.issued_at)
  then raise exception 'issued documents are append-only';
  end if;
  return new;
end $$;
create or replace trigger issued_documents_no_change before update or delete on issued_documents
  for each row execute function issued_documents_stay();
