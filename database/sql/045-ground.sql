-- How often the ground of the desk has moved: settings, policy, catalogue, calendars, units, teams. Whoever keeps it
-- in memory asks for this one number instead of looking at all of it. Counted when a transaction ends, so that two who
-- save at once hold it for a moment only and never wait for each other in a circle. Parts of Strapi's documents count
-- too: they change without their owner's row.
create table if not exists desk_ground (
  is_only boolean primary key default true check (is_only),
  version bigint not null
);
insert into desk_ground (version) values (1) on conflict do nothing;

create or replace function desk_ground_moved() returns trigger language plpgsql as $$
begin
  -- Once a transaction, however many rows it changes.
  update desk_ground set version = version + 1 where xmin <> pg_current_xact_id()::xid;
  return null;
end $$;

do $$
declare
  ground text;
begin
  foreach ground in array array['desk_settings', 'categories', 'categories_cmps', 'components_service_slas',
    'components_service_form_fields', 'priorities', 'teams', 'skpd', 'holidays', 'working_calendars',
    'working_calendars_cmps', 'components_calendar_slots', 'components_calendar_periods',
    'components_calendar_periods_cmps'] loop
    if not exists (select 1 from pg_trigger where tgrelid = ground::regclass and tgname = 'desk_ground_moves') then
      execute format('create constraint trigger desk_ground_moves after insert or update or delete on %I
        deferrable initially deferred for each row execute function desk_ground_moved()', ground);
    end if;
  end loop;
end $$;
