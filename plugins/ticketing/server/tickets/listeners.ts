import { HATS, HEAD_OF_OFFICE, preferencesFrom, type Hat, type Language, type Listener } from '../../domain';
import { joined, sql, trusted, type Sql, type SqlValue } from '../database/sql';
import { STAFF_COLUMNS, toPortal, toStaff, type PortalRow, type StaffRow } from '../desk/people';

/** Hats that no row says: who had it before, and who is named in what was said. */
const NAMED_HATS = ['formerAssignee', 'mentioned'] as const satisfies readonly Hat[];
type NamedHat = (typeof NAMED_HATS)[number];
const isNamedHat = (hat: Hat): hat is NamedHat => (NAMED_HATS as readonly Hat[]).includes(hat);

/** For each hat who wears it on the ticket `t`: the kind of account, and its id. */
const WEARERS: Readonly<Record<Exclude<Hat, NamedHat>, Sql>> = {
  requester: sql`select 'portal', t.requester_id from t where t.requester_id is not null
    union all select 'contact', t.id from t where t.requester_id is null and t.contact_email is not null`,
  follower: sql`select j.actor_kind, j.actor_id from t join audit_entries j on j.subject_type = 'ticket' and
    j.subject_id = t.number and j.event = 'join' and j.actor_kind = 'portal'`,
  assignee: sql`select 'staff', t.assignee_id from t where t.assignee_id is not null`,
  helper: sql`select 'staff', h.staff_id from t join desk_ticket_helpers() h on h.ticket_id = t.id`,
  team: sql`select 'staff', m.staff_id from t join desk_team_members() m on m.team_id = t.team_id
    where t.assignee_id is null`,
  coordinator: sql`select 'staff', r.staff_id from desk_staff_roles() r where r.role = 'ticketing-coordinator'`,
  approver: sql`select 'staff', m.staff_id from t join teams g on g.code = t.approver join desk_team_members() m on
      m.team_id = g.id where t.approved_at is null
    union all select 'portal', r.account_id from t join desk_account_roles() r on r.role = 'leader'
      where t.approver = ${HEAD_OF_OFFICE} and t.approved_at is null`,
  leader: sql`select 'portal', r.account_id from desk_account_roles() r where r.role = 'leader'`,
};

/** A listener inside a list of a row. */
export interface ListenerRow extends Omit<StaffRow, 'teams'>, Omit<PortalRow, 'id' | 'name'> {
  readonly kind: Listener['kind'];
  readonly address: string;
  readonly language: Language | null;
  readonly hats: Hat[];
  readonly teams: string[];
  readonly preferences: unknown;
}

/** A member of staff whom the change itself names: who had it before, who is about to help, who is named. */
export interface Named {
  readonly hat: Hat;
  readonly id: number;
}

const wearersOf = (hats: readonly Hat[], named: readonly Named[]): Sql =>
  joined(
    [
      ...hats.flatMap((hat): Sql[] =>
        isNamedHat(hat) ? [] : [sql`select w.kind, w.id, ${hat}::text from (${WEARERS[hat]}) w(kind, id)`],
      ),
      ...named
        .filter(({ hat }) => hats.includes(hat))
        .map(({ hat, id }) => sql`select 'staff', ${id}::int, ${hat}::text`),
    ],
    ' union all ',
  );

export const toListener = (row: ListenerRow): Listener => ({
  kind: row.kind,
  id: row.id,
  name: row.name,
  address: row.address,
  language: row.language ?? 'id',
  hats: HATS.filter((hat) => row.hats.includes(hat)),
  actor: row.kind === 'contact' ? null : row.kind === 'staff' ? toStaff(row) : toPortal(row),
  preferences: preferencesFrom(row.preferences),
});

/** What says who wears which hat on a ticket. */
type Wearing = Readonly<
  Record<'requester_id' | 'assignee_id' | 'team_id' | 'category_id', number | null> &
    Record<'contact_name' | 'contact_email', string | null> &
    Record<'approved_at', Date | null>
>;
const TYPES: Readonly<Record<keyof Wearing, Sql>> = {
  requester_id: sql`int`,
  assignee_id: sql`int`,
  team_id: sql`int`,
  category_id: sql`int`,
  contact_name: sql`text`,
  contact_email: sql`text`,
  approved_at: sql`timestamp`,
};
const COLUMNS = Object.keys(TYPES) as (keyof Wearing)[];
const valueOf = (column: keyof Wearing, value: SqlValue): Sql => sql`${value}::${TYPES[column]} as ${trusted(column)}`;

/** A ticket as it will stand once these columns are changed. */
export const changed = (number: string, changes: Readonly<Record<string, SqlValue>>): Sql => sql`
  select t.id, t.number, ${joined(
    COLUMNS.map((column) =>
      changes[column] === undefined ? sql`t.${trusted(column)}` : valueOf(column, changes[column]),
    ),
    ', ',
  )} from tickets t where t.number = ${number}`;

/** A ticket that is about to be written, with the id, number and requester that `n` has for it. */
export const aboutToBe = (row: Omit<Wearing, 'requester_id'>): Sql =>
  sql`select n.id, n.number, ${joined(
    COLUMNS.map((column) => (column === 'requester_id' ? sql`n.requester_id` : valueOf(column, row[column]))),
    ', ',
  )}`;

/** Everybody who wears one of these hats on a ticket and may be written to, for a list inside a row. */
export const listenersOf = (ticket: Sql, hats: readonly Hat[], named: readonly Named[]): Sql => sql`
  with w as (${ticket}), t as (select w.*, c.approver from w join categories c on c.id = w.category_id),
    worn(kind, id, hat) as (${wearersOf(hats, named)}),
    p as (select kind, id, array_agg(hat) as hats from worn group by kind, id)
  select w.*, p.hats, f.value::json as preferences from (
    select 'staff' as kind, ${STAFF_COLUMNS}, null::text as role, null::text as skpd_code, e.email as address,
      e.language from p join desk_staff() u on p.kind = 'staff' and u.id = p.id join desk_staff_addresses() e on
      e.staff_id = u.id where u.is_in_use
    union all
    select 'portal', u.id, u.name, array[]::text[], array[]::text[], r.role, s.code, u.email, u.language
      from p join desk_accounts() u on p.kind = 'portal' and u.id = p.id join desk_account_roles() r on r.account_id =
      u.id left join skpd s on s.id = u.skpd_id where not u.blocked
    union all
    select 'contact', t.id, t.contact_name, array[]::text[], array[]::text[], null, null, t.contact_email, null
      from p join t on p.kind = 'contact' and t.id = p.id) w
    join p on p.kind = w.kind and p.id = w.id
    left join notice_preferences f on f.recipient_kind = w.kind and f.recipient_id = w.id
  order by w.kind, w.id`;
