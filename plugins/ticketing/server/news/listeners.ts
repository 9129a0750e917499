import type { Knex } from 'knex';
import { NEWS_HATS, OPEN_STATUSES, preferencesFrom, statusList, type Language, type NewsHat } from '../../domain';
import type { NewsListener } from '../../domain';
import { joined, rowsOf, sql, trusted, type Sql } from '../database/sql';

/** People who wear a hat, as a statement that answers with the kind of account, its id, and the hat. */
const wearing = (hat: NewsHat, people: Sql): Sql => sql`select w.kind, w.id, ${hat}::text from (${people}) w(kind, id)`;

/** Everybody who works here, and everybody who may file a request. */
export const OFFICERS = wearing(
  'officer',
  sql`select 'staff', r.staff_id from desk_staff_roles() r
    where r.role in ('ticketing-officer', 'ticketing-coordinator')`,
);
export const ACCOUNTS = wearing(
  'account',
  sql`select 'portal', r.account_id from desk_account_roles() r where r.role = 'requester'`,
);
export const LEADERS = wearing(
  'leadership',
  sql`select 'portal', r.account_id from desk_account_roles() r where r.role = 'leader'`,
);
/** Requesters whose ticket was filed at this instant or later. */
export const servedSince = (since: Date): Sql =>
  wearing(
    'served',
    sql`select 'portal', t.requester_id from tickets t where t.requester_id is not null and t.submitted_at >= ${since}`,
  );

const OPEN = trusted(statusList(OPEN_STATUSES));
/**
 * Whom an announcement touches: requesters of open tickets of the services it names (of all, where it names none), and
 * whoever is affected by the ticket under which it is worked on.
 */
export const affectedBy = (announcement: number): Sql =>
  wearing(
    'affected',
    sql`select 'portal', t.requester_id from tickets t join categories c on c.id = t.category_id
        where t.requester_id is not null and t.status in (${OPEN}) and (not exists (select 1 from
          desk_announcement_services() l where l.announcement_id = ${announcement}) or exists (select 1 from
          desk_announcement_services() l where l.announcement_id = ${announcement} and l.category_id in (c.id,
          c.parent_id)))
      union all select 'portal', t.requester_id from announcements n join tickets m on m.number = n.ticket_number
        join ticket_links k on k.to_id = m.id and k.kind in ('CHILD_OF', 'DUPLICATE_OF') join tickets t on
        t.id = k.from_id where n.id = ${announcement} and t.requester_id is not null
      union all select 'portal', t.requester_id from announcements n join tickets t on t.number = n.ticket_number
        where n.id = ${announcement} and t.requester_id is not null
      union all select 'portal', e.actor_id from announcements n join audit_entries e on e.subject_type = 'ticket' and
        e.subject_id = n.ticket_number and e.event = 'join' and e.actor_kind = 'portal' where n.id = ${announcement}`,
  );
/** Whoever was told a piece of news, by the hat they heard it with. */
export const heard = (key: string): Sql =>
  sql`select n.recipient_kind, n.recipient_id, n.why from notices n where n.news_key = ${key}`;

interface Row {
  readonly kind: NewsListener['kind'];
  readonly id: number;
  readonly name: string;
  readonly address: string;
  readonly language: Language | null;
  readonly hats: NewsHat[];
  readonly preferences: unknown;
}

/** Everybody who wears one of these hats and has an account in use, in one statement. */
export async function newsListeners(on: Knex, worn: readonly Sql[]): Promise<NewsListener[]> {
  const rows = await rowsOf<Row>(
    on,
    sql`with worn(kind, id, hat) as (${joined(worn, ' union all ')}),
      p as (select kind, id, array_agg(distinct hat) as hats from worn group by kind, id)
    select w.*, p.hats, f.value::json as preferences from (
      select 'staff' as kind, u.id, u.name, e.email as address, e.language from p join desk_staff() u on
        p.kind = 'staff' and u.id = p.id join desk_staff_addresses() e on e.staff_id = u.id where u.is_in_use
      union all
      select 'portal', u.id, u.name, u.email, u.language from p join desk_accounts() u on p.kind = 'portal' and
        u.id = p.id where not u.blocked) w
      join p on p.kind = w.kind and p.id = w.id
      left join notice_preferences f on f.recipient_kind = w.kind and f.recipient_id = w.id
    order by w.kind, w.id`,
  );
  return rows.map(({ hats, language, preferences, ...row }) => ({
    ...row,
    language: language ?? 'id',
    hats: NEWS_HATS.filter((hat) => hats.includes(hat)),
    preferences: preferencesFrom(preferences),
  }));
}
