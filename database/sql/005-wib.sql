-- Days on the wall clock of Bukittinggi. Columns hold UTC; WIB is UTC+7 all year, without daylight saving. Every
-- statement asks these two, as TypeScript asks `domain/wib.ts`. Plain SQL and immutable, so that the planner sees
-- through them.

-- The day in WIB on which an instant lies.
create or replace function wib_day(at timestamp) returns date language sql immutable parallel safe
  as $$ select (at + interval '7 hours')::date $$;

-- The instant at which that day begins in WIB.
create or replace function wib_start(day date) returns timestamp language sql immutable parallel safe
  as $$ select day - interval '7 hours' $$;
