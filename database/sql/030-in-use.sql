-- Strapi makes these foreign keys ON DELETE SET NULL, which would blank tickets without a word. The plugin refuses in
-- a sentence first; this floor also holds when a ticket is filed in the same moment, and for whoever comes through
-- SQL.
create or replace function refuse_deletion_in_use() returns trigger language plpgsql as $$
declare
  is_used boolean;
begin
  for i in 0 .. tg_nargs - 2 by 2 loop
    execute format('select exists (select 1 from %I where %I = $1)', tg_argv[i], tg_argv[i + 1]) into is_used
      using old.id;
    if is_used then
      raise exception '% % is in use by %', tg_table_name, old.id, tg_argv[i] using errcode = 'foreign_key_violation';
    end if;
  end loop;
  return old;
end $$;

create or replace trigger skpd_in_use before delete on skpd for each row
  execute function refuse_deletion_in_use('tickets', 'skpd_id', 'up_users', 'skpd_id');
create or replace trigger categories_in_use before delete on categories for each row
  execute function refuse_deletion_in_use('tickets', 'category_id');
create or replace trigger teams_in_use before delete on teams for each row
  execute function refuse_deletion_in_use('tickets', 'team_id', 'categories', 'team_id');
create or replace trigger up_users_in_use before delete on up_users for each row
  execute function refuse_deletion_in_use('tickets', 'requester_id');
create or replace trigger admin_users_in_use before delete on admin_users for each row
  execute function refuse_deletion_in_use('tickets', 'assignee_id');
