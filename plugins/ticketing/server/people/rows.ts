import type { Knex } from 'knex';
import {
  Refusal,
  ROLES,
  standingFor,
  statusList,
  wibDay,
  WORKED_ON_STATUSES,
  type AccountDoor,
  type AccountEntry,
  type AccountState,
  type Language,
  type Named,
} from '../../domain';
import { PORTAL_ROLES, STAFF_ROLES, SUPER_ADMIN } from '../database/roles';
import { rowsOf, sql, trusted, type Sql } from '../database/sql';
import type { MasterData } from '../desk/catalogue';

/** An account of either door, with what administrators see of it. */
export interface AccountRow {
  readonly door: AccountDoor;
  readonly id: number;
  readonly document_id: string | null;
  readonly name: string;
  readonly email: string;
  readonly language: Language | null;
  readonly roles: readonly string[];
  readonly skpd: Named | null;
  readonly teams: readonly Named[];
  readonly position: string | null;
  readonly phone: string | null;
  readonly state: AccountState;
  readonly open_tickets: number;
  readonly signed_in_at: Date | null;
  readonly is_mail_paused: boolean;
}

/** Nothing but its making was ever recorded of an account: nobody was invited, came in, or changed it. */
export const isUntouched = (door: Sql, id: Sql): Sql => sql`not exists (select 1 from audit_entries n
  where n.subject_type = ${door} || '-account' and n.subject_id = ${id}::text and n.event <> 'create')`;

/** Accounts of both doors as one table. An invitation is open while nobody has come in by it. */
export const ACCOUNTS: Sql = sql`(
  select 'staff' as door, u.id, null::text as document_id, u.name, e.email, e.language,
    array(select r.role from desk_staff_roles() r where r.staff_id = u.id) as roles,
    null::json as skpd,
    (select coalesce(json_agg(json_build_object('code', t.code, 'name', t.name) order by t.name), '[]') from teams t
      join desk_team_members() m on m.team_id = t.id where m.staff_id = u.id) as teams,
    null::text as position, null::text as phone,
    case when u.is_in_use then 'active' when i.staff_id is not null then 'invited'
      when ${isUntouched(sql`'staff'`, sql`u.id`)} then 'uninvited' else 'inactive' end as state,
    (select count(*)::int from tickets k where k.assignee_id = u.id and k.status in
      (${trusted(statusList(WORKED_ON_STATUSES))})) as open_tickets
  from desk_staff() u join desk_staff_addresses() e on e.staff_id = u.id
    left join desk_staff_invitations() i on i.staff_id = u.id
  union all
  select 'portal', u.id, u.document_id, u.name, u.email, u.language,
    array(select r.role from desk_account_roles() r where r.account_id = u.id),
    case when s.id is not null then json_build_object('code', s.code, 'name', s.name) end, '[]'::json,
    u.position, u.phone,
    case when u.blocked then 'inactive'
      when exists (select 1 from account_links l where l.user_id = u.id and l.purpose = 'INVITE' and l.used_at is null)
        and not exists (select 1 from portal_sessions p where p.user_id = u.id) then 'invited'
      when u.password is null and ${isUntouched(sql`'portal'`, sql`u.id`)} then 'uninvited'
      else 'active' end,
    0
  from desk_accounts() u left join skpd s on s.id = u.skpd_id)`;

/** When somebody last came in, as their own history tells, and whether letters reach them. */
export const OBSERVED: Sql = sql`mail_is_paused(a.email) as is_mail_paused, (select max(n.at) from audit_entries n where n.subject_type = a.door || '-account'
  and n.subject_id = a.id::text and n.event = 'signIn') as signed_in_at`;

export const isSuper = ({ roles }: Pick<AccountRow, 'roles'>): boolean => roles.includes(SUPER_ADMIN);

/** The unit that holds the place of the one an account was made for. */
function unitNow(unit: Named | null, { skpd }: MasterData, now: number): Named | null {
  const here = unit && skpd.get(standingFor(skpd, unit.code, wibDay(now)));
  return here ? { code: here.code, name: here.name } : unit;
}

export const toEntry = (row: AccountRow, master: MasterData, now: number): AccountEntry => {
  const worn = row.roles.map((code) => (row.door === 'staff' ? STAFF_ROLES : PORTAL_ROLES)[code]);
  return {
    id: row.id,
    name: row.name,
    door: row.door,
    email: row.email,
    roles: ROLES.filter((role) => worn.includes(role)),
    isSuper: isSuper(row),
    state: row.state,
    skpd: unitNow(row.skpd, master, now),
    teams: row.teams,
    position: row.position,
    phone: row.phone,
    isMailPaused: row.is_mail_paused,
    lastSignInAt: row.signed_in_at?.toISOString() ?? null,
    openTickets: row.open_tickets,
  };
};

/** One account. Refuses with `notFound`. */
export async function accountAt(on: Knex, door: AccountDoor, id: number): Promise<AccountRow> {
  const [row] = await rowsOf<AccountRow>(
    on,
    sql`select a.*, ${OBSERVED} from ${ACCOUNTS} a where a.door = ${door} and a.id = ${id}`,
  );
  if (!row) throw new Refusal('notFound');
  return row;
}

/** Whether another account of this door is known by this address. */
export async function isTaken(on: Knex, door: AccountDoor, email: string, but: number): Promise<boolean> {
  const rows = await rowsOf(
    on,
    sql`select 1 from ${ACCOUNTS} a where a.door = ${door} and lower(a.email) = lower(${email}) and a.id <> ${but}`,
  );
  return rows.length > 0;
}
