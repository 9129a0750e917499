import type { CohortId, Days, DimensionId } from '../../domain';
import { joined, sql, trusted, type Sql } from '../database/sql';
import { SPAN_EVENTS } from '../tickets/history-filters';
import type { Asked } from './asked';

/** Facts under the name that filters and scopes give to tickets. */
export const NAMED = `left join skpd s on s.id = t.skpd_id left join categories c on c.id = t.category_id
  left join teams g on g.id = t.team_id`;
export const TICKETS = trusted(`ticket_facts t ${NAMED}`);
export const STAYS = trusted(`ticket_spans p join ticket_facts t on t.id = p.ticket_id ${NAMED}`);
const WORK = trusted(`ticket_effort p join ticket_facts t on t.id = p.ticket_id ${NAMED}`);

/** Where a cohort's rows are, which instant decides, and what else they have in common. */
export const SOURCES: Record<
  Exclude<CohortId, 'OPEN'>,
  { readonly from: Sql; readonly at: string; readonly what: Sql }
> = {
  SUBMITTED: { from: TICKETS, at: 't.submitted_at', what: sql`true` },
  ANSWERED: { from: TICKETS, at: 't.first_response_at', what: sql`true` },
  RESOLVED: { from: TICKETS, at: 't.resolved_at', what: sql`t.status = 'RESOLVED'` },
  OPENED: { from: STAYS, at: `p.${SPAN_EVENTS.OPENED.column}`, what: SPAN_EVENTS.OPENED.what },
  CLOSED: { from: STAYS, at: `p.${SPAN_EVENTS.CLOSED.column}`, what: SPAN_EVENTS.CLOSED.what },
  REOPENED: { from: STAYS, at: `p.${SPAN_EVENTS.REOPENED.column}`, what: SPAN_EVENTS.REOPENED.what },
  REPLIED: { from: STAYS, at: `p.${SPAN_EVENTS.REPLIED.column}`, what: SPAN_EVENTS.REPLIED.what },
  WORKED: { from: WORK, at: 'p.worked_at', what: sql`true` },
};
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

/** One part of what a report is made of: `part` and `key` tell to which period and row it belongs. */
export interface Branch {
  readonly part: 'now' | 'before' | 'counted' | 'base';
  readonly days: Days;
}

export const named = (pairs: readonly (readonly [string, Sql])[]): Sql =>
  sql`json_build_object(${joined(
    pairs.map(([name, value]) => sql`${trusted(`'${name}'`)}, ${value}`),
    ', ',
  )})`;
