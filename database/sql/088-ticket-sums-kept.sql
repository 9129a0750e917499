-- What keeps `ticket_sums` true: facts that change mark their months, and months are summed again.

-- Months of which the sums are not to be trusted since these facts changed. A ticket's own columns are in the sums of
-- all that ever happened to it. Each change marks anew, for a mark that is there may be gone when this one commits.
create or replace function mark_by_facts() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into stale_months select distinct wib_month(at) from gone g,
      unnest(array[g.submitted_at, g.first_response_at, g.resolved_at]) at where at is not null;
  end if;
  if tg_op <> 'DELETE' then
    insert into stale_months select distinct wib_month(at) from (
      select unnest(array[m.submitted_at, m.first_response_at, m.resolved_at]) as at from made m
      union all select unnest(array[p.began_at, p.ended_at]) from made m join ticket_spans p on p.ticket_id = m.id
      union all select p.worked_at from made m join ticket_effort p on p.ticket_id = m.id) moments where at is not null;
  end if;
  return null;
end $$;
create or replace function mark_by_spans() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into stale_months select distinct wib_month(at) from gone p, unnest(array[p.began_at, p.ended_at]) at
      where at is not null;
  end if;
  if tg_op <> 'DELETE' then
    insert into stale_months select distinct wib_month(at) from made p, unnest(array[p.began_at, p.ended_at]) at
      where at is not null;
  end if;
  return null;
end $$;
create or replace function mark_by_effort() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then insert into stale_months select distinct wib_month(worked_at) from gone; end if;
  if tg_op <> 'DELETE' then insert into stale_months select distinct wib_month(worked_at) from made; end if;
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

-- Months that are over on a day, that have facts, and whose sums are missing or stale; the latest first, for those are
-- asked for most.
create or replace function months_to_sum(today date) returns setof date language sql stable as $$
  select m::date from generate_series((select wib_month(min(submitted_at)) from ticket_facts)::timestamp,
    date_trunc('month', today::timestamp) - interval '1 month', interval '1 month') m
  where m::date not in (select fresh_months()) order by 1 desc
$$;

-- Sums a month anew. Only one at a time, and the one statement that forgets marks, removes and sums sees one instant:
-- a change that is not in the sums has its mark left. That wants a snapshot taken after the lock, so no other
-- isolation.
create or replace function sum_month(of date) returns void language plpgsql as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'sum_month wants read committed';
  end if;
  perform pg_advisory_xact_lock(20261130);
  with marks as (delete from stale_months where month = of),
    before as (delete from ticket_sums where month = of),
    listed as (insert into summed_months values (of) on conflict do nothing)
  insert into ticket_sums select * from ticket_sums_now(of, (of + interval '1 month')::date);
end $$;

-- Forgets marks of months that have no sums, under the same lock: whoever sums them later sees what was marked.
create or replace function forget_marks() returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(20261130);
  delete from stale_months s where not exists (select from summed_months m where m.month = s.month);
end $$;

-- Whether the sums of a month are said to be true and are not.
create or replace function wrong_sums(of date) returns boolean language sql stable as $$
  select exists (select from fresh_months() m where m = of) and exists (
    (select * from ticket_sums where month = of except all
      select * from ticket_sums_now(of, (of + interval '1 month')::date))
    union all
    (select * from ticket_sums_now(of, (of + interval '1 month')::date) except all
      select * from ticket_sums where month = of))
$$;
