import {
  Refusal,
  share,
  STATUSES,
  statusesOfGroup,
  statusList,
  words,
  type Report,
  type ReportRow,
  type Status,
} from '../../domain';
import type { Caller } from '../database/caller';
import { rowsOf, sql, trusted } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { overdueAt } from '../tickets/list';
import { TICKET_FROM } from '../tickets/rows';
import { dressed, type BareReport } from './dress';
import { earlier, lastDayOf, later, periodOf, shift, type Period, type Query } from './periods';
import {
  AT_SHORT_NOTICE,
  byGroup,
  cellsOf,
  COLUMNS,
  count,
  isIn,
  measures,
  MINUTES,
  num,
  ON_TIME,
  onTimeOf,
  sumOf,
  where,
  type Numbers,
} from './spine';
import { summary } from './summary';

interface Grouping {
  readonly code: string;
  readonly label: string;
  readonly from?: string;
  readonly order: string;
  readonly filter: string;
}
const GROUPINGS: Record<'by-status' | 'by-skpd' | 'by-category' | 'by-priority', Grouping> = {
  'by-status': {
    code: 't.status',
    label: 't.status',
    order: `array_position(array[${statusList(STATUSES)}], code)`,
    filter: 'status',
  },
  'by-priority': {
    code: 't.priority',
    label: 't.priority',
    order: `array_position(array['URGENT', 'HIGH', 'MEDIUM', 'LOW'], code)`,
    filter: 'priority',
  },
  'by-skpd': { code: 's.code', label: 's.name', order: 'received desc, label', filter: 'skpd' },
  'by-category': {
    code: 'p.code',
    label: 'p.name',
    from: 'left join categories p on p.id = c.parent_id',
    order: 'received desc, label',
    filter: 'category',
  },
};

async function grouped(
  desk: Desk,
  caller: Caller,
  name: keyof typeof GROUPINGS,
  query: Query,
  period: Period,
): Promise<BareReport> {
  const { code, label, from = '', order, filter } = GROUPINGS[name];
  const clause = where(caller, { ...query, ...period });
  const found = await rowsOf<Numbers>(
    connection(desk.strapi),
    sql`select * from (select ${trusted(code)} as code, ${trusted(label)} as label, ${measures(caller.now)}
      ${TICKET_FROM} ${trusted(from)}
      where ${clause} group by 1, 2) counted order by ${trusted(order)}`,
  );
  const { status, priority } = words(caller.language);
  const spoken = (row: Numbers): string =>
    name === 'by-status'
      ? status[row['code'] as Status]
      : name === 'by-priority'
        ? priority[row['code'] as keyof typeof priority]
        : String(row['label']);
  const rowOf = (row: Numbers, filtered = String(row['code'])): ReportRow => ({
    cells: { code: row['code'] ?? '', label: spoken(row), ...cellsOf(row) },
    drill: { [filter]: filtered, ...period },
  });
  return {
    report: name,
    ...period,
    rows: name === 'by-status' ? byGroup(found, rowOf) : found.map((row) => rowOf(row)),
    columns: COLUMNS,
    totals: cellsOf(sumOf(found)),
  };
}

async function trend(desk: Desk, caller: Caller, query: Query, period: Period): Promise<BareReport> {
  const clause = where(caller, { skpd: query.skpd, category: query.category });
  const first = `${shift(`${period.to.slice(0, 7)}-01`, -320).slice(0, 7)}-01`;
  const from = period.from < first ? period.from : first;
  const found = await rowsOf<Numbers>(
    connection(desk.strapi),
    sql`
      with scoped as (select t.*, ${AT_SHORT_NOTICE} as is_at_short_notice, ${ON_TIME} as is_on_time ${TICKET_FROM}
          where ${clause}),
        months as (select to_char(month, 'YYYY-MM') as month from generate_series(date_trunc('month', ${from}::date),
          ${period.to}::date, interval '1 month') month),
        flows as (
          select to_char(wib_day(submitted_at), 'YYYY-MM') as month, 1 as submitted, 0 as resolved, 0 as short_notice,
            0 as on_time from scoped
          union all
          select to_char(wib_day(resolved_at), 'YYYY-MM'), 0, 1, is_at_short_notice::int, is_on_time::int
            from scoped where status = 'RESOLVED')
      select m.month, coalesce(sum(f.submitted), 0) as submitted, coalesce(sum(f.resolved), 0) as resolved,
        coalesce(sum(f.short_notice), 0) as "shortNotice", coalesce(sum(f.on_time), 0) as "resolvedOnTime"
      from months m left join flows f on f.month = m.month group by m.month order by m.month`,
  );
  return {
    report: 'trend',
    from,
    to: period.to,
    totals: null,
    columns: [
      { key: 'month', unit: 'month' },
      { key: 'submitted', unit: 'count' },
      { key: 'resolved', unit: 'count' },
      { key: 'onTime', unit: 'percent' },
    ],
    rows: found.map((row) => {
      const month = String(row['month']);
      return {
        cells: {
          month,
          submitted: count(row['submitted']),
          resolved: count(row['resolved']),
          onTime: onTimeOf(row, 'resolved', 'shortNotice', 'resolvedOnTime'),
        },
        drill: { from: `${month}-01`, to: lastDayOf(month) },
      };
    }),
  };
}

async function workload(desk: Desk, caller: Caller, query: Query, period: Period): Promise<BareReport> {
  const clause = where(caller, { skpd: query.skpd, category: query.category });
  const resolvedNow = sql`t.status = 'RESOLVED' and (wib_day(t.resolved_at) between ${period.from}::date and
    ${period.to}::date)`;
  const found = await rowsOf<Numbers>(
    connection(desk.strapi),
    sql`
      select t.assignee_id as code, a.name as label,
        count(*) filter (where ${isIn(statusesOfGroup('IN_PROGRESS'))}) as in_progress,
        count(*) filter (where ${resolvedNow}) as resolved,
        count(*) filter (where ${overdueAt(caller.now)}) as overdue,
        round(avg(t.resolution_minutes) filter (where ${resolvedNow} and ${MINUTES.working})) as resolution_minutes,
        round(avg(t.resolution_minutes) filter (where ${resolvedNow} and ${MINUTES.always})) as resolution_always,
        sum(t.effort_minutes) filter (where ${resolvedNow}) as effort_minutes
      ${TICKET_FROM} where ${clause} and t.assignee_id is not null group by 1, 2 order by in_progress desc, resolved
        desc, label`,
  );
  return {
    report: 'workload',
    ...period,
    totals: null,
    columns: [
      { key: 'label', unit: 'text' },
      { key: 'inProgress', unit: 'count' },
      { key: 'resolved', unit: 'count' },
      { key: 'overdue', unit: 'count' },
      { key: 'resolutionMinutes', unit: 'minutes' },
      { key: 'resolutionMinutesAlways', unit: 'wholeMinutes' },
      { key: 'effortMinutes', unit: 'minutes' },
    ],
    rows: found.map((row) => ({
      cells: {
        label: row['label'] ?? '',
        inProgress: count(row['in_progress']),
        resolved: count(row['resolved']),
        overdue: count(row['overdue']),
        resolutionMinutes: num(row['resolution_minutes']),
        resolutionMinutesAlways: num(row['resolution_always']),
        effortMinutes: num(row['effort_minutes']),
      },
      drill: { assignee: String(row['code']) },
    })),
  };
}

/**
 * What requesters thought of resolved tickets, by the day in WIB on which those were resolved. No part of any
 * survey's IKM.
 */
async function satisfaction(desk: Desk, caller: Caller, query: Query, period: Period): Promise<BareReport> {
  const isMonthly = query.by === 'month';
  const clause = where(caller, { skpd: query.skpd, category: query.category });
  const month = `to_char(wib_day(t.resolved_at), 'YYYY-MM')`;
  const found = await rowsOf<Numbers>(
    connection(desk.strapi),
    sql`
      select ${trusted(isMonthly ? `${month} as code, ${month} as label` : 'c.code as code, c.name as label')},
        count(*) as resolved, count(t.rating) as rated, sum(t.rating) as points, count(*) filter (where t.rating >= 3)
        as satisfied
      ${TICKET_FROM} where ${clause} and t.status = 'RESOLVED' and (wib_day(t.resolved_at) between
        ${period.from}::date and ${period.to}::date)
      group by 1, 2 order by ${trusted(isMonthly ? 'code' : 'rated desc, resolved desc, label')}`,
  );
  const average = (points: unknown, rated: unknown): number | null =>
    count(rated) === 0 ? null : Math.round((count(points) / count(rated)) * 100) / 100;
  const ratedCells = (row: Numbers) => ({
    resolved: count(row['resolved']),
    rated: count(row['rated']),
    rating: average(row['points'], row['rated']),
    satisfied: share(count(row['satisfied']), count(row['rated'])),
  });
  const sum = (key: string): number => found.reduce((total, row) => total + count(row[key]), 0);
  const within = (code: string): Record<string, string> =>
    isMonthly
      ? { resolvedFrom: later(period.from, `${code}-01`), resolvedTo: earlier(period.to, lastDayOf(code)) }
      : { category: code, resolvedFrom: period.from, resolvedTo: period.to };
  return {
    report: 'satisfaction',
    ...period,
    columns: [
      isMonthly ? { key: 'month', unit: 'month' } : { key: 'label', unit: 'text' },
      { key: 'resolved', unit: 'count' },
      { key: 'rated', unit: 'count' },
      { key: 'rating', unit: 'rating' },
      { key: 'satisfied', unit: 'percent' },
    ],
    rows: found.map((row) => ({
      cells: { [isMonthly ? 'month' : 'label']: String(row['label']), ...ratedCells(row) },
      drill: { status: 'RESOLVED', ...within(String(row['code'])) },
    })),
    totals: ratedCells({
      resolved: sum('resolved'),
      rated: sum('rated'),
      points: sum('points'),
      satisfied: sum('satisfied'),
    }),
  };
}

const REPORT: Record<
  Query['report'],
  (desk: Desk, caller: Caller, query: Query, period: Period) => Promise<BareReport>
> = {
  summary,
  trend,
  workload,
  satisfaction,
  'by-status': (desk, caller, query, period) => grouped(desk, caller, 'by-status', query, period),
  'by-skpd': (desk, caller, query, period) => grouped(desk, caller, 'by-skpd', query, period),
  'by-category': (desk, caller, query, period) => grouped(desk, caller, 'by-category', query, period),
  'by-priority': (desk, caller, query, period) => grouped(desk, caller, 'by-priority', query, period),
};

/** One report, as this caller may see it, over the period asked for. */
export async function readReport(desk: Desk, caller: Caller, query: Query): Promise<Report> {
  if (query.by && (query.report !== 'satisfaction' || !['service', 'month'].includes(query.by)))
    throw new Refusal('unknownParameter', { issues: [{ field: 'by', code: 'unknown' }] });
  return dressed(await REPORT[query.report](desk, caller, query, periodOf(query, caller.now)), query, caller.now);
}
