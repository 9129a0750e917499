import {
  DAY_MS,
  isRequester,
  mayJoin,
  MOST_SIMILAR,
  NEEDED_SHARE,
  OPEN_STATUSES,
  comparedWords,
  type Named,
  type SimilarTicket,
} from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import { AFFECTED, joinedBy } from './joined';
import { TICKET_COLUMNS, TICKET_FROM, toFacts, type TicketRow } from './rows';
import { scopeClause } from './scope';
import type { Desk } from '../desk/desk';
import { rowsOf, sql, trusted, type Sql } from '../database/sql';

type SimilarRow = TicketRow & { readonly affected: number; readonly is_joined: boolean };

const TEXT = sql`to_tsvector('indonesian', t.title || ' ' || t.description)`;
/** How near a ticket's service is to the one being asked for decides how many words it must share. */
const neededFor = (category: string): Sql => sql`case
  when c.code = ${category} then ${trusted(String(NEEDED_SHARE.sameService))}
  when c.parent_id = (select parent_id from categories where code = ${category}) then ${trusted(String(NEEDED_SHARE.sameCategory))}
  else ${trusted(String(NEEDED_SHARE.elsewhere))} end`;

/** Open tickets this caller may read that share telling words with a title, the nearest first. */
export async function findSimilar(
  desk: Desk,
  caller: Caller,
  { title, category = '' }: Parsed<'findSimilar'>,
): Promise<SimilarTicket[]> {
  const words = comparedWords(title);
  if (words.length === 0) return [];
  const scope = scopeClause(caller.policy, caller.actor, 'ticket:read', caller.now);
  const wanted = words.join(' | ');
  const shared = sql`(select count(*) from unnest(${words}::text[]) w where ${TEXT} @@ plainto_tsquery('indonesian',
    w))`;
  const rank = sql`ts_rank(setweight(to_tsvector('indonesian', t.title), 'A') || setweight(to_tsvector('indonesian',
    t.description), 'D'),
    to_tsquery('indonesian', ${wanted}))`;
  const rows = await rowsOf<SimilarRow>(
    connection(desk.strapi),
    sql`
      select ${TICKET_COLUMNS}, ${AFFECTED} as affected,
        t.number in ${joinedBy(caller.actor.kind === 'portal' ? caller.actor.id : 0)} as is_joined ${TICKET_FROM}
      where t.status = any(${OPEN_STATUSES}) and ${TEXT} @@ to_tsquery('indonesian', ${wanted}) and ${scope}
        and ${shared} >= ${words.length}::int * (${neededFor(category)})
      order by (c.code = ${category})::int * 0.5 + ${rank} desc, t.submitted_at desc limit ${MOST_SIMILAR}`,
  );
  return rows.map((row) => ({
    number: row.number,
    title: row.title,
    status: row.status,
    category: { code: row.category_code, name: row.category_name },
    submittedAt: row.submitted_at.toISOString(),
    affected: row.affected,
    isMine: row.is_joined || isRequester(caller.actor, toFacts(row)),
    mayJoin: mayJoin(caller.policy, caller.actor, toFacts(row), row.is_joined, caller.now),
  }));
}

const FREQUENT = 6;
const LOOKED_BACK_DAYS = 365;

/** Services asked for most often in the last year among the tickets this caller may read, still open to requests. */
export async function frequentServices(desk: Desk, caller: Caller): Promise<Named[]> {
  const scope = scopeClause(caller.policy, caller.actor, 'ticket:read', caller.now);
  return rowsOf<Named>(
    connection(desk.strapi),
    sql`
    select c.code, c.name ${TICKET_FROM} join categories p on p.id = c.parent_id
    where ${scope} and t.submitted_at > ${new Date(caller.now - LOOKED_BACK_DAYS * DAY_MS)} and c.is_active is not
      false and p.is_active is not false
    group by c.code, c.name order by count(*) desc, max(t.submitted_at) desc limit ${FREQUENT}`,
  );
}
