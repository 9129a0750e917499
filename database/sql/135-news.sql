-- News that is no event of a ticket: a disturbance, its end, a survey. They stand in the same list and leave by the same
-- way as what happens to tickets.
alter table notices alter column ticket_number drop not null;
alter table notices alter column status drop not null;
alter table notices add column if not exists news_key text;
alter table notices add column if not exists subject text;
-- Where in the portal it is read.
alter table notices add column if not exists path text;
create index if not exists notices_news_idx on notices (news_key) where news_key is not null;
alter table notices drop constraint if exists notices_about_check;
alter table notices add constraint notices_about_check check (
  (ticket_number is not null and status is not null and news_key is null)
  or (ticket_number is null and news_key is not null and subject is not null and path is not null));

-- What has been told, so that of many instances one tells it, and once; and of what is over, since when.
create table if not exists news_told (
  key text primary key,
  subject text not null,
  told_at timestamp not null,
  over_at timestamp
);
