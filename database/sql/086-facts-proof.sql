-- Whether facts equal the tickets and their histories, ticket by ticket: what differs, by the name of what is wrong. Read
-- by `npm run facts` and every night by the job of that name.
create or replace function wrong_facts(first integer, last integer) returns table (number text, what text)
  language plpgsql stable as $$
declare
  numbers constant text[] := array(select t.number from tickets t where t.id between first and last);
begin
  return query
    select t.number::text, 'facts' from ticket_facts_now() n join tickets t on t.id = n.id
      full join (select * from ticket_facts f where f.id between first and last) f on f.id = n.id
      where (n.id between first and last or n.id is null) and n is distinct from f
    union all
    select t.number::text, 'spans' from (
      (select * from ticket_spans s where s.ticket_id between first and last except all select * from
        ticket_spans_now(numbers))
      union all
      (select * from ticket_spans_now(numbers) except all select * from ticket_spans s where s.ticket_id between first
        and last)) d join tickets t on t.id = d.ticket_id group by 1
    union all
    select t.number::text, 'effort' from (
      (select * from ticket_effort e where e.ticket_id between first and last except select * from
        ticket_effort_now(numbers))
      union all
      (select * from ticket_effort_now(numbers) except select * from ticket_effort e where e.ticket_id between first and
        last)) d join tickets t on t.id = d.ticket_id group by 1
    union all
    -- What the history tells of a ticket, by the last entry that says it.
    select t.number::text, 'history' from ticket_facts f join tickets t on t.id = f.id
      join lateral (
        select (array_agg(e.payload ->> 'to' order by e.id desc) filter (where e.payload ->> 'to' is not null))[1]
            as status,
          count(*) filter (where e.event = 'reopen') as reopened,
          (array_agg(e.payload -> 'after' ->> 'priority' order by e.id desc)
            filter (where jsonb_exists(e.payload -> 'after', 'priority')))[1] as priority,
          (array_agg(e.payload -> 'after' ->> 'rating' order by e.id desc)
            filter (where jsonb_exists(e.payload -> 'after', 'rating')))[1] as rating,
          (array_agg(e.payload -> 'after' ->> 'category_id' order by e.id desc)
            filter (where jsonb_exists(e.payload -> 'after', 'category_id')))[1] as category,
          (array_agg(e.payload -> 'after' ->> 'team_id' order by e.id desc)
            filter (where jsonb_exists(e.payload -> 'after', 'team_id')))[1] as team,
          (array_agg(e.payload -> 'after' ->> 'assignee_id' order by e.id desc)
            filter (where jsonb_exists(e.payload -> 'after', 'assignee_id')))[1] as assignee,
          bool_or(e.event = 'resolveWithParent') as with_parent,
          min(e.at) filter (where e.event = 'submit') as submitted_at
        from audit_entries e where e.subject_type = 'ticket' and e.subject_id = t.number
      ) h on true
      where f.id between first and last and (
        h.status is distinct from f.status or h.reopened <> f.reopen_count or h.priority is distinct from f.priority
        or h.submitted_at is distinct from f.submitted_at
        or (not h.with_parent and h.rating is distinct from f.rating::text)
        or (h.category is not null and h.category <> f.category_id::text)
        or (h.team is not null and h.team <> f.team_id::text)
        or (not h.with_parent and h.assignee is distinct from f.assignee_id::text));
end $$;

-- Makes the facts of tickets anew, from their rows and histories.
create or replace function rebuild_facts(first integer, last integer) returns void language plpgsql as $$
declare
  numbers constant text[] := array(select t.number from tickets t where t.id between first and last order by t.id
    for update);
begin
  delete from ticket_spans where ticket_id between first and last;
  delete from ticket_effort where ticket_id between first and last;
  delete from ticket_facts where id between first and last;
  insert into ticket_spans select * from ticket_spans_now(numbers);
  insert into ticket_effort select * from ticket_effort_now(numbers);
  insert into ticket_facts select * from ticket_facts_now() f where f.id between first and last;
end $$;
