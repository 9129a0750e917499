import type { AuditChange, AuditEntry, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { all, any, sql, type Sql } from '../database/sql';
import { TICKET_FROM } from '../tickets/rows';
import { scopeClause } from '../tickets/scope';

const TICKET = 'ticket';

/** An entry as the log's readers get it out of the database. */
export interface LogRow {
  readonly id: number;
  readonly at: Date;
  readonly event: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly actor_kind: AuditEntry['actor']['kind'];
  readonly actor_name: string;
  readonly actor_role: string;
  readonly address: string | null;
  readonly payload: {
    readonly label?: string;
    readonly from?: unknown;
    readonly to?: unknown;
    readonly facts?: Readonly<Record<string, string>>;
    readonly before?: Readonly<Record<string, unknown>> | null;
    readonly after?: Readonly<Record<string, unknown>> | null;
  };
}
export const LOG_COLUMNS = sql`e.id, e.at, e.event, e.subject_type, e.subject_id, e.actor_kind, e.actor_name,
  e.actor_role, e.address, e.payload::json as payload`;

/** Columns side by side, those that are the same left out. */
function changesOf({ subject_type, payload: { from, to, before, after } }: LogRow): AuditChange[] {
  if (subject_type === TICKET)
    return to === undefined || from === to ? [] : [{ name: 'status', before: from ?? null, after: to }];
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].flatMap((name) => {
    const [was, is] = [before?.[name] ?? null, after?.[name] ?? null];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ name, before: was, after: is }];
  });
}

export const toEntry = (row: LogRow): AuditEntry => ({
  id: row.id,
  at: row.at.toISOString(),
  event: row.event,
  subject: { type: row.subject_type, id: row.subject_id, label: row.payload.label ?? null },
  actor: { kind: row.actor_kind, name: row.actor_name, role: row.actor_role, address: row.address },
  facts: row.payload.facts ?? {},
  changes: changesOf(row),
});

/** Of tickets the entries of those that this caller may read: a confidential one has its own readers. */
const readable = ({ policy, actor, now }: Caller): Sql => sql`(e.subject_type <> ${TICKET} or exists (
  select 1 ${TICKET_FROM} where t.number = e.subject_id and ${scopeClause(policy, actor, 'ticket:read', now)}))`;
const escaped = (words: string): string => words.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Which entries `e` this caller may read and asks for. */
export const fitting = (caller: Caller, { from, to, person, type, subject, event }: Parsed<'exportAudit'>): Sql =>
  all([
    readable(caller),
    ...(from ? [sql`e.at >= wib_start(${from}::date)`] : []),
    ...(to ? [sql`e.at < wib_start(${to}::date + 1)`] : []),
    ...(person ? [sql`e.actor_name ilike ${`%${escaped(person)}%`}`] : []),
    ...(type ? [sql`e.subject_type = ${type}`] : []),
    ...(subject ? [any([sql`e.subject_id = ${subject}`, sql`e.subject_id = ${subject.toUpperCase()}`])] : []),
    ...(event ? [sql`e.event = ${event}`] : []),
  ]);
