-- The event log is written once: no row of it is ever changed, removed or cut off, by anyone who comes through SQL.
create or replace function audit_entries_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit_entries is append-only';
end $$;

create or replace trigger audit_entries_no_change before update or delete on audit_entries
  for each row execute function audit_entries_append_only();
create or replace trigger audit_entries_no_truncate before truncate on audit_entries
  for each statement execute function audit_entries_append_only();
