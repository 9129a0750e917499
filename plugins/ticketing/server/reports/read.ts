import {
  DAY_MS,
  OPEN_STATUSES,
  Refusal,
  share,
  STATUSES,
  statusList,
  WAITING_STATUSES,
  wibDay,
  words,
  WORKED_ON_STATUSES,
  type Report,
  type ReportName,
  type ReportRow,
  type Status,
} from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { filterClauses, overdueAt } from '../tickets/list';
import { TICKET_FROM } from '../tickets/rows';
import { scopeClause } from '../tickets/scope';
import { rowsOf, sql, trusted, all, type Sql } from '../database/sql';

type Query = Parsed<'getReport'>;
type Numbers = Record<string, string | number | null>;

const shift = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

const lastDayOf = (month: string): string => shift(`${shift(`${month}-28`, 4).slice(0, 7)}-01`, -1);
const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

/** The period asked for, or the current month in WIB. */
export const periodOf = ({ from, to }: Pick<Query, 'from' | 'to'>, now: number): { from: string; to: string } => ({
  from: from ?? `${wibDay(now).slice(0, 7)}-01`,
  to: to ?? wibDay(now),
});

/** The period of the same length just before. */
export const periodBefore = ({ from, to }: { from: string; to: string }): { from: string; to: string } => {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
  return { from: shift(from, -days), to: shift(from, -1) };
};

const num = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));
const count = (value: unknown): number => Number(value ?? 0);

/** What every grouping counts, as of an instant (epoch ms). */
const measures = (now: number): Sql => sql`
  count(*) as total,
  count(*) filter (where t.status in (${trusted(statusList(OPEN_STATUSES))})) as open,
  count(*) filter (where t.status = 'RESOLVED') as resolved,
  count(*) filter (where ${overdueAt(now)}) as overdue,
  count(*) filter (where t.status = 'RESOLVED' and not coalesce(t.is_resolution_late, false)) as on_time`;

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
  'by-skpd': { code: 's.code', label: 's.name', order: 'total desc, label', filter: 'skpd' },
  'by-category': {
    code: 'p.code',
    label: 'p.name',
    from: 'left join categories p on p.id = c.parent_id',
    order: 'total desc, label',
    filter: 'category',
  },
};

const where = (
  caller: Caller,
  filters: { from?: string; to?: string; skpd?: string[] | undefined; category?: string[] | undefined },
): Sql =>
  all([
    scopeClause(caller.policy, caller.actor, 'report:read', caller.now),
    scopeClause(caller.policy, caller.actor, 'ticket:read', caller.now),
    ...filterClauses(filters, caller),
  ]);

async function grouped(
  desk: Desk,
  caller: Caller,
  name: keyof typeof GROUPINGS,
  query: Query,
  period: { from: string; to: string },
): Promise<Report> {
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
  const rows = found.map((row): ReportRow => ({
    cells: {
      code: row['code'] ?? '',
      label: spoken(row),
      total: count(row['total']),
      open: count(row['open']),
      resolved: count(row['resolved']),
      overdue: count(row['overdue']),
      onTime: share(count(row['on_time']), count(row['resolved'])),
    },
    drill: { [filter]: String(row['code']), ...period },
  }));
  const sum = (key: string): number => rows.reduce((total, { cells }) => total + count(cells[key]), 0);
  return {
    report: name,
    ...period,
    rows,
    columns: [
      { key: 'label', unit: 'text' },
      { key: 'total', unit: 'count' },
      { key: 'open', unit: 'count' },
      { key: 'resolved', unit: 'count' },
      { key: 'overdue', unit: 'count' },
      { key: 'onTime', unit: 'percent' },
    ],
    totals: {
      total: sum('total'),
      open: sum('open'),
      resolved: sum('resolved'),
      overdue: sum('overdue'),
      onTime: share(
        found.reduce((total, row) => total + count(row['on_time']), 0),
        sum('resolved'),
      ),
    },
  };
}

/** Open figures are of this instant; flow figures are of the period, by the day in WIB on which it happened. */
async function figures(
  desk: Desk,
  caller: Caller,
  query: Query,
  period: { from: string; to: string },
): Promise<Numbers> {
  const clause = where(caller, { skpd: query.skpd, category: query.category });
  const within = (column: string): Sql =>
    sql`(wib_day(t.${trusted(column)}) between ${period.from}::date and ${period.to}::date)`;
  const [row] = await rowsOf<Numbers>(
    connection(desk.strapi),
    sql`
      select
        count(*) filter (where t.status in (${trusted(statusList(OPEN_STATUSES))})) as open,
        count(*) filter (where t.status = 'NEW') as new,
        count(*) filter (where t.status = 'IN_PROGRESS') as in_progress,
        count(*) filter (where t.status in (${trusted(statusList(WAITING_STATUSES))})) as waiting,
        count(*) filter (where ${overdueAt(caller.now)}) as overdue,
        count(*) filter (where ${within('submitted_at')}) as submitted,
        count(*) filter (where t.status = 'RESOLVED' and ${within('resolved_at')}) as resolved,
        count(*) filter (where t.status = 'RESOLVED' and not coalesce(t.is_resolution_late, false) and
          ${within('resolved_at')}) as on_time,
        round(avg(t.response_minutes) filter (where ${within('first_response_at')})) as response_minutes,
        round(avg(t.resolution_minutes) filter (where t.status = 'RESOLVED' and ${within('resolved_at')})) as
          resolution_minutes,
        round(avg(t.rating) filter (where ${within('resolved_at')}), 2) as rating
      ${TICKET_FROM} where ${clause}`,
  );
  return row ?? {};
}

async function summary(
  desk: Desk,
  caller: Caller,
  query: Query,
  period: { from: string; to: string },
): Promise<Report> {
  const [now, before] = [
    await figures(desk, caller, query, period),
    await figures(desk, caller, query, periodBefore(period)),
  ];
  const open = (status: string) => ({ status });
  const lines: [string, (row: Numbers) => number | null, Readonly<Record<string, string>> | null, boolean][] = [
    ['open', (row) => count(row['open']), open('NEW,IN_PROGRESS,WAITING_REQUESTER,WAITING_THIRD_PARTY'), false],
    ['new', (row) => count(row['new']), open('NEW'), false],
    ['inProgress', (row) => count(row['in_progress']), open('IN_PROGRESS'), false],
    ['waiting', (row) => count(row['waiting']), open('WAITING_REQUESTER,WAITING_THIRD_PARTY'), false],
    ['overdue', (row) => count(row['overdue']), { overdue: 'true' }, false],
    ['submitted', (row) => count(row['submitted']), { ...period }, true],
    [
      'resolved',
      (row) => count(row['resolved']),
      { status: 'RESOLVED', resolvedFrom: period.from, resolvedTo: period.to },
      true,
    ],
    [
      'onTime',
      (row) => share(count(row['on_time']), count(row['resolved'])),
      { late: 'true', resolvedFrom: period.from, resolvedTo: period.to },
      true,
    ],
    ['responseMinutes', (row) => num(row['response_minutes']), null, true],
    ['resolutionMinutes', (row) => num(row['resolution_minutes']), null, true],
    ['rating', (row) => num(row['rating']), null, true],
  ];
  return {
    report: 'summary',
    ...period,
    totals: null,
    columns: [
      { key: 'key', unit: 'text' },
      { key: 'current', unit: 'count' },
      { key: 'previous', unit: 'count' },
    ],
    // A stock has no honest value for a past period here, so only flows carry one.
    rows: lines.map(([key, read, drill, isFlow]) => ({
      cells: { key, current: read(now), previous: isFlow ? read(before) : null },
      drill,
    })),
  };
}

async function trend(desk: Desk, caller: Caller, query: Query, period: { from: string; to: string }): Promise<Report> {
  const clause = where(caller, { skpd: query.skpd, category: query.category });
  const first = `${shift(`${period.to.slice(0, 7)}-01`, -320).slice(0, 7)}-01`;
  const from = period.from < first ? period.from : first;
  const found = await rowsOf<Numbers>(
    connection(desk.strapi),
    sql`
      with scoped as (select t.* ${TICKET_FROM} where ${clause}),
        months as (select to_char(month, 'YYYY-MM') as month from generate_series(date_trunc('month', ${from}::date),
          ${period.to}::date, interval '1 month') month),
        flows as (
          select to_char(wib_day(submitted_at), 'YYYY-MM') as month, 1 as submitted, 0 as resolved, 0 as on_time from
            scoped
          union all
          select to_char(wib_day(resolved_at), 'YYYY-MM'), 0, 1, case when coalesce(is_resolution_late, false) then 0
            else 1 end from scoped where status = 'RESOLVED')
      select m.month, coalesce(sum(f.submitted), 0) as submitted, coalesce(sum(f.resolved), 0) as resolved,
        coalesce(sum(f.on_time), 0) as on_time
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
          onTime: share(count(row['on_time']), count(row['resolved'])),
        },
        drill: { from: `${month}-01`, to: lastDayOf(month) },
      };
    }),
  };
}

async function workload(
  desk: Desk,
  caller: Caller,
  query: Query,
  period: { from: string; to: string },
): Promise<Report> {
  const clause = where(caller, { skpd: query.skpd, category: query.category });
  const resolvedNow = sql`t.status = 'RESOLVED' and (wib_day(t.resolved_at) between ${period.from}::date and
    ${period.to}::date)`;
  const found = await rowsOf<Numbers>(
    connection(desk.strapi),
    sql`
      select t.assignee_id as code, a.name as label,
        count(*) filter (where t.status in (${trusted(statusList(WORKED_ON_STATUSES))})) as open,
        count(*) filter (where ${resolvedNow}) as resolved,
        count(*) filter (where ${overdueAt(caller.now)}) as overdue,
        round(avg(t.resolution_minutes) filter (where ${resolvedNow})) as resolution_minutes,
        sum(t.effort_minutes) filter (where ${resolvedNow}) as effort_minutes
      ${TICKET_FROM} where ${clause} and t.assignee_id is not null group by 1, 2 order by open desc, resolved desc,
        label`,
  );
  return {
    report: 'workload',
    ...period,
    totals: null,
    columns: [
      { key: 'label', unit: 'text' },
      { key: 'open', unit: 'count' },
      { key: 'resolved', unit: 'count' },
      { key: 'overdue', unit: 'count' },
      { key: 'resolutionMinutes', unit: 'minutes' },
      { key: 'effortMinutes', unit: 'minutes' },
    ],
    rows: found.map((row) => ({
      cells: {
        label: row['label'] ?? '',
        open: count(row['open']),
        resolved: count(row['resolved']),
        overdue: count(row['overdue']),
        resolutionMinutes: num(row['resolution_minutes']),
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
async function satisfaction(
  desk: Desk,
  caller: Caller,
  query: Query,
  period: { from: string; to: string },
): Promise<Report> {
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
  const cellsOf = (row: Numbers) => ({
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
      cells: { [isMonthly ? 'month' : 'label']: String(row['label']), ...cellsOf(row) },
      drill: { status: 'RESOLVED', ...within(String(row['code'])) },
    })),
    totals: cellsOf({
      resolved: sum('resolved'),
      rated: sum('rated'),
      points: sum('points'),
      satisfied: sum('satisfied'),
    }),
  };
}

const REPORT: Record<
  ReportName,
  (desk: Desk, caller: Caller, query: Query, period: { from: string; to: string }) => Promise<Report>
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
  if (query.by && query.report !== 'satisfaction')
    throw new Refusal('unknownParameter', { issues: [{ field: 'by', code: 'unknown' }] });
  return REPORT[query.report](desk, caller, query, periodOf(query, caller.now));
}
