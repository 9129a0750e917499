-- What PostgreSQL must enforce for guides, and how it finds their words in any Indonesian form.

create unique index if not exists guides_slug_key on guides (slug);
create unique index if not exists guide_ratings_person_key on guide_ratings (guide_id, actor_kind, actor_id);

-- A guide's title and keywords weigh most, then its summary, then its body. The index and every query say it through
-- this function.
create or replace function guide_words(title text, keywords text, summary text, body text) returns tsvector
  language sql immutable parallel safe as $$
  select setweight(to_tsvector('indonesian', coalesce(title, '') || ' ' || coalesce(keywords, '')), 'A')
    || setweight(to_tsvector('indonesian', coalesce(summary, '')), 'B')
    || setweight(to_tsvector('indonesian', coalesce(body, '')), 'C')
$$;
create index if not exists guides_words_idx on guides using gin (guide_words(title, keywords, summary, body));

-- The words of a translation, for who reads English. Guides are few, and no index holds them.
create or replace function guide_english_words(title text, summary text, body text) returns tsvector
  language sql immutable parallel safe as $$
  select setweight(to_tsvector('english', coalesce(title, '')), 'A')
    || setweight(to_tsvector('english', coalesce(summary, '')), 'B')
    || setweight(to_tsvector('english', coalesce(body, '')), 'C')
$$;

-- Markdown as plain words, for the piece of it that a list shows. The control characters are the marks around what
-- was found.
create or replace function plain_markdown(markdown text) returns text language sql immutable parallel safe as $$
  select trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(translate(markdown, U&'\0001\0002', ''),
    '\]\([^)\s]*\)', '', 'g'),
    '(^|\n)\s*(#{1,6}|>|[-*+]|\d+\.|[-:| ]{3,})(\s|$)', '\1', 'g'),
    '[*`\[\]~]+', '', 'g'),
    '[|\s]+', ' ', 'g'))
$$;

create or replace trigger guides_in_use before delete on guides for each row
  execute function refuse_deletion_in_use('guide_ratings', 'guide_id');
create index if not exists announcements_window_idx on announcements (starts_at, ends_at) where is_active;
