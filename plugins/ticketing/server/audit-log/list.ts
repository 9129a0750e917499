import type { AuditChange, AuditEntry, AuditPage, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { all, any, rowsOf, sql, type Sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { TICKET_FROM } from '../tickets/rows';
import { scopeClause } from '../tickets/scope';

/** Entries of one answer. */
const PAGE = 50;
const TICKET = 'ticket';

interface Row {
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
    readonly from?: unknown;
    readonly to?: unknown;
    readonly facts?: Readonly<Record<string, string>>;
    readonly before?: Readonly<Record<string, unknown>> | null;
    readonly after?: Readonly<Record<string, unknown>> | null;
  };
}

/** Columns side by side, those that are the same left out. */
function changesOf({ subject_type, payload: { from, to, before, after } }: Row): AuditChange[] {
  if (subject_type === TICKET)
    return to === undefined || from === to ? [] : [{ name: 'status', before: from ?? null, after: to }];
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].flatMap((name) => {
    const [was, is] = [before?.[name] ?? null, after?.[name] ?? null];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ name, before: was, after: is }];
  });
}

const toEntry = (row: Row): AuditEntry => ({
  id: row.id,
  at: row.at.toISOString(),
  event: row.event,
  subject: { type: row.subject_type, id: row.subject_id },
  actor: { kind: row.actor_kind, name: row.actor_name, role: row.actor_role, address: row.address },
  facts: row.payload.facts ?? {},
  changes: changesOf(row),
});

/** Of tickets the entries of those that this caller may read: a confidential one has its own readers. */
const readable = ({ policy, actor, now }: Caller): Sql => sql`(e.subject_type <> ${TICKET} or exists (
  select 1 ${TICKET_FROM} where t.number = e.subject_id and ${scopeClause(policy, actor, 'ticket:read', now)}))`;
const escaped = (words: string): string => words.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** The log, latest first, as far as it fits the filters. */
export async function listAudit(
  desk: Desk,
  caller: Caller,
  { from, to, person, type, subject, event, before }: Parsed<'listAudit'>,
): Promise<AuditPage> {
  const where = all([
    readable(caller),
    ...(from ? [sql`e.at >= wib_start(${from}::date)`] : []),
    ...(to ? [sql`e.at < wib_start(${to}::date + 1)`] : []),
    ...(person ? [sql`e.actor_name ilike ${`%${escaped(person)}%`}`] : []),
    ...(type ? [sql`e.subject_type = ${type}`] : []),
    ...(subject ? [any([sql`e.subject_id = ${subject}`, sql`e.subject_id = ${subject.toUpperCase()}`])] : []),
    ...(event ? [sql`e.event = ${event}`] : []),
    ...(before ? [sql`e.id < ${before}`] : []),
  ]);
  const rows = await rowsOf<Row>(
    connection(desk.strapi),
    sql`select e.id, e.at, e.event, e.subject_type, e.subject_id, e.actor_kind, e.actor_name, e.actor_role, e.address,
          e.payload::json as payload
        from audit_entries e where ${where} order by e.id desc limit ${PAGE + 1}`,
  );
  const shown = rows.slice(0, PAGE);
  return { entries: shown.map(toEntry), next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}
