import {
  amountKey,
  bothOf,
  COHORTS,
  COUNTS,
  countsOf,
  isMovingFilter,
  isStock,
  measureOf,
  OPEN_STATUSES,
  statusList,
  type Cohort,
  type CohortId,
  type CountId,
  type Filters,
  type Measure,
  type MeasureId,
  type Quantity,
} from '../../domain';
import { all, sql, trusted, type Sql } from '../database/sql';
import { coversEndOf, isStay } from '../tickets/history-filters';
import { clausesOf, scopeOf, type Asked } from './asked';
import { ALL_STAYS, ALL_TICKETS, instantOf, keyOf, named, rowsIn, type Branch } from './ground';
import { hasSums, isMoving, isSummed, summedDimension, sumsOf } from './sums';

const AMOUNTS: Record<Quantity, Sql> = {
  response: sql`t.response_minutes`,
  resolution: sql`t.resolution_minutes`,
  rating: sql`t.rating`,
  reply: sql`floor(extract(epoch from p.ended_at - p.began_at) / 60)::int`,
  effort: sql`p.minutes`,
};
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
/** How long things took, in classes. */
const spreadIn = (
  ground: Ground,
  key: string,
  { of, only }: { of: Quantity; only: Filters },
): readonly [string, Sql] => [
  key,
  sql`(sum(duration_unit(${AMOUNTS[of]})) filter (where ${fitting(ground, only)}))::text`,
];
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
  const spread = new Map<string, Sql>();
  const oldest: (readonly [string, Sql])[] = [];
  for (const id of measures) {
    const measure = measureOf(id);
    const key = amountKey(measure);
    if ('of' in measure && measure.is !== 'oldest' && key) amounts.set(...amountIn(ground, key, measure));
    if ((measure.is === 'median' || measure.is === 'p90') && key) spread.set(...spreadIn(ground, key, measure));
    if (measure.is === 'oldest') oldest.push(oldestIn(ground, id, measure.of, measure.missed));
  }
  const found = named([
    ['counts', named(counts.map((id) => countIn(ground, id)))],
    ['amounts', named([...amounts])],
    ['histograms', named([...spread])],
    ['oldest', named(oldest)],
  ]);
  return sql`select ${ground.branch.part}::text as part, ${ground.key} as key, ${found} as found from ${ground.from}
    where ${ground.where} group by 2`;
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
  return !(isMovingFilter(measure.only) && isPast);
}

/** `isRest` leaves out what sums answer. */
function groundOf(asked: Asked, branch: Branch, cohort: CohortId, isRest: boolean): Ground | null {
  const scope = scopeOf(asked, cohort, branch.part === 'counted' ? 'counted' : 'seen');
  if (!scope) return null;
  const { to } = branch.days;
  if (cohort === 'OPEN') {
    const isPast = to < asked.today;
    const key = keyOf(asked.by, cohort, '');
    const where = isPast
      ? all([coversEndOf(to), scope])
      : all([sql`t.status in (${trusted(statusList(OPEN_STATUSES))})`, scope]);
    return { asked, branch, cohort, isPast, key, from: isPast ? ALL_STAYS : ALL_TICKETS, where };
  }
  const rows = rowsIn(cohort, branch, isRest);
  const key = keyOf(asked.by, cohort, instantOf(cohort));
  return { asked, branch, cohort, isPast: false, key, from: rows.from, where: all([rows.where, scope]) };
}

/** What is late now among what was filed: it moves with the clock, and all of it is open. */
function movingOf(asked: Asked, branch: Branch, measures: readonly MeasureId[]): Sql[] {
  const ground = measures.length === 0 ? null : groundOf(asked, branch, 'SUBMITTED', false);
  const isOpen = sql`t.status in (${trusted(statusList(OPEN_STATUSES))})`;
  return ground ? [totalsOf({ ...ground, where: all([ground.where, isOpen]) }, measures)] : [];
}

/**
 * Statements of one part, to be joined by `union all`: what sums of months and days say, and from the facts what they do not,
 * one for each cohort.
 */
export function statementsOf(asked: Asked, branch: Branch, measures: readonly MeasureId[]): Sql[] {
  const told = measures.filter((id) => isTold(id, { asked, branch }));
  const by = hasSums(branch.days, asked.today) ? summedDimension(asked) : null;
  const sums = by && sumsOf(asked, branch, by, told.filter(isSummed));
  const moving = sums ? told.filter((id) => isMoving(id) && !isStock(id)) : [];
  const rest = told.filter((id) => !moving.includes(id));
  const facts = distinct(rest.map(cohortOf)).flatMap((cohort) => {
    const ground = cohort && groundOf(asked, branch, cohort, sums !== null);
    const own = rest.filter((id) => cohortOf(id) === cohort);
    return ground ? [totalsOf(ground, own)] : [];
  });
  return [...(sums ? [sums] : []), ...movingOf(asked, branch, moving), ...facts];
}
