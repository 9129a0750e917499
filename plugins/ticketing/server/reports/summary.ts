import { OPEN_STATUSES, statusesOfGroup, statusFilter, type ReportRow, type Status } from '../../domain';
import type { Caller } from '../database/caller';
import { joined, rowsOf, sql, trusted, type Sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { overdueAt } from '../tickets/list';
import { TICKET_FROM } from '../tickets/rows';
import type { BareReport } from './dress';
import { periodBefore, type Period, type Query } from './periods';
import { AT_SHORT_NOTICE, count, isIn, MINUTES, num, ON_TIME, onTimeOf, where, type Numbers } from './spine';

/** What stands open now: the two open groups of the spine, and what the second of them is the sum of. */
const FINER = [
  ['inHand', ['IN_PROGRESS']],
  ['waitingRequester', ['WAITING_REQUESTER']],
  ['waitingThirdParty', ['WAITING_THIRD_PARTY']],
] as const satisfies readonly (readonly [string, readonly Status[]])[];
const STOCKS: readonly (readonly [string, readonly Status[]])[] = [
  ['open', OPEN_STATUSES],
  ['new', statusesOfGroup('NEW')],
  ['inProgress', statusesOfGroup('IN_PROGRESS')],
  ...FINER,
];

/** Open figures are of this instant; flow figures are of the period, by the day in WIB on which it happened. */
async function figures(desk: Desk, caller: Caller, query: Query, period: Period): Promise<Numbers> {
  const clause = where(caller, { skpd: query.skpd, category: query.category });
  const within = (column: string): Sql =>
    sql`(wib_day(t.${trusted(column)}) between ${period.from}::date and ${period.to}::date)`;
  const [row] = await rowsOf<Numbers>(
    connection(desk.strapi),
    sql`
      select
        ${joined(
          STOCKS.map(([key, statuses]) => sql`count(*) filter (where ${isIn(statuses)}) as ${trusted(`"${key}"`)}`),
          ', ',
        )},
        count(*) filter (where ${overdueAt(caller.now)}) as overdue,
        count(*) filter (where ${within('submitted_at')}) as submitted,
        count(*) filter (where t.status = 'REJECTED' and ${within('submitted_at')}) as rejected,
        count(*) filter (where t.status = 'CANCELLED' and ${within('submitted_at')}) as cancelled,
        count(*) filter (where t.status = 'RESOLVED' and ${within('resolved_at')}) as resolved,
        count(*) filter (where ${AT_SHORT_NOTICE} and ${within('resolved_at')}) as "shortNotice",
        count(*) filter (where ${ON_TIME} and ${within('resolved_at')}) as "resolvedOnTime",
        ${joined(
          (['working', 'always'] as const).flatMap((clock) => [
            sql`round(avg(t.response_minutes) filter (where ${MINUTES[clock]} and ${within('first_response_at')})) as
              ${trusted(`response_${clock}`)}`,
            sql`round(avg(t.resolution_minutes) filter (where ${MINUTES[clock]} and t.status = 'RESOLVED' and
              ${within('resolved_at')})) as ${trusted(`resolution_${clock}`)}`,
          ]),
          ', ',
        )},
        round(avg(t.rating) filter (where ${within('resolved_at')}), 2) as rating
      ${TICKET_FROM} where ${clause}`,
  );
  return row ?? {};
}

export async function summary(desk: Desk, caller: Caller, query: Query, period: Period): Promise<BareReport> {
  const [now, before] = [
    await figures(desk, caller, query, period),
    await figures(desk, caller, query, periodBefore(period)),
  ];
  const resolvedThen = { resolvedFrom: period.from, resolvedTo: period.to };
  const stock = ([key, statuses]: (typeof STOCKS)[number]): ReportRow => ({
    cells: { key, current: count(now[key]), previous: null },
    drill: { status: statusFilter(statuses) },
  });
  const flow = (
    key: string,
    read: (row: Numbers) => number | null,
    drill: Readonly<Record<string, string>> | null,
  ): ReportRow => ({ cells: { key, current: read(now), previous: read(before) }, drill });
  const counted = (key: string, drill: Readonly<Record<string, string>>): ReportRow =>
    flow(key, (row) => count(row[key]), drill);
  const averaged = (key: string, column: string): ReportRow => flow(key, (row) => num(row[column]), null);
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
    rows: [
      ...STOCKS.slice(0, -FINER.length).map((line) =>
        line[0] === 'inProgress' ? { ...stock(line), below: FINER.map(stock) } : stock(line),
      ),
      { cells: { key: 'overdue', current: count(now['overdue']), previous: null }, drill: { overdue: 'true' } },
      counted('submitted', { ...period }),
      counted('resolved', { status: 'RESOLVED', ...resolvedThen }),
      counted('rejected', { status: 'REJECTED', ...period }),
      counted('cancelled', { status: 'CANCELLED', ...period }),
      flow('onTime', (row) => onTimeOf(row, 'resolved', 'shortNotice', 'resolvedOnTime'), {
        late: 'true',
        ...resolvedThen,
      }),
      counted('shortNotice', { status: 'RESOLVED', shortNotice: 'true', ...resolvedThen }),
      averaged('responseMinutes', 'response_working'),
      averaged('responseMinutesAlways', 'response_always'),
      averaged('resolutionMinutes', 'resolution_working'),
      averaged('resolutionMinutesAlways', 'resolution_always'),
      averaged('rating', 'rating'),
    ],
  };
}
