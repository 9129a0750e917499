import type { Client } from 'pg';
import type { Clock, SlaTarget } from 'strapi-plugin-ticketing/domain';
import { clocks } from '../../domain/fixtures/seed';

/** Somebody of the city, as an entry names them. */
export interface Person {
  readonly kind: 'portal' | 'staff';
  readonly id: number;
  readonly name: string;
  readonly role: 'REQUESTER' | 'OFFICER' | 'COORDINATOR';
  readonly phone: string;
  readonly email: string;
}
export interface ServiceOf {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly team: string;
  readonly team_id: number;
  readonly isConfidential: boolean;
  /** Nothing is asked for before work begins, so that an officer simply takes it. */
  readonly isWorkable: boolean;
  readonly target: SlaTarget;
  readonly fields: readonly { readonly key: string; readonly label: string }[];
}
/** Who and what there is, for lives to be lived. */
export interface City {
  readonly services: readonly ServiceOf[];
  readonly skpd: readonly { readonly id: number; readonly code: string }[];
  readonly officers: readonly Person[];
  readonly officersOf: ReadonlyMap<string, readonly Person[]>;
  readonly coordinators: readonly Person[];
  readonly clerks: readonly Person[];
  readonly clerksOf: ReadonlyMap<number, readonly Person[]>;
  readonly lastNumbers: ReadonlyMap<number, number>;
  readonly clock: (code: string) => Clock;
}

const OFFICERS = 40;
/** Officers and clerks who never sign in: the city's forty, in its teams, and one clerk for each unit. */
const PEOPLE = `
  with made as (
    insert into admin_users (document_id, firstname, lastname, email, is_active, blocked, created_at, updated_at)
    select left(md5('petugas' || n), 24), 'Petugas', lpad(n::text, 2, '0'), 'petugas' || n || '@kota.test', true, false,
      now(), now()
    from generate_series(1, ${OFFICERS} - (select count(*)::int from desk_staff_roles() where role = 'ticketing-officer')) n
    returning id),
  roles as (insert into admin_users_roles_lnk (user_id, role_id)
    select m.id, r.id from made m, admin_roles r where r.code = 'ticketing-officer'),
  teams as (insert into teams_members_lnk (team_id, user_id)
    select (select array_agg(id order by id) from teams)[1 + m.id % (select count(*)::int from teams)], m.id from made m),
  clerks as (
    insert into up_users (document_id, username, full_name, email, provider, confirmed, blocked, skpd_id, created_at, updated_at)
    select left(md5('pemohon' || s.id), 24), 'pemohon.' || s.id, 'Pemohon ' || s.code, 'pemohon.' || s.id || '@kota.test',
      'local', true, false, s.id, now(), now() from skpd s
    where not exists (select from up_users u where u.username = 'pemohon.' || s.id) returning id)
  insert into up_users_role_lnk (user_id, role_id) select c.id, r.id from clerks c, up_roles r where r.type = 'requester'`;

const SERVICES = `
  select c.id, c.code, c.name, g.code as team, g.id as team_id, coalesce(c.is_confidential, false) as "isConfidential",
    c.approver is null and not coalesce(c.requires_disposition, false) and not coalesce(c.requires_assignment_letter, false)
      and not exists (select 1 from desk_required_documents() d where d.category_id = c.id) as "isWorkable",
    json_build_object('calendar', coalesce(a.calendar, 'JAM_KERJA'), 'responseMinutes', coalesce(a.response_minutes, 240),
      'resolutionMinutes', coalesce(a.resolution_minutes, 1350), 'mode', coalesce(a.mode, 'DURATION'), 'minimumNoticeDays', a.minimum_notice_days, 'scope', a.scope) as target,
    coalesce((select json_agg(json_build_object('key', f.key, 'label', f.label) order by l."order") from categories_cmps l
      join components_service_form_fields f on f.id = l.cmp_id where l.entity_id = c.id and l.field = 'fields'
        and l.component_type = 'service.form-field' and f.required and f.type in ('text', 'textarea')), '[]') as fields
  from categories c join teams g on g.id = c.team_id
    left join categories_cmps k on k.entity_id = c.id and k.field = 'sla'
    left join components_service_slas a on a.id = k.cmp_id
  where c.parent_id is not null order by md5(c.code)`;

const STAFF = (role: string): string => `
  select 'staff' as kind, u.id, u.name, '${role.replace('ticketing-', '').toUpperCase()}' as role, '' as phone, '' as email,
    (select min(g.code) from teams g join desk_team_members() m on m.team_id = g.id where m.staff_id = u.id) as team
  from desk_staff() u join desk_staff_roles() r on r.staff_id = u.id where r.role = '${role}' order by u.id`;

/** What a service leaves unsaid is not in its promise. */
const promising = ({ target: { scope, ...target }, ...service }: ServiceOf): ServiceOf => ({
  ...service,
  target: { ...target, ...(scope ? { scope } : {}) },
});

/** Makes the city's people where they are not yet, and looks around. */
export async function settle(database: Client): Promise<City> {
  const rowsOf = async <Row>(text: string): Promise<Row[]> => (await database.query(text)).rows as Row[];
  await database.query(PEOPLE);
  const officers = await rowsOf<Person & { team: string | null }>(STAFF('ticketing-officer'));
  const clerks = await rowsOf<Person & { skpd_id: number }>(
    `select 'portal' as kind, u.id, u.name, 'REQUESTER' as role, coalesce(u.phone, '0840-0000-0000') as phone, u.email, u.skpd_id
     from desk_accounts() u join desk_account_roles() r on r.account_id = u.id where r.role = 'requester' order by u.id`,
  );
  const numbers = await rowsOf<{ year: number; last: number }>(
    `select split_part(number, '-', 2)::int as year, max(split_part(number, '-', 3)::int) as last from tickets group by 1`,
  );
  return {
    services: (await rowsOf<ServiceOf>(SERVICES)).map(promising),
    skpd: await rowsOf('select id, code from skpd order by md5(code)'),
    officers,
    officersOf: Map.groupBy(officers, ({ team }) => team ?? ''),
    coordinators: await rowsOf<Person>(STAFF('ticketing-coordinator')),
    clerks,
    clerksOf: Map.groupBy(clerks, ({ skpd_id }) => skpd_id),
    lastNumbers: new Map(numbers.map(({ year, last }) => [year, last])),
    clock: (code) => clocks(code === '24X7' ? '24x7' : 'jam_kerja'),
  };
}
