-- What a ticket is found by, kept beside it in the transaction that changes it. Two documents: `words` is for
-- everyone who may read the ticket; `inner_words` has the internal notes as well, and exists only where there are
-- any, so that nobody finds a ticket by a note that is not for them. Words are kept twice: as stems, with their
-- places, for word forms, phrases and rank; and as written, without, for words half typed.
create table if not exists ticket_search (
  ticket_id integer primary key references tickets (id) on delete cascade,
  words tsvector not null,
  inner_words tsvector,
  is_stale boolean not null default false
);
create index if not exists ticket_search_words_idx on ticket_search using gin (words);
create index if not exists ticket_search_inner_words_idx on ticket_search using gin (inner_words);
create index if not exists ticket_search_stale_idx on ticket_search (ticket_id) where is_stale;

create or replace function search_words(value text, weight "char") returns tsvector
  language sql immutable parallel safe as $$
  select setweight(to_tsvector('indonesian', coalesce(value, '')), weight) || strip(to_tsvector('simple',
    coalesce(value, '')))
$$;

-- Spellings that no parser finds: a number with and without what stands before it, a telephone number as it is dialled.
create or replace function search_spellings(number text, phone text) returns tsvector
  language sql immutable parallel safe as $$
  select setweight(coalesce(string_agg(distinct format('''%s'':1', spelling), ' '), '')::tsvector, 'A')
  from unnest(
    array[lower(number), regexp_replace(lower(number), '^tik-', ''), split_part(number, '-', 3),
      ltrim(split_part(number, '-', 3), '0'),
      regexp_replace(regexp_replace(coalesce(phone, ''), '^\+62', '0'), '\D', '', 'g')]
    || regexp_split_to_array(coalesce(phone, ''), '\D+')) as spelling
  where spelling ~ '^[a-z0-9-]+$'
$$;

-- What a ticket itself says. In PL/pgSQL, which keeps its plans.
create or replace function ticket_words(t tickets) returns tsvector language plpgsql stable as $$
declare
  unit text;
  service text;
  answers text;
begin
  select concat_ws(' ', s.code, s.name) into unit from skpd s where s.id = t.skpd_id;
  select concat_ws(' ', c.code, c.name) into service from categories c where c.id = t.category_id;
  if jsonb_typeof(t.form) = 'array' then
    select string_agg(answer ->> 'value', ' ') into answers from jsonb_array_elements(t.form) as answer;
  end if;
  return search_spellings(t.number, t.contact_phone)
    || case when t.source_number is null then ''::tsvector
      else search_spellings(ltrim(t.source_number, '#'), null)
        || search_words(concat_ws(' ', t.source_name, t.source_number), 'A') end
    || search_words(t.title, 'A') || search_words(t.description, 'B') || search_words(answers, 'B')
    || search_words(concat_ws(' ', t.contact_name, t.contact_phone, t.contact_email, unit, service), 'C');
end $$;

-- Documents are made whole from the ticket and its history. Of an endless history the newest half million characters
-- count; what still is more than PostgreSQL keeps in one document leaves the ticket's own words.
create or replace function ticket_search_refresh(ticket integer) returns void language plpgsql as $$
declare
  own tsvector;
  said tsvector := '';
  said_inside tsvector;
  longest constant integer := 500000;
begin
  select ticket_words(t) into own from tickets t where t.id = ticket;
  if own is null then return; end if;
  begin
    select coalesce(search_words(left(string_agg(e.payload ->> 'text', ' ' order by e.id desc)
      filter (where not coalesce((e.payload ->> 'isInternal')::boolean, false)), longest), 'D'), ''),
      search_words(left(string_agg(e.payload ->> 'text', ' ' order by e.id desc)
        filter (where (e.payload ->> 'isInternal')::boolean), longest), 'D')
      into said, said_inside
      from audit_entries e join tickets t on t.number = e.subject_id
      where t.id = ticket and e.subject_type = 'ticket' and e.payload ->> 'text' is not null;
    said := own || said;
    said_inside := case when said_inside = '' then null else said || said_inside end;
  exception when program_limit_exceeded then
    said := own;
    said_inside := null;
  end;
  insert into ticket_search (ticket_id, words, inner_words) values (ticket, said, said_inside)
    on conflict (ticket_id) do update set words = excluded.words, inner_words = excluded.inner_words, is_stale = false;
end $$;

-- A new ticket has no history yet; where an entry that came with it was faster, its document is there and whole.
create or replace function ticket_search_of_new() returns trigger language plpgsql as $$
begin
  insert into ticket_search (ticket_id, words) values (new.id, ticket_words(new)) on conflict (ticket_id) do nothing;
  return null;
end $$;
create or replace trigger tickets_search_new after insert on tickets
  for each row execute function ticket_search_of_new();
create or replace function ticket_search_of_ticket() returns trigger language plpgsql as $$
begin
  perform ticket_search_refresh(new.id);
  return null;
end $$;
create or replace trigger tickets_search after update of number, source_number, title, description, form, contact_name,
  contact_phone, contact_email, skpd_id, category_id on tickets
  for each row execute function ticket_search_of_ticket();

-- What is said is added, not read all over again: the three hundredth comment costs no more than the first.
create or replace function ticket_search_of_entry() returns trigger language plpgsql as $$
declare
  ticket integer;
  more tsvector;
  is_internal constant boolean := coalesce((new.payload ->> 'isInternal')::boolean, false);
begin
  select id into ticket from tickets where number = new.subject_id;
  if ticket is null then return null; end if;
  begin
    more := search_words(new.payload ->> 'text', 'D');
    update ticket_search set
      words = case when is_internal then words else words || more end,
      inner_words = case when is_internal or inner_words is not null then coalesce(inner_words, words) || more end
      where ticket_id = ticket;
    if not found then perform ticket_search_refresh(ticket); end if;
  exception when program_limit_exceeded then
    -- A document that is full finds what it has; the word itself is never refused.
    null;
  end;
  return null;
end $$;
create or replace trigger audit_entries_search after insert on audit_entries
  for each row when (new.subject_type = 'ticket' and new.payload ->> 'text' is not null)
    execute function ticket_search_of_entry();

-- A unit or service with a new name: its tickets are marked, and made anew in the background.
create or replace function ticket_search_of_name() returns trigger language plpgsql as $$
begin
  execute format('update ticket_search set is_stale = true from tickets t where t.id = ticket_id and t.%I = $1',
    tg_argv[0]) using new.id;
  return null;
end $$;
create or replace trigger skpd_search after update of code, name on skpd for each row when (old.code is distinct
  from new.code or old.name is distinct from new.name) execute function ticket_search_of_name('skpd_id');
create or replace trigger categories_search after update of code, name on categories
  for each row when (old.code is distinct from new.code or old.name is distinct from new.name)
  execute function ticket_search_of_name('category_id');

-- Ids of tickets found. The planner does not know what it costs to unpack a document that lies outside its row, and
-- would rather read them all; here it has only the indexes, which need none of them. `insider` counts internal notes
-- as well.
create or replace function tickets_found(query tsquery, insider boolean) returns setof integer
  language sql stable rows 2000
  set enable_seqscan = off set enable_indexscan = off as $$
  select ticket_id from ticket_search where words @@ query or (insider and inner_words @@ query)
$$;
