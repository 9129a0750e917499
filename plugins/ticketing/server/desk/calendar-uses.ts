import type { Knex } from 'knex';
import { rowsOf, sql, type Sql } from '../database/sql';
import { WORKING_HOURS } from './catalogue-rows';

/** What counts by a calendar. */
export interface CalendarUse {
  readonly code: string;
  /** Services that promise by it now. */
  readonly services: number;
  /** Whether it is the office's own, or a service promised by it once: tickets keep the promise they were given. */
  readonly isBound: boolean;
}

/** Whether an entry of the log says that a service promised by the calendar `c`. */
const PROMISED: Sql = sql`exists (select 1 from audit_entries e where e.subject_type = 'category'
  and strpos(e.payload::text, '"' || c.code || '"') > 0)`;

/** Every calendar with what counts by it; one that nothing counts by may go. */
export const calendarUses = (on: Knex): Promise<CalendarUse[]> =>
  rowsOf<CalendarUse>(
    on,
    sql`select c.code, c.code = ${WORKING_HOURS} or ${PROMISED} as "isBound",
        (select count(*)::int from components_service_slas s where s.calendar = c.code) as services
      from working_calendars c`,
  );

/** How many of these calendars are bound; asked before one is deleted by whatever way. */
export const boundCalendars = (ids: readonly number[]): Sql =>
  sql`select count(*)::int as count from working_calendars c where c.id = any(${ids}::int[])
    and (c.code = ${WORKING_HOURS} or ${PROMISED})`;
