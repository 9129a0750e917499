-- Sums of stretches of days: of each day that is over of this month and the one before, and of each month before that. So ten
-- years cost their months and not their tickets. `ticket_sums` has for each stretch, and for each value of one dimension
-- (`all` has one row), what reports count, by the names of `domain/report/measures`. Rows bear a ticket's columns by
-- their own names, so that a filter means the same here. Nobody adds to a sum while a ticket is written, so that no two
-- writers wait for each other: whoever changes facts writes down, in the same transaction, on which days they lie
-- (`stale_days`), and from then on reports read their stretches from the facts, until somebody sums them again.
create table if not exists ticket_sums (
  -- The first day in WIB, and the one after the last.
  since date not null,
  until date not null,
  dimension text not null,
  is_confidential boolean not null,
  skpd_id integer,
  category_id integer,
  team_id integer,
  -- Whose ticket it is; of working time, whose work.
  assignee_id integer,
  status text,
  priority text,
  channel text,
  received integer not null,
  received_new integer not null,
  received_in_progress integer not null,
  received_resolved integer not null,
  received_rejected integer not null,
  received_cancelled integer not null,
  received_unmeasured integer not null,
  received_late integer not null,
  answered integer not null,
  answered_late integer not null,
  resolved integer not null,
  resolved_unmeasured integer not null,
  resolved_late integer not null,
  resolved_again integer not null,
  rated integer not null,
  dissatisfied integer not null,
  opened integer not null,
  closed integer not null,
  reopened integer not null,
  replies integer not null,
  effort_entries integer not null,
  -- Of each quantity and clock: sum, how many, and how many in each class of durations, as one number (`duration_unit`).
  response_working_sum bigint not null,
  response_working_count integer not null,
  response_working numeric,
  response_always_sum bigint not null,
  response_always_count integer not null,
  response_always numeric,
  resolution_working_sum bigint not null,
  resolution_working_count integer not null,
  resolution_working numeric,
  resolution_always_sum bigint not null,
  resolution_always_count integer not null,
  resolution_always numeric,
  reply_sum bigint not null,
  reply_count integer not null,
  reply numeric,
  rating_sum bigint not null,
  rating_count integer not null,
  effort_sum bigint not null,
  effort_count integer not null,
  -- Looked at when a transaction ends: two who sum one stretch at once cannot both.
  constraint ticket_sums_once unique nulls not distinct (dimension, since, until, is_confidential, skpd_id, category_id, team_id,
    assignee_id, status, priority, channel) deferrable initially deferred
);
create index if not exists ticket_sums_since_idx on ticket_sums (since, dimension);
-- A month takes the place of its days, so that no two stretches share a day.
create table if not exists summed_stretches (since date primary key, until date not null);
create table if not exists stale_days (day date not null);
create index if not exists stale_days_idx on stale_days (day);

-- Stretches whose sums are what the facts say.
create or replace function fresh_stretches() returns table (since date, until date) language sql stable as $$
  select w.since, w.until from summed_stretches w
    where not exists (select from stale_days s where s.day >= w.since and s.day < w.until)
$$;
-- Those of them that lie wholly in a period (both days included). In PL/pgSQL, as the next: the planner is told how few
-- rows there are, and does not plan the same inner question once for each branch of a report.
create or replace function whole_stretches(first date, last date) returns table (since date, until date)
  language plpgsql stable rows 60 as $$
begin
  return query select f.since, f.until from fresh_stretches() f where f.since >= first and f.until <= last + 1;
end $$;
-- What is left of the period, as instants from one up to another: to be read from the facts. One stretch, more often than
-- not, so that a stretch is looked up by its index and the facts are not read through.
create or replace function unsummed(first date, last date) returns table (since timestamp, until timestamp)
  language plpgsql stable rows 1 as $$
begin
  return query
    with whole as (select w.since as begins, w.until as ends from whole_stretches(first, last) w)
    select wib_start(g.begins), wib_start(g.ends) from (
      select lag(ends, 1, first) over (order by begins) as begins, begins as ends from whole
      union all
      select coalesce(max(ends), first), last + 1 from whole) g
    where g.begins < g.ends;
end $$;

-- The class of a duration, by the edges of `domain/report/histogram`; a test holds them together.
create or replace function duration_class(minutes integer) returns integer language sql immutable parallel safe as $$
  select least(width_bucket(minutes - 1, array[1, 2, 3, 5, 8, 10, 15, 20, 30, 45, 60, 75, 90, 120, 150, 180, 240, 300,
    360, 450, 540, 675, 900, 1125, 1350, 1575, 1800, 2250, 2700, 3375, 4050, 4500, 5625, 6750, 7875, 9000, 11250, 13500,
    15750, 18000, 22500, 27000, 33750, 45000, 67500, 90000, 135000, 270000, 540000]) + 1, 49)
$$;
-- One duration in a histogram that is one number: each class has twelve of its digits, the first class the last ones. Such
-- numbers add up by `sum`, where an array wants an aggregate for each of its places (2026-11-30). Null of none.
create or replace function duration_unit(minutes integer) returns numeric language sql immutable parallel safe as $$
  select case when minutes is not null then ('1' || repeat('0', 12 * (duration_class(minutes) - 1)))::numeric end
$$;

-- The sums of the days from one up to another, as the facts have them.
create or replace function ticket_sums_now(first date, up_to date) returns setof ticket_sums language sql stable as $$
  with bounds as (select wib_start(first) as since, wib_start(up_to) as until),
  moment as (
    select 'SUBMITTED' as cohort, t.submitted_at as at, null::integer as amount, t.assignee_id as person, t.*
      from bounds, ticket_facts t where t.submitted_at >= since and t.submitted_at < until
    union all
    select 'ANSWERED', t.first_response_at, t.response_minutes, t.assignee_id, t.*
      from bounds, ticket_facts t where t.first_response_at >= since and t.first_response_at < until
    union all
    select 'RESOLVED', t.resolved_at, t.resolution_minutes, t.assignee_id, t.*
      from bounds, ticket_facts t where t.status = 'RESOLVED' and t.resolved_at >= since and t.resolved_at < until
    union all
    select 'OPENED', p.began_at, null, t.assignee_id, t.* from bounds, ticket_spans p join ticket_facts t
      on t.id = p.ticket_id where p.is_opening and p.began_at >= since and p.began_at < until
    union all
    select 'CLOSED', p.ended_at, null, t.assignee_id, t.* from bounds, ticket_spans p join ticket_facts t
      on t.id = p.ticket_id where p.is_closing and p.ended_at >= since and p.ended_at < until
    union all
    select 'REOPENED', p.began_at, null, t.assignee_id, t.* from bounds, ticket_spans p join ticket_facts t
      on t.id = p.ticket_id where p.event = 'reopen' and p.began_at >= since and p.began_at < until
    union all
    select 'REPLIED', p.ended_at, floor(extract(epoch from p.ended_at - p.began_at) / 60)::integer, t.assignee_id, t.*
      from bounds, ticket_spans p join ticket_facts t on t.id = p.ticket_id
      where p.status = 'WAITING_REQUESTER' and p.ended_at >= since and p.ended_at < until
    union all
    select 'WORKED', p.worked_at, p.minutes, p.staff_id, t.* from bounds, ticket_effort p join ticket_facts t
      on t.id = p.ticket_id where p.worked_at >= since and p.worked_at < until)
  select first, up_to, case 0 when grouping(skpd_id) then 'skpd' when grouping(category_id) then 'service'
      when grouping(team_id) then 'team' when grouping(person) then 'officer' when grouping(status) then 'status'
      when grouping(priority) then 'priority' when grouping(channel) then 'channel' else 'all' end,
    is_confidential, skpd_id, category_id, team_id, person, status, priority, channel,
    count(*) filter (where cohort = 'SUBMITTED'),
    count(*) filter (where cohort = 'SUBMITTED' and m.status = 'NEW'),
    count(*) filter (where cohort = 'SUBMITTED' and m.status in ('IN_PROGRESS', 'WAITING_REQUESTER',
      'WAITING_THIRD_PARTY')),
    count(*) filter (where cohort = 'SUBMITTED' and m.status = 'RESOLVED'),
    count(*) filter (where cohort = 'SUBMITTED' and m.status = 'REJECTED'),
    count(*) filter (where cohort = 'SUBMITTED' and m.status = 'CANCELLED'),
    count(*) filter (where cohort = 'SUBMITTED' and m.status = 'RESOLVED'
      and (is_short_notice or resolution_due_at is null)),
    count(*) filter (where cohort = 'SUBMITTED' and m.status = 'RESOLVED' and is_resolution_late and not is_short_notice),
    count(*) filter (where cohort = 'ANSWERED'),
    count(*) filter (where cohort = 'ANSWERED' and is_response_late),
    count(*) filter (where cohort = 'RESOLVED'),
    count(*) filter (where cohort = 'RESOLVED' and (is_short_notice or resolution_due_at is null)),
    count(*) filter (where cohort = 'RESOLVED' and is_resolution_late and not is_short_notice),
    count(*) filter (where cohort = 'RESOLVED' and reopen_count > 0),
    count(*) filter (where cohort = 'RESOLVED' and rating is not null),
    count(*) filter (where cohort = 'RESOLVED' and rating < 3),
    count(*) filter (where cohort = 'OPENED'),
    count(*) filter (where cohort = 'CLOSED'),
    count(*) filter (where cohort = 'REOPENED'),
    count(*) filter (where cohort = 'REPLIED'),
    count(*) filter (where cohort = 'WORKED'),
    coalesce(sum(amount) filter (where cohort = 'ANSWERED' and not is_around_the_clock), 0),
    count(amount) filter (where cohort = 'ANSWERED' and not is_around_the_clock),
    sum(duration_unit(amount)) filter (where cohort = 'ANSWERED' and not is_around_the_clock),
    coalesce(sum(amount) filter (where cohort = 'ANSWERED' and is_around_the_clock), 0),
    count(amount) filter (where cohort = 'ANSWERED' and is_around_the_clock),
    sum(duration_unit(amount)) filter (where cohort = 'ANSWERED' and is_around_the_clock),
    coalesce(sum(amount) filter (where cohort = 'RESOLVED' and not is_around_the_clock), 0),
    count(amount) filter (where cohort = 'RESOLVED' and not is_around_the_clock),
    sum(duration_unit(amount)) filter (where cohort = 'RESOLVED' and not is_around_the_clock),
    coalesce(sum(amount) filter (where cohort = 'RESOLVED' and is_around_the_clock), 0),
    count(amount) filter (where cohort = 'RESOLVED' and is_around_the_clock),
    sum(duration_unit(amount)) filter (where cohort = 'RESOLVED' and is_around_the_clock),
    coalesce(sum(amount) filter (where cohort = 'REPLIED'), 0),
    count(amount) filter (where cohort = 'REPLIED'),
    sum(duration_unit(amount)) filter (where cohort = 'REPLIED'),
    coalesce(sum(rating) filter (where cohort = 'RESOLVED'), 0),
    count(rating) filter (where cohort = 'RESOLVED'),
    coalesce(sum(amount) filter (where cohort = 'WORKED'), 0),
    count(amount) filter (where cohort = 'WORKED')
  from moment m
  group by is_confidential, grouping sets ((), (skpd_id), (category_id), (team_id), (person), (status),
    (priority), (channel))
$$;

-- Sums that were made by an earlier definition are not to be trusted; which one made them the function itself remembers.
do $$
declare definition constant text := (select md5(prosrc) from pg_proc where oid = 'ticket_sums_now(date, date)'::regprocedure);
begin
  if obj_description('ticket_sums_now(date, date)'::regprocedure, 'pg_proc') is distinct from definition then
    insert into stale_days select since from summed_stretches;
    execute format('comment on function ticket_sums_now(date, date) is %L', definition);
  end if;
end $$;
