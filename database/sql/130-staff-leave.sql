-- Days on which one member of staff is away, both included. Why is nobody's business here: workload needs the days alone.
create table if not exists staff_leave (
  id integer generated always as identity primary key,
  staff_id integer not null,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  created_at timestamp not null
);
create index if not exists staff_leave_days_idx on staff_leave (last_day, first_day);
