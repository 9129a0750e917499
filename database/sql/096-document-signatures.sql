-- The signature of the office's certificate under a final document: another file of the same paper, at most one for each.
create table if not exists document_signatures (
  code text primary key references issued_documents (code),
  sha256 text not null,
  bytes bytea not null,
  subject text not null,
  issuer text not null,
  signed_by text not null,
  signed_at timestamp not null
);
create index if not exists document_signatures_sha256_idx on document_signatures (sha256);

create or replace function document_signatures_stay() returns trigger language plpgsql as $$
begin
  raise exception 'signatures are append-only';
end $$;
create or replace trigger document_signatures_no_change before update or delete on document_signatures
  for each row execute function document_signatures_stay();
