import type { Parsed } from '../../domain/contract';
import { all, sql, trusted, type Sql } from '../database/sql';

type Filters = Parsed<'listTickets'>;

/** Days of a column of another table of facts, under `p`. */
export const between = (column: string, from: string | undefined, to: string | undefined): Sql =>
  all([
    ...(from ? [sql`p.${trusted(column)} >= wib_start(${from}::date)`] : []),
    ...(to ? [sql`p.${trusted(column)} < wib_start(${to}::date + 1)`] : []),
  ]);
/** Tickets to which something happened in these days, by their stays in open statuses. */
const during = (what: Sql, column: string, from: string | undefined, to: string | undefined): Sql[] =>
  from || to
    ? [sql`t.id in (select p.ticket_id from ticket_spans p where ${what} and ${between(column, from, to)})`]
    : [];

/** Stays, under `p`, that cover the end of a day in WIB. */
export const coversEndOf = (day: string): Sql => sql`(p.began_at < wib_start(${day}::date + 1) and (p.ended_at is null
  or p.ended_at >= wib_start(${day}::date + 1)))`;
export const isStay = (statuses: readonly string[] | undefined): Sql =>
  statuses ? sql`p.status = any(${statuses})` : sql`true`;
export const SPAN_EVENTS = {
  OPENED: { what: sql`p.is_opening`, column: 'began_at' },
  CLOSED: { what: sql`p.is_closing`, column: 'ended_at' },
  REOPENED: { what: sql`p.event = 'reopen'`, column: 'began_at' },
  REPLIED: { what: sql`p.status = 'WAITING_REQUESTER'`, column: 'ended_at' },
} as const;

/** What happened in the past of a ticket, by its facts. */
export function historyClauses(filters: Partial<Filters>): Sql[] {
  const { openOn, openAs, workedFrom, workedTo, worker } = filters;
  const { OPENED, CLOSED, REOPENED, REPLIED } = SPAN_EVENTS;
  const byWorker =
    worker === undefined ? sql`true` : worker === 'none' ? sql`p.staff_id is null` : sql`p.staff_id = ${worker}`;
  return [
    ...(openOn
      ? [sql`t.id in (select p.ticket_id from ticket_spans p where ${coversEndOf(openOn)} and ${isStay(openAs)})`]
      : []),
    ...during(OPENED.what, OPENED.column, filters.openedFrom, filters.openedTo),
    ...during(CLOSED.what, CLOSED.column, filters.closedFrom, filters.closedTo),
    ...during(REOPENED.what, REOPENED.column, filters.reopenedFrom, filters.reopenedTo),
    ...during(REPLIED.what, REPLIED.column, filters.repliedFrom, filters.repliedTo),
    ...(workedFrom || workedTo || worker !== undefined
      ? [
          sql`t.id in (select p.ticket_id from ticket_effort p where ${byWorker} and
            ${between('worked_at', workedFrom, workedTo)})`,
        ]
      : []),
  ];
}
