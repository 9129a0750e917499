-- Whether the mail server would not take the last three letters to an address: then no more are tried. One that arrives
-- ends it, as does another address.
create or replace function mail_is_paused(wanted text) returns boolean language sql stable as $$
  select count(*) = 3 and bool_and(l.is_refused) from (select is_refused from letters where lower(address) =
    lower(wanted) and state in ('SENT', 'FAILED') order by id desc limit 3) l
$$;
