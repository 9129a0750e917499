import { Refusal } from '../../domain';
import type { AuditEntry, AuditPage, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { rowsOf, sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { fitting, LOG_COLUMNS, toEntry, type LogRow } from './rows';

/** Entries of one answer. */
const PAGE = 50;

/** The log, latest first, as far as it fits the filters. */
export async function listAudit(
  desk: Desk,
  caller: Caller,
  { before, ...filters }: Parsed<'listAudit'>,
): Promise<AuditPage> {
  const earlier = before ? sql`and e.id < ${before}` : sql``;
  const rows = await rowsOf<LogRow>(
    connection(desk.strapi),
    sql`select ${LOG_COLUMNS} from audit_entries e where ${fitting(caller, filters)} ${earlier}
      order by e.id desc limit ${PAGE + 1}`,
  );
  const shown = rows.slice(0, PAGE);
  return { entries: shown.map(toEntry), next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}

/** One entry, for whoever may read it. */
export async function readEntry(desk: Desk, caller: Caller, id: number): Promise<AuditEntry> {
  const [row] = await rowsOf<LogRow>(
    connection(desk.strapi),
    sql`select ${LOG_COLUMNS} from audit_entries e where e.id = ${id} and ${fitting(caller, {})}`,
  );
  if (!row) throw new Refusal('notFound');
  return toEntry(row);
}
