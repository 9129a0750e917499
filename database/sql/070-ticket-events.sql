-- Every instance of the cms hears what happened to a ticket once the transaction is committed, whichever instance it
-- came through. The message only names what happened; each instance looks the ticket up and asks the policy who may
-- hear of it.
create or replace function tell_of_ticket() returns trigger language plpgsql as $$
begin
  perform pg_notify('ticketing', json_build_object(
    'number', new.subject_id, 'event', new.event, 'at', (extract(epoch from new.at) * 1000)::bigint, 'isInternal',
      coalesce((new.payload ->> 'isInternal')::boolean, false))::text);
  return null;
end $$;
create or replace trigger audit_entries_tell after insert on audit_entries
  for each row when (new.subject_type = 'ticket') execute function tell_of_ticket();
