import type { Core } from '@strapi/strapi';
import { Refusal, type TicketSummary } from '../../../domain';
import type { Answer, Parsed } from '../../../domain/contract';
import type { Caller } from '../../caller';
import { connection, rowsOf } from '../../database';
import { JOINED_BY_SQL } from './joined';
import { TICKET_COLUMNS, TICKET_FROM, toSummary, type TicketRow } from './rows';
import { all, scopeClause, type Clause } from './scope';

type Filters = Parsed<'listTickets'>;

/** Days are days in WIB; the columns are UTC. */
const wibDay = (column: string): string => `(t.${column} + interval '7 hours')::date`;
const since = (column: string, day: string | undefined): Clause[] => (day ? [{ sql: `${wibDay(column)} >= ?::date`, bindings: [day] }] : []);
const until = (column: string, day: string | undefined): Clause[] => (day ? [{ sql: `${wibDay(column)} <= ?::date`, bindings: [day] }] : []);
const RANK = `case t.priority when 'URGENT' then 1 when 'HIGH' then 2 when 'MEDIUM' then 3 else 4 end`;
const SORT_SQL: Record<string, string> = { submittedAt: 't.submitted_at', updatedAt: 't.updated_at', resolutionDueAt: 't.resolution_due_at', priority: RANK, number: 't.number' };

/** Late work, as `isOverdue` in rows.ts sees it. */
export const OVERDUE: string = `(t.status in ('NEW', 'IN_PROGRESS', 'WAITING_THIRD_PARTY') and not coalesce(t.is_paused, false) and not coalesce(t.is_short_notice, false) and t.resolution_due_at < ?)`;

const among = (column: string, values: readonly string[] | undefined): Clause[] => (values ? [{ sql: `${column} = any(string_to_array(?, ','))`, bindings: [values.join(',')] }] : []);

/** A category code stands for its services too. */
const inCategory = (codes: readonly string[] | undefined): Clause[] =>
  codes ? [{ sql: `(c.code = any(string_to_array(?, ',')) or split_part(c.code, '-', 1) = any(string_to_array(?, ',')))`, bindings: [codes.join(','), codes.join(',')] }] : [];

function assignedTo(assignee: Filters['assignee'], { actor }: Caller): Clause[] {
  if (assignee === undefined) return [];
  if (assignee === 'none') return [{ sql: 't.assignee_id is null', bindings: [] }];
  if (assignee === 'me' && actor.kind === 'staff') return [{ sql: 't.assignee_id = ?', bindings: [actor.id] }];
  // A requester's own are those they filed, and those they follow because it happens to them too.
  if (assignee === 'me') return [{ sql: `(t.requester_id = ? or t.number in ${JOINED_BY_SQL})`, bindings: [actor.id, actor.id] }];
  return [{ sql: 't.assignee_id = ?', bindings: [assignee] }];
}

/** Words in any form of Indonesian, or a piece of number or title as typed. */
function matching(q: string | undefined): Clause[] {
  if (!q) return [];
  const piece = `%${q.replace(/[\\%_]/g, (special) => `\\${special}`)}%`;
  return [{ sql: `(to_tsvector('indonesian', t.title || ' ' || t.description) @@ websearch_to_tsquery('indonesian', ?) or t.title ilike ? or t.number ilike ? or s.name ilike ?)`, bindings: [q, piece, piece, piece] }];
}

export const filterClauses = (filters: Partial<Omit<Filters, 'sort' | 'page' | 'pageSize'>>, caller: Caller): Clause[] => {
  if (filters.from && filters.to && filters.from > filters.to) throw new Refusal('invalid', { issues: [{ field: 'to', code: 'tooSmall', limit: filters.from }] });
  return [
    ...among('t.status', filters.status), ...among('s.code', filters.skpd), ...inCategory(filters.category), ...among('t.priority', filters.priority), ...among('g.code', filters.team),
    ...assignedTo(filters.assignee, caller),
    ...(filters.overdue === undefined ? [] : [{ sql: filters.overdue ? OVERDUE : `not ${OVERDUE}`, bindings: [new Date(caller.now)] }]),
    ...matching(filters.q),
    ...since('submitted_at', filters.from), ...until('submitted_at', filters.to),
    ...since('resolved_at', filters.resolvedFrom), ...until('resolved_at', filters.resolvedTo),
  ];
};

export const list = (strapi: Core.Strapi) => async (caller: Caller, { sort, page, pageSize, ...filters }: Filters): Promise<Answer<'listTickets'>> => {
  const where = all([scopeClause(caller.policy, caller.actor, 'ticket:read', caller.now), ...filterClauses(filters, caller)]);
  const column = sort.replace('-', '');
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const on = connection(strapi);
  const [rows, [counted]] = await Promise.all([
    rowsOf<TicketRow>(on, `select ${TICKET_COLUMNS} ${TICKET_FROM} where ${where.sql} order by ${SORT_SQL[column] ?? 't.submitted_at'} ${direction} nulls last, t.id ${direction} limit ? offset ?`, [...where.bindings, pageSize, (page - 1) * pageSize]),
    rowsOf<{ total: string }>(on, `select count(*) as total ${TICKET_FROM} where ${where.sql}`, where.bindings),
  ]);
  const total = Number(counted?.total ?? 0);
  return { rows: rows.map((row): TicketSummary => toSummary(row, caller.now)), pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } };
};
