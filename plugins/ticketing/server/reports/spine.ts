import {
  REPORTING_GROUP_CODES,
  REPORTING_GROUPS,
  share,
  statusesOfGroup,
  statusFilter,
  statusList,
  type ReportingGroup,
  type ReportRow,
  type Status,
} from '../../domain';
import type { Caller } from '../database/caller';
import { all, joined, sql, trusted, type Sql } from '../database/sql';
import type { BareColumn } from './dress';
import { filterClauses, overdueAt } from '../tickets/list';
import { scopeClause } from '../tickets/scope';

export type Numbers = Record<string, string | number | null>;
export const count = (value: unknown): number => Number(value ?? 0);
export const num = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

/** The cell that counts each group of the spine. */
export const GROUP_CELLS = {
  NEW: 'new',
  IN_PROGRESS: 'inProgress',
  RESOLVED: 'resolved',
  REJECTED: 'rejected',
  CANCELLED: 'cancelled',
} as const satisfies Record<ReportingGroup, string>;

/** Tickets in one of these statuses. */
export const isIn = (statuses: readonly Status[]): Sql => sql`t.status in (${trusted(statusList(statuses))})`;
/** Rejected and cancelled are told apart, and both waitings are work in progress. */
const groups: readonly Sql[] = REPORTING_GROUP_CODES.map(
  (group) => sql`count(*) filter (where ${isIn(statusesOfGroup(group))}) as ${trusted(`"${GROUP_CELLS[group]}"`)}`,
);

/** What was asked for at short notice is counted apart, neither on time nor late. */
export const AT_SHORT_NOTICE = sql`(t.status = 'RESOLVED' and coalesce(t.is_short_notice, false))`;
export const ON_TIME = sql`(t.status = 'RESOLVED' and not coalesce(t.is_short_notice, false) and
  not coalesce(t.is_resolution_late, false))`;

/** What every grouping counts, as of an instant (epoch ms). */
export const measures = (now: number): Sql => sql`count(*) as received, ${joined(groups, ', ')},
  count(*) filter (where ${overdueAt(now)}) as overdue,
  count(*) filter (where ${AT_SHORT_NOTICE}) as "shortNotice",
  count(*) filter (where ${ON_TIME}) as "resolvedOnTime"`;

const COUNTED = ['received', ...Object.values(GROUP_CELLS), 'overdue', 'shortNotice'] as const;
/** Minutes are averaged apart: those of a clock that never stops are no working minutes. */
export const MINUTES = { working: sql`not coalesce(t.is_around_the_clock, false)`, always: sql`t.is_around_the_clock` };

export const COLUMNS: readonly BareColumn[] = [
  { key: 'label', unit: 'text' },
  ...COUNTED.map((key) => ({ key, unit: 'count' as const })),
  { key: 'onTime', unit: 'percent' },
];

/** The share resolved on time of what was resolved and is measured. */
export const onTimeOf = (row: Numbers, resolved: string, shortNotice: string, onTime: string): number | null =>
  share(count(row[onTime]), count(row[resolved]) - count(row[shortNotice]));

/** The cells of a row, or of the sum of all. */
export const cellsOf = (row: Numbers): Record<(typeof COUNTED)[number] | 'onTime', number | null> => ({
  ...(Object.fromEntries(COUNTED.map((key) => [key, count(row[key])])) as Record<(typeof COUNTED)[number], number>),
  onTime: onTimeOf(row, 'resolved', 'shortNotice', 'resolvedOnTime'),
});
export const sumOf = (rows: readonly Numbers[]): Numbers =>
  Object.fromEntries(
    [...COUNTED, 'resolvedOnTime'].map((key) => [key, rows.reduce((sum, row) => sum + count(row[key]), 0)]),
  );

/**
 * Rows by status folded to the city's groups: Baru, Diproses, Selesai, and the two refusals on lines of their own. What
 * a group is made of stands below it.
 */
export function byGroup(found: readonly Numbers[], row: (numbers: Numbers, status: string) => ReportRow): ReportRow[] {
  return REPORTING_GROUP_CODES.flatMap((group) => {
    const finer = found.filter(({ code }) => REPORTING_GROUPS[code as Status] === group);
    if (finer.length === 0) return [];
    const statuses = statusesOfGroup(group);
    const whole = row({ ...sumOf(finer), code: group }, statusFilter(statuses));
    return [statuses.length === 1 ? whole : { ...whole, below: finer.map((each) => row(each, String(each['code']))) }];
  });
}

/** The tickets a report of this reader may count. */
export const where = (
  caller: Caller,
  filters: { from?: string; to?: string; skpd?: string[] | undefined; category?: string[] | undefined },
): Sql =>
  all([
    scopeClause(caller.policy, caller.actor, 'report:read', caller.now),
    scopeClause(caller.policy, caller.actor, 'ticket:read', caller.now),
    ...filterClauses(filters, caller),
  ]);
