-- What officers say again and again, in words that are ready. Kept by coordinators and administrators in the panel.
create table if not exists ready_replies (
  id integer generated always as identity primary key,
  name text not null,
  body text not null,
  updated_at timestamp not null
);
create unique index if not exists ready_replies_name_key on ready_replies (lower(name));
