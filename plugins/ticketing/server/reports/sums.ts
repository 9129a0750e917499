import {
  amountKey,
  COUNTS,
  countsOf,
  DIMENSIONS,
  firstDayOf,
  isMovingFilter,
  isStock,
  lastDayOf,
  measureOf,
  monthOf,
  monthsLater,
  monthsOf,
  scopeOf as policyScope,
  type CountId,
  type Days,
  type DimensionId,
  type MeasureId,
} from '../../domain';
import { all, rowsOf, run, sql, trusted, type Sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { scopeOf, type Asked } from './asked';
import { keyOf, NAMED, named, wholeOf, type Branch } from './ground';

/** Rows of sums: by one dimension, or one for each stretch. */
type SummedBy = Exclude<DimensionId, 'month' | 'category'> | 'all';

/** A category is the sum of its services. */
const summedBy = (dimension: DimensionId): SummedBy | null =>
  dimension === 'month' ? null : dimension === 'category' ? 'service' : dimension;

/** Whether all tickets are counted, or all but the confidential ones: sums know no other scope. */
function seesWhole({ caller: { policy, actor } }: Asked): boolean {
  const isAlways = (alternatives: readonly (readonly unknown[])[]) => alternatives.some((when) => when.length === 0);
  return (['report:read', 'ticket:read'] as const).every((permission) => {
    const { anyOf, confidentialAnyOf } = policyScope(policy, actor, permission);
    return isAlways(anyOf) && (confidentialAnyOf.length === 0 || isAlways(confidentialAnyOf));
  });
}

/** By which dimension sums answer this; null where facts must: more than one thing narrows it, or not all is seen. */
export function summedDimension(asked: Asked): SummedBy | null {
  if (!seesWhole(asked)) return null;
  const of = (name: string): SummedBy | null | undefined =>
    Object.entries(DIMENSIONS)
      .filter(([id, { filter }]) => id === name || filter === name)
      .map(([id]) => summedBy(id as DimensionId))[0];
  const wanted = [asked.by, ...Object.keys(asked.filters)].flatMap((name) => of(name) ?? []);
  const [first = 'all', ...others] = [...new Set(wanted)];
  return others.length === 0 ? first : null;
}

/** What moves with the clock is in no sum. */
export const isMoving = (id: MeasureId): boolean => countsOf(id).some((count) => isMovingFilter(COUNTS[count].only));
export const isSummed = (id: MeasureId): boolean => !isMoving(id) && !isStock(id);

/** Whether sums say something of a period: one of its months does, or a day of those that are summed by days. */
export const hasSums = (days: Days, today: string): boolean => {
  const byDays = firstDayOf(monthsLater(monthOf(today), -1));
  return (
    (days.to >= byDays && days.from < today) ||
    monthsOf(days).some((month) => firstDayOf(month) >= days.from && lastDayOf(month) <= days.to)
  );
};

const columnOf = (id: CountId): string => id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const total = (column: string): Sql => trusted(`coalesce(sum(t.${column}), 0)`);

/** What sums say of these measures, of all cohorts in one go. */
export function sumsOf(asked: Asked, { part }: Branch, by: SummedBy, measures: readonly MeasureId[]): Sql | null {
  // Of working time the person is the worker, and rows by officer are of that person already.
  const scope = scopeOf(asked, 'SUBMITTED', part === 'counted' ? 'counted' : 'seen');
  if (!scope) return null;
  const counts = new Set(measures.flatMap(countsOf));
  const amounts = new Map<string, Sql>();
  const spread = new Map<string, Sql>();
  for (const id of measures) {
    const measure = measureOf(id);
    const key = amountKey(measure);
    if (!key) continue;
    const column = key.replace(':', '_');
    amounts.set(
      key,
      named([
        ['sum', total(`${column}_sum`)],
        ['count', total(`${column}_count`)],
      ]),
    );
    if (measure.is === 'median' || measure.is === 'p90') spread.set(key, trusted(`sum(t.${column})::text`));
  }
  const found = named([
    ['counts', named([...counts].map((id) => [id, total(columnOf(id))]))],
    ['amounts', named([...amounts])],
    ['histograms', named([...spread])],
  ]);
  const where = all([
    sql`t.dimension = ${by}`,
    sql`(t.since, t.until) in (select w.since, w.until from ${wholeOf(part)} w)`,
    scope,
  ]);
  const key = asked.by === 'month' ? trusted(`to_char(t.since, 'YYYY-MM')`) : keyOf(asked.by, 'SUBMITTED', '');
  return sql`select ${part}::text as part, ${key} as key, ${found} as found from ticket_sums t ${trusted(NAMED)}
    where ${where} group by 2`;
}

/** Days that are summed together: the first in WIB, and the one after the last. */
export interface Stretch {
  readonly since: string;
  readonly until: string;
}

/** Sums months and days that are over anew, where something in them changed since; each in a transaction of its own. */
export async function sumStretches(desk: Desk, today: string, isStopping: () => boolean): Promise<void> {
  const on = connection(desk.strapi);
  const stretches = await rowsOf<Stretch>(
    on,
    sql`select since::text, until::text from stretches_to_sum(${today}::date)`,
  );
  for (const { since, until } of stretches) {
    if (isStopping()) return;
    await run(on, sql`select sum_stretch(${since}::date, ${until}::date)`);
  }
  await run(on, sql`select forget_marks()`);
}
