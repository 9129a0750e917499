-- What keeps `ticket_sums` true: facts that change mark their days, and stretches are summed again.

-- Days of which the sums are not to be trusted since these facts changed. A ticket's own columns are in the sums of
-- all that ever happened to it. Each change marks anew, for a mark that is there may be gone when this one commits.
create or replace function mark_by_facts() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into stale_days select distinct wib_day(at) from gone g,
      unnest(array[g.submitted_at, g.first_response_at, g.resolved_at]) at where at is not null;
  end if;
  if tg_op <> 'DELETE' then
    insert into stale_days select distinct wib_day(at) from (
      select unnest(array[m.submitted_at, m.first_response_at, m.resolved_at]) as at from made m
      union all select unnest(array[p.began_at, p.ended_at]) from made m join ticket_spans p on p.ticket_id = m.id
      union all select p.worked_at from made m join ticket_effort p on p.ticket_id = m.id) moments where at is not null;
  end if;
  return null;
end $$;
create or replace function mark_by_spans() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into stale_days select distinct wib_day(at) from gone p, unnest(array[p.began_at, p.ended_at]) at
      where at is not null;
  end if;
  if tg_op <> 'DELETE' then
    insert into stale_days select distinct wib_day(at) from made p, unnest(array[p.began_at, p.ended_at]) at
      where at is not null;
  end if;
  return null;
end $$;
create or replace function mark_by_effort() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then insert into stale_days select distinct wib_day(worked_at) from gone; end if;
  if tg_op <> 'DELETE' then insert into stale_days select distinct wib_day(worked_at) from made; end if;
  return null;
end $$;

create or replace trigger ticket_facts_marks_made after insert on ticket_facts referencing new table as made
  for each statement execute function mark_by_facts();
create or replace trigger ticket_facts_marks_changed after update on ticket_facts referencing old table as gone
  new table as made for each statement execute function mark_by_facts();
create or replace trigger ticket_facts_marks_gone after delete on ticket_facts referencing old table as gone
  for each statement execute function mark_by_facts();
create or replace trigger ticket_spans_marks_made after insert on ticket_spans referencing new table as made
  for each statement execute function mark_by_spans();
create or replace trigger ticket_spans_marks_changed after update on ticket_spans referencing old table as gone
  new table as made for each statement execute function mark_by_spans();
create or replace trigger ticket_spans_marks_gone after delete on ticket_spans referencing old table as gone
  for each statement execute function mark_by_spans();
create or replace trigger ticket_effort_marks_made after insert on ticket_effort referencing new table as made
  for each statement execute function mark_by_effort();
create or replace trigger ticket_effort_marks_changed after update on ticket_effort referencing old table as gone
  new table as made for each statement execute function mark_by_effort();
create or replace trigger ticket_effort_marks_gone after delete on ticket_effort referencing old table as gone
  for each statement execute function mark_by_effort();

-- Stretches whose sums are missing or stale on a day: the days that are over of this month and of the one before, which is
-- compared with by its first days (2026-11-30), and the months before those that have facts. The latest first, for those
-- are asked for most.
create or replace function stretches_to_sum(today date) returns table (since date, until date) language sql stable as $$
  with running as (select (date_trunc('month', today::timestamp) - interval '1 month')::date as first),
    over_by_now as (
      select m::date as since, (m + interval '1 month')::date as until from running,
        generate_series((select date_trunc('month', wib_day(min(submitted_at))::timestamp) from ticket_facts),
          first - interval '1 month', interval '1 month') m
      union all
      select d::date, d::date + 1 from running, generate_series(first::timestamp, today - interval '1 day',
        interval '1 day') d)
  select o.since, o.until from over_by_now o
    where not exists (select from fresh_stretches() f where f.since = o.since and f.until = o.until) order by 1 desc
$$;

-- Sums a stretch anew, in the place of every other that shares a day with it. Only one at a time, and the one statement
-- that forgets marks, removes and sums sees one instant: a change that is not in the sums has its mark left. That wants a
-- snapshot taken after the lock, so no other isolation.
create or replace function sum_stretch(first date, up_to date) returns void language plpgsql as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'sum_stretch wants read committed';
  end if;
  perform pg_advisory_xact_lock(20261130);
  with marks as (delete from stale_days where day >= first and day < up_to),
    before as (delete from ticket_sums where since < up_to and until > first),
    others as (delete from summed_stretches where since < up_to and until > first and since <> first),
    listed as (insert into summed_stretches values (first, up_to)
      on conflict (since) do update set until = excluded.until)
  insert into ticket_sums select * from ticket_sums_now(first, up_to);
end $$;

-- Forgets marks of days that are in no sum, under the same lock: whoever sums them later sees what was marked.
create or replace function forget_marks() returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(20261130);
  delete from stale_days s where not exists (select from summed_stretches w where s.day >= w.since and s.day < w.until);
end $$;

-- Whether the sums of a stretch are said to be true and are not.
create or replace function wrong_sums(first date, up_to date) returns boolean language sql stable as $$
  select exists (select from fresh_stretches() f where f.since = first and f.until = up_to) and exists (
    (select * from ticket_sums where since = first and until = up_to except all
      select * from ticket_sums_now(first, up_to))
    union all
    (select * from ticket_sums_now(first, up_to) except all
      select * from ticket_sums where since = first and until = up_to))
$$;
