-- How Strapi keeps its own tables: accounts, roles, and the links of relations with many ends. Every statement of
-- ours reads them through these functions, so that a new release of Strapi is followed in this one file.
-- 2026-11-28: functions, not views. A view holds the columns it reads fast, and Strapi's schema sync would fail on it
-- at the next release; a function's text is only read when it is called. PostgreSQL puts the body of each in place of
-- its call, so it costs nothing.

-- What a member of staff is called.
create or replace function staff_name(firstname text, lastname text, email text) returns text language sql stable as $$
  select coalesce(nullif(trim(concat_ws(' ', firstname, lastname)), ''), email)
$$;

create or replace function desk_staff() returns table (id integer, name text, is_in_use boolean) language sql stable
  as $$
  select u.id, staff_name(u.firstname, u.lastname, u.email), coalesce(u.is_active, false) and not coalesce(u.blocked,
    false)
  from admin_users u
$$;

-- Where staff are written to, and in which language.
create or replace function desk_staff_addresses() returns table (staff_id integer, email text, language text)
  language sql stable as $$
  select u.id, u.email::text, case when u.prefered_language = 'en' then 'en' else 'id' end from admin_users u
$$;

-- Staff who were sent an invitation and have not made a password yet.
create or replace function desk_staff_invitations() returns table (staff_id integer) language sql stable as $$
  select u.id from admin_users u where u.registration_token is not null and not coalesce(u.is_active, false)
$$;

create or replace function desk_staff_roles() returns table (staff_id integer, role text) language sql stable as $$
  select l.user_id, r.code::text from admin_users_roles_lnk l join admin_roles r on r.id = l.role_id
$$;

-- Sessions of the panel. An access token names one, and is good until it ends or expires. Strapi itself looks for it
-- row by row.
create index if not exists strapi_sessions_session_idx on strapi_sessions (session_id);
create or replace function desk_staff_sessions() returns table (id text, staff_id text, expires_at timestamp)
language sql stable as $$
  select s.session_id::text, s.user_id::text, s.expires_at from strapi_sessions s where s.origin = 'admin'
$$;

create or replace function desk_accounts() returns table (
  id integer, document_id text, name text, username text, email text, password text, full_name text, phone text,
    nip text,
  "position" text, language text, blocked boolean, created_at timestamp, skpd_id integer
) language sql stable as $$
  select u.id, u.document_id::text, coalesce(nullif(u.full_name, ''), u.username)::text, u.username::text,
    u.email::text, u.password::text,
    u.full_name::text, u.phone::text, u.nip::text, u."position"::text, u.language::text, coalesce(u.blocked, false),
      u.created_at, u.skpd_id
  from up_users u
$$;

create or replace function desk_account_roles() returns table (account_id integer, role text) language sql stable as $$
  select l.user_id, r.type::text from up_users_role_lnk l join up_roles r on r.id = l.role_id
$$;

create or replace function desk_team_members() returns table (team_id integer, staff_id integer) language sql stable
  as $$
  select l.team_id, l.user_id from teams_members_lnk l
$$;

create or replace function desk_guide_services() returns table (guide_id integer, category_id integer,
  place double precision)
language sql stable as $$
  select l.guide_id, l.category_id, l.category_ord from guides_services_lnk l
$$;

create or replace function desk_announcement_services() returns table (announcement_id integer, category_id integer,
  place double precision)
language sql stable as $$
  select l.announcement_id, l.category_id, l.category_ord from announcements_services_lnk l
$$;

create or replace function desk_ticket_helpers() returns table (ticket_id integer, staff_id integer, place integer)
  language sql stable as $$
  select l.ticket_id, l.user_id, l.id from tickets_helpers_lnk l
$$;

-- The documents each service requires, by the labels its form gives them.
create or replace function desk_required_documents() returns table (category_id integer, key text, label text, place double precision)
language sql stable as $$
  select l.entity_id, f.key::text, f.label::text, l."order"
  from categories_cmps l join components_service_form_fields f on f.id = l.cmp_id
  where l.component_type = 'service.form-field' and l.field = 'fields' and f.type = 'file' and f.required
$$;

create or replace function add_ticket_helper(ticket integer, staff integer) returns void language sql as $$
  insert into tickets_helpers_lnk (ticket_id, user_id) values (ticket, staff)
$$;

create or replace function remove_ticket_helper(ticket integer, staff integer) returns void language sql as $$
  delete from tickets_helpers_lnk where ticket_id = ticket and user_id = staff
$$;
