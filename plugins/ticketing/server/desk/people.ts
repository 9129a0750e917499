import {
  awayUntil,
  formerUnitsOf,
  Refusal,
  ROLES,
  standingFor,
  statusList,
  wibDay,
  WORKED_ON_STATUSES,
  type Actor,
  type Away,
  type Day,
  type Role,
} from '../../domain';
import type { AccountHolder, Officer } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import { PORTAL_ROLES, STAFF_ROLES } from '../database/roles';
import type { MasterData } from './catalogue';
import type { Desk } from './desk';
import { rowsByKey, rowsOf, sql, trusted, type Sql } from '../database/sql';

export interface StaffRow {
  id: number;
  name: string;
  roles: string[];
  teams: string[];
}
export interface PortalRow {
  id: number;
  name: string;
  role: string;
  skpd_code: string | null;
}

const inOrder = (roles: readonly (Role | undefined)[]): Role[] => ROLES.filter((role) => roles.includes(role));

/** Staff in use as `StaffRow`, under `u`. */
export const STAFF_COLUMNS = sql`u.id, u.name,
    array(select r.role from desk_staff_roles() r where r.staff_id = u.id) as roles,
    array(select t.code from teams t join desk_team_members() m on m.team_id = t.id where m.staff_id = u.id) as teams`;
export const STAFF_FROM = sql`desk_staff() u`;

/** Accounts of the portal as `PortalRow`, under `u`. */
export const PORTAL_COLUMNS = sql`u.id, u.name, r.role, s.code as skpd_code`;
export const PORTAL_FROM = sql`desk_accounts() u
    join desk_account_roles() r on r.account_id = u.id
    left join skpd s on s.id = u.skpd_id`;

export const toStaff = ({ id, name, roles, teams }: StaffRow): Actor => ({
  kind: 'staff',
  id,
  name,
  roles: inOrder(roles.map((code) => STAFF_ROLES[code])),
  skpdCode: null,
  teamCodes: teams,
});
export const toPortal = ({ id, name, role, skpd_code }: PortalRow): Actor => ({
  kind: 'portal',
  id,
  name,
  roles: inOrder([PORTAL_ROLES[role]]),
  skpdCode: skpd_code,
  teamCodes: [],
});

/** Somebody where they stand at an instant: in the unit that holds the place of their own, with what it took over. */
export function seated(actor: Actor, { skpd }: MasterData, now: number): Actor {
  if (actor.skpdCode === null) return actor;
  const day = wibDay(now);
  const code = standingFor(skpd, actor.skpdCode, day);
  const former = formerUnitsOf(skpd, code, day);
  return code === actor.skpdCode && former.length === 0 ? actor : { ...actor, skpdCode: code, formerSkpdCodes: former };
}

/** Officers and coordinators who can be given work, with what lies on their desks and the leave that is not over. */
const officersOn = (today: Day): Sql => sql`
  select u.id, u.name,
    array(select t.name from teams t join desk_team_members() m on m.team_id = t.id where m.staff_id = u.id order by
      t.name) as teams,
    (select count(*)::int from tickets k where k.assignee_id = u.id and k.status in
      (${trusted(statusList(WORKED_ON_STATUSES))})) as "openTickets",
    coalesce((select json_agg(json_build_object('firstDay', l.first_day::text, 'lastDay', l.last_day::text))
      from staff_leave l where l.staff_id = u.id and l.last_day >= ${today}::date), '[]') as leave
  from desk_staff() u
  where u.is_in_use
    and exists (select 1 from desk_staff_roles() r where r.staff_id = u.id and r.role in ('ticketing-officer',
      'ticketing-coordinator'))
  order by name limit 500`;

export async function staffActor(desk: Desk, id: number): Promise<Actor> {
  const [row] = await rowsByKey<StaffRow>(
    connection(desk.strapi),
    sql`select ${STAFF_COLUMNS} from ${STAFF_FROM} where u.id = ${id} and u.is_in_use`,
  );
  if (!row) throw new Refusal('unauthenticated');
  return toStaff(row);
}

/** `now` in epoch ms decides in which unit they stand. */
export async function portalActor(desk: Desk, id: number, now: number): Promise<Actor> {
  const [row] = await rowsByKey<PortalRow>(
    connection(desk.strapi),
    sql`select ${PORTAL_COLUMNS} from ${PORTAL_FROM} where u.id = ${id} and not u.blocked`,
  );
  if (!row) throw new Refusal('unauthenticated');
  return seated(toPortal(row), await desk.masterData(), now);
}

/** Whoever has this account at this door. */
export const actorAt = (desk: Desk, door: 'portal' | 'staff', id: number, now: number): Promise<Actor> =>
  door === 'portal' ? portalActor(desk, id, now) : staffActor(desk, id);

/** `now` in epoch ms decides who is away. */
export async function listOfficers(desk: Desk, { now }: Pick<Caller, 'now'>): Promise<Officer[]> {
  const today = wibDay(now);
  const rows = await rowsOf<Omit<Officer, 'awayUntil'> & { leave: Away[] }>(connection(desk.strapi), officersOn(today));
  return rows.map(({ leave, ...officer }) => ({ ...officer, awayUntil: awayUntil(leave, today) }));
}

/** As many as one looks through; whoever is not among them is found by more letters. */
const MOST_PEOPLE = 20;
const people = (typed: string): Sql => sql`
  select p.id, p.name, p.door, p.roles, p.unit from (
    select u.id, u.name, 'staff' as door,
      array(select r.role from desk_staff_roles() r where r.staff_id = u.id) as roles,
      (select string_agg(t.name, ', ' order by t.name) from teams t join desk_team_members() m on m.team_id = t.id
        where m.staff_id = u.id) as unit
    from desk_staff() u where u.is_in_use
    union all
    select u.id, u.name, 'portal', array(select r.role from desk_account_roles() r where r.account_id = u.id), s.name
    from desk_accounts() u left join skpd s on s.id = u.skpd_id where not u.blocked
  ) p
  where strpos(lower(concat_ws(' ', p.name, p.unit)), lower(${typed})) > 0
  order by p.name, p.door, p.id limit ${MOST_PEOPLE}`;

/** People with an account, by a part of their name or unit. */
export async function listPeople(desk: Desk, q: string): Promise<AccountHolder[]> {
  const rows = await rowsOf<Omit<AccountHolder, 'roles'> & { roles: string[] }>(connection(desk.strapi), people(q));
  return rows.map((row) => {
    const worn = row.roles.map((code) => (row.door === 'staff' ? STAFF_ROLES : PORTAL_ROLES)[code]);
    return { ...row, roles: ROLES.filter((role) => worn.includes(role)) };
  });
}
