-- An open page was let in with the roles its person had then. Whatever changes who somebody is, or ends a session, is told to every
-- instance once it is committed, whichever way it was written: the lines of that person end, and whoever may comes back as what they are now.
create or replace function tell_of_account() returns trigger language plpgsql as $$
declare
  changed jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
begin
  perform pg_notify('ticketing', json_build_object('account', tg_argv[0], 'id', (changed ->> tg_argv[1])::int)::text);
  return null;
end $$;

create or replace trigger admin_users_tell after update on admin_users for each row
  when (old.is_active is distinct from new.is_active or old.blocked is distinct from new.blocked)
  execute function tell_of_account('staff', 'id');
create or replace trigger admin_users_roles_tell after insert or update or delete on admin_users_roles_lnk for each row
  execute function tell_of_account('staff', 'user_id');
create or replace trigger teams_members_tell after insert or update or delete on teams_members_lnk for each row
  execute function tell_of_account('staff', 'user_id');
create or replace trigger strapi_sessions_tell after delete on strapi_sessions for each row
  when (old.origin = 'admin' and old.user_id ~ '^\d{1,9}$')
  execute function tell_of_account('staff', 'user_id');

create or replace trigger up_users_tell after update on up_users for each row
  when (old.blocked is distinct from new.blocked or old.skpd_id is distinct from new.skpd_id)
  execute function tell_of_account('portal', 'id');
create or replace trigger up_users_role_tell after insert or update or delete on up_users_role_lnk for each row
  execute function tell_of_account('portal', 'user_id');
create or replace trigger portal_sessions_tell after update on portal_sessions for each row
  when (old.ended_at is distinct from new.ended_at)
  execute function tell_of_account('portal', 'user_id');
