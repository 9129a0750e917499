-- Tickets that were here before their facts were.
do $$
declare
  missing text[];
begin
  loop
    select array_agg(number) into missing from (select t.number from tickets t
      where not exists (select 1 from ticket_facts f where f.id = t.id) order by t.id limit 10000) m;
    exit when missing is null;
    insert into ticket_spans select * from ticket_spans_now(missing);
    insert into ticket_effort select * from ticket_effort_now(missing);
    insert into ticket_facts select f.* from ticket_facts_now() f join tickets t on t.id = f.id
      where t.number = any(missing);
  end loop;
end $$;
