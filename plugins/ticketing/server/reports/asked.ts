import type { Knex } from 'knex';
import {
  bothOf,
  COHORTS,
  comparedWith,
  definitionOf,
  isUnfinished,
  Refusal,
  wibDay,
  type CohortId,
  type ComparisonKind,
  type Days,
  type DaysOfAge,
  type DimensionId,
  type Filters,
  type ReportDefinition,
  type ReportName,
} from '../../domain';
import { contract, type Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { all, sql, type Sql } from '../database/sql';
import type { Desk } from '../desk/desk';
import { filterClauses } from '../tickets/filters';
import { countedClause, scopeClause } from '../tickets/scope';
import { agesOf } from './ages';
import { namesOf } from './names';

export type Query = Parsed<'getReport'>;
export type By = DimensionId | 'measure' | 'ticket' | 'period';

/** What a reader asked for, with everything a statement needs to know of it. */
export interface Asked {
  readonly desk: Desk;
  /** Where it is read: the replica or the primary, all of it in one place. */
  readonly on: Knex;
  readonly caller: Caller;
  readonly report: ReportName;
  readonly definition: ReportDefinition;
  readonly by: By;
  readonly days: Days;
  readonly today: string;
  readonly comparison: (Days & { readonly kind: ComparisonKind }) | null;
  /** Filters as `/tickets` takes them. */
  readonly filters: Filters;
  /** What the codes in the filters are called. */
  readonly filterNames: Readonly<Record<string, string>>;
  readonly daysOfAge: DaysOfAge;
  readonly rollUp: boolean;
}

const FILTERS = ['status', 'skpd', 'category', 'service', 'priority', 'channel', 'team', 'assignee'] as const;
const given = (query: Query): Filters =>
  Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = query[name];
      return value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : String(value)]];
    }),
  );

/** Where rows are categories, a category that narrows them stands as its services: one filter cannot be named twice. */
async function inServices(desk: Desk, filters: Filters): Promise<Filters> {
  const { category, ...others } = filters;
  if (category === undefined) return filters;
  const asked = category.split(',');
  const { catalog, services } = await desk.masterData();
  const below = catalog.categories.filter(({ code }) => asked.includes(code)).flatMap((each) => each.services);
  const codes = [...asked.filter((code) => services.has(code)), ...below.map(({ code }) => code)];
  return codes.length === 0 || codes.length > 100 ? filters : (bothOf(others, { service: codes.join(',') }) ?? filters);
}

/** The period asked for, or the current month in WIB. */
const daysOf = ({ from, to }: Query, today: string): Days => {
  const days = { from: from ?? `${today.slice(0, 7)}-01`, to: to ?? today };
  if (days.from > days.to)
    throw new Refusal('invalid', { issues: [{ field: 'to', code: 'tooSmall', limit: days.from }] });
  return days;
};

function comparisonOf(query: Query, days: Days, today: string): Asked['comparison'] {
  const kind = query.compare ?? (query.report === 'summary' ? 'previous' : 'none');
  const { compareFrom: from, compareTo: to } = query;
  if (kind !== 'range') return kind === 'none' ? null : { kind, ...comparedWith(kind, days, today) };
  const missing = [...(from === undefined ? ['compareFrom'] : []), ...(to === undefined ? ['compareTo'] : [])];
  if (from === undefined || to === undefined)
    throw new Refusal('missingFields', { issues: missing.map((field) => ({ field, code: 'required' })) });
  if (from > to) throw new Refusal('invalid', { issues: [{ field: 'compareTo', code: 'tooSmall', limit: from }] });
  return { kind, from, to };
}

/** Throws `unknownParameter` where rows are asked for that this report has not. */
export async function askedOf(desk: Desk, on: Knex, caller: Caller, query: Query): Promise<Asked> {
  const definition = definitionOf(query.report);
  const today = wibDay(caller.now);
  if (query.by && (definition.by.length === 1 || !definition.by.includes(query.by)))
    throw new Refusal('unknownParameter', { issues: [{ field: 'by', code: 'unknown' }] });
  const by = query.by ?? (definition.by[0] as By);
  const days = daysOf(query, today);
  const filters = by === 'category' ? await inServices(desk, given(query)) : given(query);
  return {
    desk,
    on,
    caller,
    report: query.report,
    definition,
    by,
    days,
    today,
    comparison: comparisonOf(query, days, today),
    filters,
    filterNames: await namesOf(desk, on, caller, given(query)),
    daysOfAge: await agesOf(desk, isUnfinished(days, today) || days.to > today ? today : days.to),
    rollUp: query.rollUp === true,
  };
}

/** Filters as clauses, the very ones of lists. Facts have what they ask for under the names of `tickets`. */
export const clausesOf = (filters: Filters, caller: Caller): Sql =>
  all(filterClauses(contract.listTickets.query.parse(filters), caller));

/** What this reader may see of what was asked for: whose tickets may be told one by one, or only counted. */
export function scopeOf({ caller, filters }: Asked, cohort: CohortId, part: 'seen' | 'counted'): Sql | null {
  const { assignee, ...others } = filters;
  // Whose work it was stands in the record of the work.
  const isByWorker = COHORTS[cohort] === COHORTS.WORKED && assignee !== undefined;
  const worker = assignee === 'none' ? sql`p.staff_id is null` : sql`p.staff_id = ${Number(assignee)}`;
  const narrowed = isByWorker ? all([worker, clausesOf(others, caller)]) : clausesOf(filters, caller);
  if (part === 'counted') {
    const counted = countedClause(caller.policy, caller.actor);
    return counted && all([counted, narrowed]);
  }
  return all([
    scopeClause(caller.policy, caller.actor, 'report:read', caller.now),
    scopeClause(caller.policy, caller.actor, 'ticket:read', caller.now),
    narrowed,
  ]);
}
