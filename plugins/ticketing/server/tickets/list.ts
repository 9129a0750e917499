import { OPEN_STATUSES, Refusal, statusList, type TicketSummary } from '../../domain';
import type { Answer, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import { howManyOf, paginationOf, remember, type Counted } from './counting';
import { joinedBy } from './joined';
import { SUMMARY_COLUMNS, TICKET_FROM, toSummary, type SummaryRow } from './rows';
import { scopeClause } from './scope';
import { excerptsOf, fitOf, gathering, matching, MOST_WEIGHED, queryOf } from './search';
import type { Desk } from '../desk/desk';
import { rowsByKey, rowsOf, sql, trusted, all, type Sql } from '../database/sql';

type Filters = Parsed<'listTickets'>;

/** Days are days in WIB; the columns are UTC. The column stands alone, so that its index serves. */
const since = (column: string, day: string | undefined): Sql[] =>
  day ? [sql`t.${trusted(column)} >= wib_start(${day}::date)`] : [];
const until = (column: string, day: string | undefined): Sql[] =>
  day ? [sql`t.${trusted(column)} < wib_start(${day}::date + 1)`] : [];
const RANK = `case t.priority when 'URGENT' then 1 when 'HIGH' then 2 when 'MEDIUM' then 3 else 4 end`;
const SORT_SQL: Record<string, string> = {
  submittedAt: 't.submitted_at',
  updatedAt: 't.updated_at',
  resolutionDueAt: 't.resolution_due_at',
  priority: RANK,
  number: 't.number',
};

/** Late work, as `isOverdue` of the domain sees it. */
export const overdueAt = (now: number): Sql =>
  sql`(t.status in (${trusted(statusList(OPEN_STATUSES))}) and not coalesce(t.is_short_notice, false)
    and t.resolution_due_at < ${new Date(now)}
    and (not coalesce(t.is_paused, false) or coalesce(t.is_resolution_late, false)))`;
/** Resolved after its due time, as `isResolvedLate` sees it. */
export const RESOLVED_LATE: Sql = sql`(t.status = 'RESOLVED' and coalesce(t.is_resolution_late, false))`;
/** A filter that is said is wanted or unwanted; unsaid it narrows nothing. */
const either = (wanted: boolean | undefined, clause: Sql): Sql[] =>
  wanted === undefined ? [] : [wanted ? clause : sql`not ${clause}`];

const among = (column: string, values: readonly string[] | undefined): Sql[] =>
  values ? [sql`${trusted(column)} = any(${values})`] : [];

/** A category stands for all that hangs below it in the tree, whatever those are called. */
const inCategory = (codes: readonly string[] | undefined): Sql[] =>
  codes
    ? [
        sql`t.category_id in (
          with recursive below as (
            select id from categories where code = any(${codes})
            union select k.id from categories k join below b on k.parent_id = b.id)
          select id from below)`,
      ]
    : [];

function assignedTo(assignee: Filters['assignee'], { actor }: Caller): Sql[] {
  if (assignee === undefined) return [];
  if (assignee === 'none') return [sql`t.assignee_id is null`];
  if (assignee === 'me' && actor.kind === 'staff') return [sql`t.assignee_id = ${actor.id}`];
  // A requester's own are those they filed, and those they follow because it happens to them too.
  if (assignee === 'me') return [sql`(t.requester_id = ${actor.id} or t.number in ${joinedBy(actor.id)})`];
  return [sql`t.assignee_id = ${assignee}`];
}

const filedBy = (requester: Filters['requester'], { actor }: Caller): Sql[] =>
  requester === undefined ? [] : [actor.kind === 'portal' ? sql`t.requester_id = ${actor.id}` : sql`false`];

export const filterClauses = (filters: Partial<Omit<Filters, 'sort' | 'page' | 'pageSize'>>, caller: Caller): Sql[] => {
  if (filters.from && filters.to && filters.from > filters.to)
    throw new Refusal('invalid', { issues: [{ field: 'to', code: 'tooSmall', limit: filters.from }] });
  return [
    ...among('t.status', filters.status),
    ...among('s.code', filters.skpd),
    ...inCategory(filters.category),
    ...among('t.priority', filters.priority),
    ...among('g.code', filters.team),
    ...assignedTo(filters.assignee, caller),
    ...filedBy(filters.requester, caller),
    ...either(filters.overdue, overdueAt(caller.now)),
    ...either(filters.late, RESOLVED_LATE),
    ...either(filters.shortNotice, sql`coalesce(t.is_short_notice, false)`),
    ...matching(filters.q, caller),
    ...since('submitted_at', filters.from),
    ...until('submitted_at', filters.to),
    ...since('resolved_at', filters.resolvedFrom),
    ...until('resolved_at', filters.resolvedTo),
  ];
};

/** The order of a column; without words to fit, what fits best is the newest. */
export function orderOf(sort: Filters['sort']): Sql {
  const direction = sort.startsWith('-') || sort === 'relevance' ? 'desc' : 'asc';
  return trusted(`${SORT_SQL[sort.replace('-', '')] ?? 't.submitted_at'} ${direction} nulls last, t.id ${direction}`);
}

/** As many tickets as are sorted in no time. */
const FEW = 5000;

/** Words and days decide how a list is best read; what stands in any of the other filters hardly does. */
const isPlannedByValues = ({ q, from, to, resolvedFrom, resolvedTo }: Partial<Filters>): boolean =>
  [q, from, to, resolvedFrom, resolvedTo].some((value) => value !== undefined);

/** One page, `total` beside each row. What fits best is weighed among the newest; pages beyond those go on by age. */
function pageOf(
  { sort, page, pageSize, q }: Pick<Filters, 'sort' | 'page' | 'pageSize' | 'q'>,
  where: Sql,
  total: Sql,
): Sql {
  const query = sort === 'relevance' ? queryOf(q) : null;
  const [order, offset] = [orderOf(sort), (page - 1) * pageSize];
  // Whole pages, so that none is half weighed.
  const weighed = Math.floor(MOST_WEIGHED / pageSize) * pageSize;
  if (!query || offset >= weighed)
    return sql`select ${SUMMARY_COLUMNS}, ${total} ${TICKET_FROM} where ${where} order by ${order} limit ${pageSize} offset
      ${offset}`;
  const fit = fitOf(query);
  return sql`select ${SUMMARY_COLUMNS}, ${total} ${TICKET_FROM} where t.id in (select t.id ${TICKET_FROM} where ${where} order by
    ${order} limit ${weighed}) order by ${fit} desc, ${order} limit ${pageSize} offset ${offset}`;
}

export async function listTickets(
  desk: Desk,
  caller: Caller,
  { sort, page, pageSize, ...filters }: Filters,
): Promise<Answer<'listTickets'>> {
  const { q, ...others } = filters;
  const rest = [scopeClause(caller.policy, caller.actor, 'ticket:read', caller.now), ...filterClauses(others, caller)];
  const on = connection(desk.strapi);
  const gathered = gathering(q, caller);
  const counting = all([...rest, ...(gathered ?? matching(q, caller))]);
  const howMany = howManyOf(counting, caller.now);
  const count = async (): Promise<number> => (await rowsOf<Counted>(on, sql`select ${howMany}`))[0]?.total ?? 0;
  // A few among very many are gathered, for walking from the newest on would pass them all; many are met soon by
  // walking.
  const found = gathered && (await count());
  const where = (found ?? 0) > FEW ? all([...rest, ...matching(q, caller)]) : counting;
  const asked = pageOf({ sort, page, pageSize, q }, where, found === null ? howMany : sql`${found}::int as total`);
  const rows = await (isPlannedByValues(filters) ? rowsOf : rowsByKey)<SummaryRow & Counted>(on, asked);
  // Beyond the last page there is no row to say how many there are.
  const counts = rows[0]?.total ?? (page === 1 ? 0 : await count());
  remember(counting, counts, caller.now);
  const query = queryOf(q);
  const excerpts =
    query && rows.length
      ? await excerptsOf(
          desk,
          query,
          rows.map(({ id }) => id),
        )
      : null;
  const { services, clocks } = await desk.masterData();
  const shown = rows.map((row): TicketSummary => {
    const clock = clocks.get(services.get(row.category_code)?.service.sla.calendar ?? '');
    const excerpt = excerpts?.get(row.id);
    return { ...toSummary(row, clock, caller.now), ...(excerpt && { excerpt }) };
  });
  return { rows: shown, pagination: paginationOf(page, pageSize, rows.length, counts) };
}
