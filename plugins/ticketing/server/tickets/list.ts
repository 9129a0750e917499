import type { TicketSummary } from '../../domain';
import type { Answer, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import { howManyOf, paginationOf, remember, type Counted } from './counting';
import { filterClauses, PERIODS } from './filters';
import { SUMMARY_COLUMNS, toSummary, type SummaryRow } from './summary-rows';
import { TICKET_FROM } from './rows';
import { scopeClause } from './scope';
import { excerptsOf, fitOf, gathering, matching, MOST_WEIGHED, queryOf } from './search';
import type { Desk } from '../desk/desk';
import { rowsByKey, rowsOf, sql, trusted, all, whole, type Sql } from '../database/sql';

type Filters = Parsed<'listTickets'>;

const RANK = `case t.priority when 'URGENT' then 1 when 'HIGH' then 2 when 'MEDIUM' then 3 else 4 end`;
const SORT_SQL: Record<string, string> = {
  submittedAt: 't.submitted_at',
  updatedAt: 't.updated_at',
  resolutionDueAt: 't.resolution_due_at',
  priority: RANK,
  number: 't.number',
};

/** The order of a column; without words to fit, what fits best is the newest. */
export function orderOf(sort: Filters['sort']): Sql {
  const direction = sort.startsWith('-') || sort === 'relevance' ? 'desc' : 'asc';
  return trusted(`${SORT_SQL[sort.replace('-', '')] ?? 't.submitted_at'} ${direction} nulls last, t.id ${direction}`);
}

/** As many tickets as are sorted in no time. */
const FEW = 5000;
/** As many as the pages ask for. */
const USUAL_SIZE = 25;

/** Words and days decide how a list is best read; what stands in any of the other filters hardly does. */
const isPlannedByValues = (filters: Partial<Filters>): boolean =>
  [filters.q, filters.openOn, ...PERIODS.flatMap(([first, last]) => [filters[first], filters[last]])].some(
    (value) => value !== undefined,
  );

/** The first page of all, of the size that is asked for most: the one list whose plan is the same for everybody's values. */
const isPlain = ({ sort: _sort, page, pageSize, ...filters }: Filters): boolean =>
  page === 1 && pageSize === USUAL_SIZE && Object.values(filters).every((value) => value === undefined);

/** One page, `total` beside each row. What fits best is weighed among the newest; pages beyond those go on by age. */
function pageOf(
  { sort, page, pageSize, q }: Pick<Filters, 'sort' | 'page' | 'pageSize' | 'q'>,
  where: Sql,
  total: Sql,
  boundOf: (number: number) => Sql | number,
): Sql {
  const fit = sort === 'relevance' ? fitOf(q) : null;
  const [order, offset] = [orderOf(sort), (page - 1) * pageSize];
  // Whole pages, so that none is half weighed.
  const weighed = Math.floor(MOST_WEIGHED / pageSize) * pageSize;
  if (!fit || offset >= weighed)
    return sql`select ${SUMMARY_COLUMNS}, ${total} ${TICKET_FROM} where ${where} order by ${order}
      limit ${boundOf(pageSize)} offset ${boundOf(offset)}`;
  return sql`select ${SUMMARY_COLUMNS}, ${total} ${TICKET_FROM} where t.id in (select t.id ${TICKET_FROM} where ${where} order by
    ${order} limit ${weighed}) order by ${fit} desc, ${order} limit ${pageSize} offset ${offset}`;
}

export async function listTickets(
  desk: Desk,
  caller: Caller,
  { sort, page, pageSize, ...filters }: Filters,
): Promise<Answer<'listTickets'>> {
  const { q, ...others } = filters;
  const bound = isPlain({ sort, page, pageSize, ...filters }) ? whole : (number: number) => number;
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
  const asked = pageOf(
    { sort, page, pageSize, q },
    where,
    found === null ? howMany : sql`${found}::int as total`,
    bound,
  );
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
