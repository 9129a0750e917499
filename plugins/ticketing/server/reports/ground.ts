import type { CohortId, Days, DimensionId } from '../../domain';
import { all, joined, sql, trusted, type Sql } from '../database/sql';
import { SPAN_EVENTS } from '../tickets/history-filters';
import type { Asked } from './asked';

/** Facts under the name that filters and scopes give to tickets. */
export const NAMED = `left join skpd s on s.id = t.skpd_id left join categories c on c.id = t.category_id
  left join teams g on g.id = t.team_id`;
/** Rows of one of the tables of facts, and how the ticket they are of comes with them. */
interface Rows {
  readonly rows: 'ticket_facts' | 'ticket_spans' | 'ticket_effort';
  readonly as: 't' | 'p';
  readonly more: string;
}
const TICKETS: Rows = { rows: 'ticket_facts', as: 't', more: NAMED };
const OF_TICKETS = `join ticket_facts t on t.id = p.ticket_id ${NAMED}`;
const STAYS: Rows = { rows: 'ticket_spans', as: 'p', more: OF_TICKETS };
const WORK: Rows = { rows: 'ticket_effort', as: 'p', more: OF_TICKETS };
const allOf = ({ rows, as, more }: Rows): Sql => trusted(`${rows} ${as} ${more}`);
export const ALL_TICKETS = allOf(TICKETS);
export const ALL_STAYS = allOf(STAYS);

interface Source extends Rows {
  readonly at: string;
  readonly what: Sql;
}
/** Where a cohort's rows are, which instant decides, and what else they have in common. */
const SOURCES: Record<Exclude<CohortId, 'OPEN'>, Source> = {
  SUBMITTED: { ...TICKETS, at: 't.submitted_at', what: sql`true` },
  ANSWERED: { ...TICKETS, at: 't.first_response_at', what: sql`true` },
  RESOLVED: { ...TICKETS, at: 't.resolved_at', what: sql`t.status = 'RESOLVED'` },
  OPENED: { ...STAYS, at: `p.${SPAN_EVENTS.OPENED.column}`, what: SPAN_EVENTS.OPENED.what },
  CLOSED: { ...STAYS, at: `p.${SPAN_EVENTS.CLOSED.column}`, what: SPAN_EVENTS.CLOSED.what },
  REOPENED: { ...STAYS, at: `p.${SPAN_EVENTS.REOPENED.column}`, what: SPAN_EVENTS.REOPENED.what },
  REPLIED: { ...STAYS, at: `p.${SPAN_EVENTS.REPLIED.column}`, what: SPAN_EVENTS.REPLIED.what },
  WORKED: { ...WORK, at: 'p.worked_at', what: sql`true` },
};

/** One part of what a report is made of: `part` and `key` tell to which period and row it belongs. */
export interface Branch {
  readonly part: 'now' | 'before' | 'counted' | 'base';
  readonly days: Days;
}
const periodOf = (part: Branch['part']): string => (part === 'counted' ? 'now' : part);
/** Months and days of a part's period that are summed, and what is left of it; worked out once for all that ask. */
export const wholeOf = (part: Branch['part']): Sql => trusted(`whole_${periodOf(part)}`);
export const restOf = (part: Branch['part']): Sql => trusted(`rest_${periodOf(part)}`);
export const periodsOf = (branches: readonly Branch[]): Sql =>
  joined(
    branches
      .filter(({ part }) => part !== 'counted')
      .map(
        ({ part, days: { from, to } }) => sql`${wholeOf(part)} as materialized (select * from
          whole_stretches(${from}::date, ${to}::date)), ${restOf(part)} as materialized (select * from
          unsummed(${from}::date, ${to}::date))`,
      ),
    ', ',
  );

/** Which rows of a cohort are of a period; of `isRest` those that no sum answers for. */
export function rowsIn(
  cohort: Exclude<CohortId, 'OPEN'>,
  { part, days: { from, to } }: Branch,
  isRest: boolean,
): Record<'from' | 'where', Sql> {
  const source = SOURCES[cohort];
  const { rows, as, more, what } = source;
  const at = trusted(source.at);
  if (!isRest)
    return {
      from: allOf(source),
      where: all([sql`${at} >= wib_start(${from}::date) and ${at} < wib_start(${to}::date + 1)`, what]),
    };
  // Fenced, so that the planner takes each stretch for what it is: short, and looked up by its index.
  const stretch = sql`lateral (select ${trusted(as)}.* from ${trusted(`${rows} ${as}`)} where ${at} >= r.since
    and ${at} < r.until and ${what} offset 0) ${trusted(`${as} ${more}`)}`;
  return { from: sql`${restOf(part)} r, ${stretch}`, where: sql`true` };
}
export const instantOf = (cohort: CohortId): string => (cohort === 'OPEN' ? '' : SOURCES[cohort].at);

const KEYS: Record<Exclude<DimensionId, 'month' | 'officer'>, string> = {
  status: 't.status',
  skpd: 't.skpd_id::text',
  category: 'c.parent_id::text',
  service: 't.category_id::text',
  priority: 't.priority',
  channel: 't.channel',
  team: 't.team_id::text',
};

/** What tells rows apart, as text; null for what belongs to nobody. */
export function keyOf(by: Asked['by'], cohort: CohortId, at: string): Sql {
  if (by === 'month') return trusted(cohort === 'OPEN' ? 'null::text' : `to_char(wib_day(${at}), 'YYYY-MM')`);
  if (by === 'officer') return trusted(cohort === 'WORKED' ? 'p.staff_id::text' : 't.assignee_id::text');
  return trusted(by === 'measure' || by === 'ticket' || by === 'period' ? `'all'` : KEYS[by]);
}

export const named = (pairs: readonly (readonly [string, Sql])[]): Sql =>
  sql`json_build_object(${joined(
    pairs.map(([name, value]) => sql`${trusted(`'${name}'`)}, ${value}`),
    ', ',
  )})`;
