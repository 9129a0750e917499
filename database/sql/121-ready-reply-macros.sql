-- What a ready reply does beside saying something: how it ends (`wait`, `resolve`), a priority, a team's code.
alter table ready_replies add column if not exists ending text;
alter table ready_replies add column if not exists priority text;
alter table ready_replies add column if not exists team text;
