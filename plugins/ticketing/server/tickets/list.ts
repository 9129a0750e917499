import { Refusal, type TicketSummary } from '../../domain';
import type { Answer, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection, rowsOf } from '../database/transaction';
import { JOINED_BY_SQL } from './joined';
import { TICKET_COLUMNS, TICKET_FROM, toSummary, type TicketRow } from './rows';
import { all, scopeClause, type Clause } from './scope';
import { excerptsOf, fitOf, gathering, matching, MOST_WEIGHED, queryOf } from './search';
import type { Desk } from '../desk/desk';

type Filters = Parsed<'listTickets'>;

/** Days are days in WIB; the columns are UTC. The column stands alone, so that its index serves. */
const since = (column: string, day: string | undefined): Clause[] =>
  day ? [{ sql: `t.${column} >= ?::date - interval '7 hours'`, bindings: [day] }] : [];
const until = (column: string, day: string | undefined): Clause[] =>
  day ? [{ sql: `t.${column} < ?::date + interval '17 hours'`, bindings: [day] }] : [];
const RANK = `case t.priority when 'URGENT' then 1 when 'HIGH' then 2 when 'MEDIUM' then 3 else 4 end`;
const SORT_SQL: Record<string, string> = {
  submittedAt: 't.submitted_at',
  updatedAt: 't.updated_at',
  resolutionDueAt: 't.resolution_due_at',
  priority: RANK,
  number: 't.number',
};

/** Late work, as `isOverdue` in rows.ts sees it. */
export const OVERDUE: string = `(t.status in ('NEW', 'IN_PROGRESS', 'WAITING_THIRD_PARTY') and not coalesce(t.is_paused, false) and not coalesce(t.is_short_notice, false) and t.resolution_due_at < ?)`;

const among = (column: string, values: readonly string[] | undefined): Clause[] =>
  values ? [{ sql: `${column} = any(string_to_array(?, ','))`, bindings: [values.join(',')] }] : [];

/** A category code stands for its services too. */
const inCategory = (codes: readonly string[] | undefined): Clause[] =>
  codes
    ? [
        {
          sql: `(c.code = any(string_to_array(?, ',')) or split_part(c.code, '-', 1) = any(string_to_array(?, ',')))`,
          bindings: [codes.join(','), codes.join(',')],
        },
      ]
    : [];

function assignedTo(assignee: Filters['assignee'], { actor }: Caller): Clause[] {
  if (assignee === undefined) return [];
  if (assignee === 'none') return [{ sql: 't.assignee_id is null', bindings: [] }];
  if (assignee === 'me' && actor.kind === 'staff') return [{ sql: 't.assignee_id = ?', bindings: [actor.id] }];
  // A requester's own are those they filed, and those they follow because it happens to them too.
  if (assignee === 'me')
    return [{ sql: `(t.requester_id = ? or t.number in ${JOINED_BY_SQL})`, bindings: [actor.id, actor.id] }];
  return [{ sql: 't.assignee_id = ?', bindings: [assignee] }];
}

const filedBy = (requester: Filters['requester'], { actor }: Caller): Clause[] =>
  requester === undefined
    ? []
    : [actor.kind === 'portal' ? { sql: 't.requester_id = ?', bindings: [actor.id] } : { sql: 'false', bindings: [] }];

export const filterClauses = (
  filters: Partial<Omit<Filters, 'sort' | 'page' | 'pageSize'>>,
  caller: Caller,
): Clause[] => {
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
    ...(filters.overdue === undefined
      ? []
      : [{ sql: filters.overdue ? OVERDUE : `not ${OVERDUE}`, bindings: [new Date(caller.now)] }]),
    ...matching(filters.q, caller),
    ...since('submitted_at', filters.from),
    ...until('submitted_at', filters.to),
    ...since('resolved_at', filters.resolvedFrom),
    ...until('resolved_at', filters.resolvedTo),
  ];
};

/** The order of a column; without words to fit, what fits best is the newest. */
export function orderOf(sort: Filters['sort']): string {
  const direction = sort.startsWith('-') || sort === 'relevance' ? 'desc' : 'asc';
  return `${SORT_SQL[sort.replace('-', '')] ?? 't.submitted_at'} ${direction} nulls last, t.id ${direction}`;
}

/** As many tickets as are sorted in no time. */
const FEW = 5000;

/** One page. What fits best is weighed among the newest; pages beyond those go on by age. */
function pageOf({ sort, page, pageSize, q }: Pick<Filters, 'sort' | 'page' | 'pageSize' | 'q'>, where: Clause): Clause {
  const query = sort === 'relevance' ? queryOf(q) : null;
  const [order, offset] = [orderOf(sort), (page - 1) * pageSize];
  // Whole pages, so that none is half weighed.
  const weighed = Math.floor(MOST_WEIGHED / pageSize) * pageSize;
  if (!query || offset >= weighed)
    return {
      sql: `select ${TICKET_COLUMNS} ${TICKET_FROM} where ${where.sql} order by ${order} limit ? offset ?`,
      bindings: [...where.bindings, pageSize, offset],
    };
  const fit = fitOf(query);
  return {
    sql: `select ${TICKET_COLUMNS} ${TICKET_FROM} where t.id in (select t.id ${TICKET_FROM} where ${where.sql} order by ${order} limit ?) order by ${fit.sql} desc, ${order} limit ? offset ?`,
    bindings: [...where.bindings, weighed, ...fit.bindings, pageSize, offset],
  };
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
  const count = rowsOf<{ total: string }>(
    on,
    `select count(*) as total ${TICKET_FROM} where ${counting.sql}`,
    counting.bindings,
  ).then(([counted]) => Number(counted?.total ?? 0));
  // A few among very many are gathered, for walking from the newest on would pass them all; many are met soon by walking.
  const where = gathered && (await count) > FEW ? all([...rest, ...matching(q, caller)]) : counting;
  const asked = pageOf({ sort, page, pageSize, q }, where);
  const [rows, total] = await Promise.all([rowsOf<TicketRow>(on, asked.sql, asked.bindings), count]);
  const query = queryOf(q);
  const excerpts =
    query && rows.length
      ? await excerptsOf(
          desk,
          query,
          rows.map(({ id }) => id),
        )
      : null;
  const shown = rows.map((row): TicketSummary => {
    const excerpt = excerpts?.get(row.id);
    return { ...toSummary(row, caller.now), ...(excerpt && { excerpt }) };
  });
  return { rows: shown, pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } };
}
