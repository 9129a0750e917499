import {
  amountKey,
  bothOf,
  COHORTS,
  COUNTS,
  countsOf,
  DURATION_EDGES,
  measureOf,
  OPEN_STATUSES,
  statusList,
  type Cohort,
  type CohortId,
  type CountId,
  type Days,
  type DimensionId,
  type Filters,
  type Measure,
  type MeasureId,
  type Quantity,
} from '../../domain';
import { all, joined, sql, trusted, type Sql } from '../database/sql';
import { coversEndOf, isStay, SPAN_EVENTS } from '../tickets/history-filters';
import { clausesOf, scopeOf, type Asked } from './asked';

/** Facts under the name that filters and scopes give to tickets. */
const NAMED = `left join skpd s on s.id = t.skpd_id left join categories c on c.id = t.category_id
  left join teams g on g.id = t.team_id`;
const TICKETS = trusted(`ticket_facts t ${NAMED}`);
const STAYS = trusted(`ticket_spans p join ticket_facts t on t.id = p.ticket_id ${NAMED}`);
const WORK = trusted(`ticket_effort p join ticket_facts t on t.id = p.ticket_id ${NAMED}`);

/** Where a cohort's rows are, which instant decides, and what else they have in common. */
const SOURCES: Record<Exclude<CohortId, 'OPEN'>, { readonly from: Sql; readonly at: string; readonly what: Sql }> = {
  SUBMITTED: { from: TICKETS, at: 't.submitted_at', what: sql`true` },
  ANSWERED: { from: TICKETS, at: 't.first_response_at', what: sql`true` },
  RESOLVED: { from: TICKETS, at: 't.resolved_at', what: sql`t.status = 'RESOLVED'` },
  OPENED: { from: STAYS, at: `p.${SPAN_EVENTS.OPENED.column}`, what: SPAN_EVENTS.OPENED.what },
  CLOSED: { from: STAYS, at: `p.${SPAN_EVENTS.CLOSED.column}`, what: SPAN_EVENTS.CLOSED.what },
  REOPENED: { from: STAYS, at: `p.${SPAN_EVENTS.REOPENED.column}`, what: SPAN_EVENTS.REOPENED.what },
  REPLIED: { from: STAYS, at: `p.${SPAN_EVENTS.REPLIED.column}`, what: SPAN_EVENTS.REPLIED.what },
  WORKED: { from: WORK, at: 'p.worked_at', what: sql`true` },
};
const AMOUNTS: Record<Quantity, Sql> = {
  response: sql`t.response_minutes`,
  resolution: sql`t.resolution_minutes`,
  rating: sql`t.rating`,
  reply: sql`floor(extract(epoch from p.ended_at - p.began_at) / 60)::int`,
  effort: sql`p.minutes`,
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
function keyOf(by: Asked['by'], cohort: CohortId, at: string): Sql {
  if (by === 'month') return trusted(cohort === 'OPEN' ? 'null::text' : `to_char(wib_day(${at}), 'YYYY-MM')`);
  if (by === 'officer') return trusted(cohort === 'WORKED' ? 'p.staff_id::text' : 't.assignee_id::text');
  return trusted(by === 'measure' || by === 'ticket' || by === 'period' ? `'all'` : KEYS[by]);
}

/** One part of what a report is made of: `part` and `key` tell to which period and row it belongs. */
export interface Branch {
  readonly part: 'now' | 'before' | 'counted' | 'base';
  readonly days: Days;
}

interface Ground {
  readonly asked: Asked;
  readonly branch: Branch;
  readonly cohort: CohortId;
  /** Whether a stock is asked of the history. */
  readonly isPast: boolean;
  readonly key: Sql;
  readonly from: Sql;
  readonly where: Sql;
}

const named = (pairs: readonly (readonly [string, Sql])[]): Sql =>
  sql`json_build_object(${joined(
    pairs.map(([name, value]) => sql`${trusted(`'${name}'`)}, ${value}`),
    ', ',
  )})`;

/** Which of the cohort's rows a measure is about, by the filters that list them. */
function fitting({ asked, cohort, isPast }: Ground, only: Filters, age?: readonly [number, number | null]): Sql {
  const { base }: Cohort = COHORTS[cohort];
  const more = Object.fromEntries(Object.entries(only).filter(([name, value]) => base[name] !== value));
  const { status, ...others } = bothOf(more, age ? asked.daysOfAge(age) : {}) ?? {};
  return isPast
    ? all([isStay(status?.split(',')), clausesOf(others, asked.caller)])
    : clausesOf({ ...others, ...(status && { status }) }, asked.caller);
}

const countIn = (ground: Ground, id: CountId): readonly [string, Sql] => {
  const { only, age }: { only: Filters; age?: readonly [number, number | null] } = COUNTS[id];
  return [id, sql`count(*) filter (where ${fitting(ground, only, age)})`];
};
const amountIn = (
  ground: Ground,
  key: string,
  { of, only }: { of: Quantity; only: Filters },
): readonly [string, Sql] => {
  const which = fitting(ground, only);
  const amount = AMOUNTS[of];
  return [
    key,
    named([
      ['sum', sql`coalesce(sum(${amount}) filter (where ${which}), 0)`],
      ['count', sql`count(${amount}) filter (where ${which})`],
    ]),
  ];
};
function oldestIn(ground: Ground, id: MeasureId, of: 'submitted' | 'waiting', missed: CountId): readonly [string, Sql] {
  const since = ground.isPast
    ? sql`p.began_at`
    : sql`(select min(o.began_at) from ticket_spans o where
    o.ticket_id = t.id and o.ended_at is null)`;
  const at = of === 'submitted' ? sql`t.submitted_at` : since;
  return [id, sql`min(wib_day(${at})) filter (where ${fitting(ground, COUNTS[missed].only)})::text`];
}

const cohortOf = (id: MeasureId): CohortId | null => {
  const measure: Measure = measureOf(id);
  if (measure.is === 'oldest') return 'OPEN';
  if (measure.is === 'share') return COUNTS[measure.whole].cohort;
  if (measure.is === 'used') return 'WORKED';
  return 'cohort' in measure ? measure.cohort : null;
};
const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

function totalsOf(ground: Ground, measures: readonly MeasureId[]): Sql {
  const counts = distinct(measures.flatMap(countsOf)).filter((id) => isTold(id, ground));
  const amounts = new Map<string, Sql>();
  const oldest: (readonly [string, Sql])[] = [];
  for (const id of measures) {
    const measure = measureOf(id);
    const key = amountKey(measure);
    if ('of' in measure && measure.is !== 'oldest' && key) amounts.set(...amountIn(ground, key, measure));
    if (measure.is === 'oldest') oldest.push(oldestIn(ground, id, measure.of, measure.missed));
  }
  const found = named([
    ['counts', named(counts.map((id) => countIn(ground, id)))],
    ['amounts', named([...amounts])],
    ['oldest', named(oldest)],
  ]);
  return sql`select ${ground.branch.part}::text as part, ${ground.key} as key, ${found} as found from ${ground.from}
    where ${ground.where} group by 2`;
}

/** How long things took, in classes, by row. */
function histogramOf(ground: Ground, key: string, { of, only }: { of: Quantity; only: Filters }): Sql {
  const amount = AMOUNTS[of];
  const edges = sql`${DURATION_EDGES}::int[]`;
  const edge = sql`(${edges})[least(width_bucket(${amount} - 1, ${edges}) + 1, ${DURATION_EDGES.length}::int)]`;
  return sql`select ${ground.branch.part}::text, h.key, ${named([
    ['histograms', named([[key, sql`json_object_agg(h.edge, h.count)`]])],
  ])} from (select ${ground.key} as key, ${edge} as edge, count(*) as count from ${ground.from} where
    ${ground.where} and ${fitting(ground, only)} and ${amount} is not null group by 1, 2) h group by h.key`;
}

/** Whether a number can be had: what was overdue at an instant long past is not kept, nor how old things were in each month. */
export function isTold(id: MeasureId, { asked, branch }: Pick<Ground, 'asked' | 'branch'>): boolean {
  const measure: Measure = measureOf(id);
  if (measure.is === 'oldest') return asked.by !== 'month';
  if (measure.is !== 'count' || measure.cohort !== 'OPEN') return true;
  const isPast = branch.days.to < asked.today;
  // Of each month there is the stock alone: it is what was left before, and what came and went since.
  if (asked.by === 'month') return id === 'open';
  if (measure.age) return branch.part !== 'before';
  return !(measure.only['overdue'] && isPast);
}

function groundOf(asked: Asked, branch: Branch, cohort: CohortId): Ground | null {
  const scope = scopeOf(asked, cohort, branch.part === 'counted' ? 'counted' : 'seen');
  if (!scope) return null;
  const { from, to } = branch.days;
  if (cohort === 'OPEN') {
    const isPast = to < asked.today;
    const key = keyOf(asked.by, cohort, '');
    const where = isPast
      ? all([coversEndOf(to), scope])
      : all([sql`t.status in (${trusted(statusList(OPEN_STATUSES))})`, scope]);
    return { asked, branch, cohort, isPast, key, from: isPast ? STAYS : TICKETS, where };
  }
  const source = SOURCES[cohort];
  const at = trusted(source.at);
  const within = sql`${at} >= wib_start(${from}::date) and ${at} < wib_start(${to}::date + 1)`;
  const key = keyOf(asked.by, cohort, source.at);
  return { asked, branch, cohort, isPast: false, key, from: source.from, where: all([within, source.what, scope]) };
}

/** Statements of one part, to be joined by `union all`: one for what is counted and added, one for each distribution. */
export function statementsOf(asked: Asked, branch: Branch, measures: readonly MeasureId[]): Sql[] {
  const told = measures.filter((id) => isTold(id, { asked, branch }));
  return distinct(told.map(cohortOf)).flatMap((cohort) => {
    const ground = cohort && groundOf(asked, branch, cohort);
    if (!ground) return [];
    const own = told.filter((id) => cohortOf(id) === cohort);
    const spread = new Map<string, Sql>();
    for (const id of own) {
      const measure = measureOf(id);
      const key = amountKey(measure);
      if ((measure.is === 'median' || measure.is === 'p90') && key) spread.set(key, histogramOf(ground, key, measure));
    }
    return [totalsOf(ground, own), ...spread.values()];
  });
}
