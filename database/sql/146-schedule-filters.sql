-- What the reports of a schedule are narrowed to, by the filters of /reports; of a run, as they were when it began.
alter table report_schedules add column if not exists filters json not null default '{}';
alter table report_runs add column if not exists filters json not null default '{}';
