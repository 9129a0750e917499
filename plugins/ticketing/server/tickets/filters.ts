import { OPEN_STATUSES, Refusal, statusList, WAITED_FOR, WAITING_STATUSES, wibDay } from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { sql, trusted, type Sql } from '../database/sql';
import { historyClauses } from './history-filters';
import { joinedBy } from './joined';
import { matching } from './search';

type Filters = Parsed<'listTickets'>;

/** Days are days in WIB; the columns are UTC. The column stands alone, so that its index serves. */
const since = (column: string, day: string | undefined): Sql[] =>
  day ? [sql`t.${trusted(column)} >= wib_start(${day}::date)`] : [];
const until = (column: string, day: string | undefined): Sql[] =>
  day ? [sql`t.${trusted(column)} < wib_start(${day}::date + 1)`] : [];
/** Late work, as `isOverdue` of the domain sees it. */
export const overdueAt = (now: number): Sql =>
  sql`(t.status in (${trusted(statusList(OPEN_STATUSES))}) and not coalesce(t.is_short_notice, false)
    and t.resolution_due_at < ${new Date(now)}
    and (not coalesce(t.is_paused, false) or coalesce(t.is_resolution_late, false)))`;
/** What the rest of today is promised for: due before midnight in WIB, and not late yet. */
const dueTodayAt = (now: number): Sql =>
  sql`(t.status in (${trusted(statusList(OPEN_STATUSES))}) and not coalesce(t.is_short_notice, false)
    and not coalesce(t.is_paused, false)
    and t.resolution_due_at >= ${new Date(now)} and t.resolution_due_at < wib_start(${wibDay(now)}::date + 1))`;
/** Resolved after its due time, as `isResolvedLate` sees it. */
export const RESOLVED_LATE: Sql = sql`(t.status = 'RESOLVED' and coalesce(t.is_resolution_late, false))`;
/** A filter that is said is wanted or unwanted; unsaid it narrows nothing. */
const either = (wanted: boolean | undefined, clause: Sql): Sql[] =>
  wanted === undefined ? [] : [wanted ? clause : sql`not ${clause}`];

const among = (column: string, values: readonly string[] | undefined): Sql[] =>
  values ? [sql`${trusted(column)} = any(${values})`] : [];

/** A category stands for all that hangs below it in the tree, whatever those are called. */
const inCategory = (codes: readonly string[] | undefined): Sql[] =>
  codes
    ? [
        sql`t.category_id in (
          with recursive below as (
            select id from categories where code = any(${codes})
            union select k.id from categories k join below b on k.parent_id = b.id)
          select id from below)`,
      ]
    : [];

function assignedTo(assignee: Filters['assignee'], { actor }: Caller): Sql[] {
  if (assignee === undefined) return [];
  if (assignee === 'none') return [sql`t.assignee_id is null`];
  if (assignee === 'me' && actor.kind === 'staff') return [sql`t.assignee_id = ${actor.id}`];
  // A requester's own are those they filed, and those they follow because it happens to them too.
  if (assignee === 'me') return [sql`(t.requester_id = ${actor.id} or t.number in ${joinedBy(actor.id)})`];
  return [sql`t.assignee_id = ${assignee}`];
}

const filedBy = (requester: Filters['requester'], { actor }: Caller): Sql[] =>
  requester === undefined ? [] : [actor.kind === 'portal' ? sql`t.requester_id = ${actor.id}` : sql`false`];

/** Who waits now, and since when, by the stay that goes on; days as the calendar counts them. */
function waitingClauses({ waitingFor, waitingDays }: Partial<Filters>, now: number): Sql[] {
  if (waitingFor === undefined && waitingDays === undefined) return [];
  const statuses: readonly string[] = waitingFor ? [WAITED_FOR[waitingFor]] : WAITING_STATUSES;
  return [
    sql`t.status = any(${statuses})`,
    ...(waitingDays === undefined
      ? []
      : [
          sql`t.id in (select p.ticket_id from ticket_spans p where p.ended_at is null and p.status = any(${statuses})
            and p.began_at < wib_start(${wibDay(now)}::date - ${waitingDays}::integer + 1))`,
        ]),
  ];
}

/** Pairs of days of which the second must not lie before the first. */
export const PERIODS = [
  ['from', 'to'],
  ['resolvedFrom', 'resolvedTo'],
  ['answeredFrom', 'answeredTo'],
  ['openedFrom', 'openedTo'],
  ['closedFrom', 'closedTo'],
  ['reopenedFrom', 'reopenedTo'],
  ['repliedFrom', 'repliedTo'],
  ['workedFrom', 'workedTo'],
] as const;

export const filterClauses = (filters: Partial<Omit<Filters, 'sort' | 'page' | 'pageSize'>>, caller: Caller): Sql[] => {
  for (const [first, last] of PERIODS) {
    const [from, to] = [filters[first], filters[last]];
    if (from && to && from > to)
      throw new Refusal('invalid', { issues: [{ field: last, code: 'tooSmall', limit: from }] });
  }
  return [
    ...among('t.status', filters.status),
    ...among('s.code', filters.skpd),
    ...inCategory(filters.category),
    ...among('t.priority', filters.priority),
    ...among('c.code', filters.service),
    ...among('t.channel', filters.channel),
    ...(filters.team === 'none' ? [sql`t.team_id is null`] : among('g.code', filters.team)),
    ...assignedTo(filters.assignee, caller),
    ...filedBy(filters.requester, caller),
    ...either(filters.overdue, overdueAt(caller.now)),
    ...either(filters.dueToday, dueTodayAt(caller.now)),
    ...either(filters.late, RESOLVED_LATE),
    ...either(filters.shortNotice, sql`coalesce(t.is_short_notice, false)`),
    ...either(filters.measured, sql`(not coalesce(t.is_short_notice, false) and t.resolution_due_at is not null)`),
    ...matching(filters.q, caller),
    ...since('submitted_at', filters.from),
    ...until('submitted_at', filters.to),
    ...since('resolved_at', filters.resolvedFrom),
    ...until('resolved_at', filters.resolvedTo),
    ...since('first_response_at', filters.answeredFrom),
    ...until('first_response_at', filters.answeredTo),
    ...either(filters.answeredLate, sql`(t.first_response_at is not null and coalesce(t.is_response_late, false))`),
    ...either(filters.rated, sql`(t.rating is not null)`),
    ...either(filters.satisfied, sql`(t.rating >= 3)`),
    ...either(filters.reopened, sql`(coalesce(t.reopen_count, 0) > 0)`),
    ...either(filters.roundTheClock, sql`coalesce(t.is_around_the_clock, false)`),
    ...waitingClauses(filters, caller.now),
    ...historyClauses(filters),
  ];
};
