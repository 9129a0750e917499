-- What reports read: small rows, kept by triggers in the transaction that writes the ticket or its entry, whichever use
-- case that is. `ticket_facts` has of each ticket what is counted, by the names it has in `tickets`, so that a filter means
-- the same in a list and in a report. `ticket_spans` has each stay in an open status, so that a stock of any instant can be
-- asked for. `ticket_effort` has the working time that officers recorded.
create table if not exists ticket_facts (
  id integer primary key references tickets (id) on delete cascade,
  skpd_id integer,
  category_id integer,
  team_id integer,
  assignee_id integer,
  requester_id integer,
  response_minutes integer,
  resolution_minutes integer,
  reopen_count integer,
  rating integer,
  submitted_at timestamp not null,
  first_response_at timestamp,
  resolved_at timestamp,
  resolution_due_at timestamp,
  locks_at timestamp,
  cancel_requested_at timestamp,
  approved_at timestamp,
  is_confidential boolean not null,
  is_paused boolean not null,
  is_short_notice boolean not null,
  is_response_late boolean not null,
  is_resolution_late boolean not null,
  is_around_the_clock boolean not null,
  status text not null,
  priority text not null,
  channel text not null
);
create index if not exists ticket_facts_submitted_idx on ticket_facts (submitted_at);
create index if not exists ticket_facts_answered_idx on ticket_facts (first_response_at);
create index if not exists ticket_facts_resolved_idx on ticket_facts (resolved_at) where status = 'RESOLVED';
create index if not exists ticket_facts_open_idx on ticket_facts (id) where status in ('NEW', 'IN_PROGRESS',
  'WAITING_REQUESTER', 'WAITING_THIRD_PARTY');
create index if not exists ticket_facts_skpd_idx on ticket_facts (skpd_id, submitted_at);
create index if not exists ticket_facts_assignee_idx on ticket_facts (assignee_id);

create table if not exists ticket_spans (
  ticket_id integer not null references tickets (id) on delete cascade,
  status text not null,
  began_at timestamp not null,
  ended_at timestamp,
  -- The event that began it, and whether there was nothing to do before it, or nothing after.
  event text not null,
  is_opening boolean not null,
  is_closing boolean not null
);
create index if not exists ticket_spans_ticket_idx on ticket_spans (ticket_id);
create index if not exists ticket_spans_began_idx on ticket_spans (began_at) where is_opening;
create index if not exists ticket_spans_ended_idx on ticket_spans (ended_at);
create index if not exists ticket_spans_reopened_idx on ticket_spans (began_at) where event = 'reopen';
create index if not exists ticket_spans_replied_idx on ticket_spans (ended_at) where status = 'WAITING_REQUESTER';

create table if not exists ticket_effort (
  entry_id integer primary key,
  ticket_id integer not null references tickets (id) on delete cascade,
  staff_id integer,
  worked_at timestamp not null,
  minutes integer not null
);
create index if not exists ticket_effort_worked_idx on ticket_effort (worked_at);
create index if not exists ticket_effort_ticket_idx on ticket_effort (ticket_id);

-- The facts of a ticket as its row has them.
create or replace function ticket_facts_of(t tickets) returns setof ticket_facts language sql stable as $$
  select t.id, t.skpd_id, t.category_id, t.team_id, t.assignee_id, t.requester_id, t.response_minutes,
    t.resolution_minutes, coalesce(t.reopen_count, 0), t.rating, t.submitted_at, t.first_response_at, t.resolved_at,
    t.resolution_due_at, t.locks_at, t.cancel_requested_at, t.approved_at, coalesce(t.is_confidential, false),
    coalesce(t.is_paused, false), coalesce(t.is_short_notice, false), coalesce(t.is_response_late, false),
    coalesce(t.is_resolution_late, false), coalesce(t.is_around_the_clock, false), t.status::text, t.priority::text,
    t.channel::text
$$;
create or replace function ticket_facts_now() returns setof ticket_facts language sql stable as $$
  select f.* from tickets t, ticket_facts_of(t) f
$$;

-- Of a new ticket the row is at hand; a changed one is read again, as it stands once all that changes it has.
create or replace function ticket_facts_of_ticket() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into ticket_facts select * from ticket_facts_of(new);
  else
    delete from ticket_facts where id = new.id;
    insert into ticket_facts select * from ticket_facts_now() f where f.id = new.id;
  end if;
  return null;
end $$;
create or replace trigger tickets_facts_new after insert on tickets for each row
  execute function ticket_facts_of_ticket();
create or replace trigger tickets_facts after update on tickets for each row
  when ((old.skpd_id, old.category_id, old.team_id, old.assignee_id, old.requester_id, old.response_minutes,
    old.resolution_minutes, old.reopen_count, old.rating, old.submitted_at, old.first_response_at, old.resolved_at,
    old.resolution_due_at, old.locks_at, old.cancel_requested_at, old.approved_at, old.is_confidential, old.is_paused,
    old.is_short_notice, old.is_response_late, old.is_resolution_late, old.is_around_the_clock, old.status,
    old.priority, old.channel)
    is distinct from
    (new.skpd_id, new.category_id, new.team_id, new.assignee_id, new.requester_id, new.response_minutes,
    new.resolution_minutes, new.reopen_count, new.rating, new.submitted_at, new.first_response_at, new.resolved_at,
    new.resolution_due_at, new.locks_at, new.cancel_requested_at, new.approved_at, new.is_confidential, new.is_paused,
    new.is_short_notice, new.is_response_late, new.is_resolution_late, new.is_around_the_clock, new.status,
    new.priority, new.channel))
  execute function ticket_facts_of_ticket();

-- Statuses in which somebody still has work to do, as `domain/status` has them; a test holds them together.
create or replace function is_open_status(status text) returns boolean language sql immutable parallel safe as $$
  select status in ('NEW', 'IN_PROGRESS', 'WAITING_REQUESTER', 'WAITING_THIRD_PARTY')
$$;

-- The stays of tickets in open statuses, as their histories have them.
create or replace function ticket_spans_now(numbers text[]) returns setof ticket_spans language sql stable as $$
  select m.ticket_id, m.status, m.at, m.until, m.event, not coalesce(is_open_status(m.before), false),
    m.until is not null and not is_open_status(m.next)
  from (
    select t.id as ticket_id, e.at, e.event::text as event, e.payload ->> 'to' as status, e.payload ->> 'from' as before,
      lead(e.at) over moves as until, lead(e.payload ->> 'to') over moves as next
    from audit_entries e join tickets t on t.number = e.subject_id
    where e.subject_type = 'ticket' and e.subject_id = any(numbers) and e.payload ->> 'to' is not null
      and e.payload ->> 'to' is distinct from e.payload ->> 'from'
    window moves as (partition by e.subject_id order by e.id)
  ) m where is_open_status(m.status)
$$;

-- Whose work an entry tells of, and when it was done: of whoever wrote it at that moment, unless it says otherwise; a day
-- alone stands for its noon. A counter-entry tells of the person and day that it corrects.
create or replace function effort_worker(kind text, actor integer, payload jsonb) returns integer
  language sql immutable parallel safe as $$
  select coalesce((payload -> 'after' ->> 'effortBy')::integer, case when kind = 'staff' then actor end)
$$;
create or replace function effort_instant(at timestamp, payload jsonb) returns timestamp
  language sql stable parallel safe as $$
  select coalesce(wib_start((payload -> 'facts' ->> 'effortDay')::date) + interval '12 hours', at)
$$;

-- The working time in entries of tickets.
create or replace function ticket_effort_now(numbers text[]) returns setof ticket_effort language sql stable as $$
  select e.id, t.id, effort_worker(e.actor_kind, e.actor_id, e.payload), effort_instant(e.at, e.payload),
    (e.payload -> 'facts' ->> 'effortMinutes')::integer
  from audit_entries e join tickets t on t.number = e.subject_id
  where e.subject_type = 'ticket' and e.subject_id = any(numbers) and e.payload -> 'facts' ->> 'effortMinutes' is not null
$$;

-- The next link of a history ends one stay and may begin another.
create or replace function ticket_facts_of_entry() returns trigger language plpgsql as $$
declare
  ticket integer;
  was constant text := new.payload ->> 'from';
  becomes constant text := new.payload ->> 'to';
begin
  select id into ticket from tickets where number = new.subject_id;
  if ticket is null then return null; end if;
  if becomes is not null and becomes is distinct from was then
    -- The first link of a history has no stay before it.
    if was is not null then
      update ticket_spans set ended_at = new.at, is_closing = not is_open_status(becomes)
        where ticket_id = ticket and ended_at is null;
    end if;
    if is_open_status(becomes) then
      insert into ticket_spans values (ticket, becomes, new.at, null, new.event, not coalesce(is_open_status(was), false),
        false);
    end if;
  end if;
  if new.payload -> 'facts' ->> 'effortMinutes' is not null then
    insert into ticket_effort values (new.id, ticket, effort_worker(new.actor_kind, new.actor_id, new.payload),
      effort_instant(new.at, new.payload), (new.payload -> 'facts' ->> 'effortMinutes')::integer);
  end if;
  return null;
end $$;
create or replace trigger audit_entries_facts after insert on audit_entries for each row
  when (new.subject_type = 'ticket' and (new.payload ->> 'to' is not null
    or new.payload -> 'facts' ->> 'effortMinutes' is not null))
  execute function ticket_facts_of_entry();
