import {
  AUDIT_COLUMNS,
  CSV_START,
  csvRow,
  dayNumber,
  toDay,
  wibMinute,
  wordFacts,
  words,
  type Language,
} from '../../domain';
import type { AuditEntry, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { sql } from '../database/sql';
import type { Desk } from '../desk/desk';
import { openSnapshot, readPages } from '../exports/cursor';
import { asText } from '../exports/files';
import { enter } from '../exports/gate';
import { writeDown } from '../exports/record';
import type { TextFile } from '../exports/tickets';
import { fitting, LOG_COLUMNS, toEntry, type LogRow } from './rows';

/** Entries fetched at a time. */
const PAGE = 500;

const shown = (value: unknown): string =>
  value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value);

/** One entry as a line: its words where the domain has them, what changed one a line within its cell. */
function lineOf({ id, at, event, subject, actor, facts, changes }: AuditEntry, language: Language): string {
  const { event: events, fact, role } = words(language);
  const named = (table: object, key: string): string => (table as Readonly<Record<string, string>>)[key] ?? key;
  return csvRow([
    id,
    wibMinute(Date.parse(at)).replace('T', ' '),
    named(events, event),
    subject.type,
    subject.id,
    actor.name,
    named(role, actor.role),
    actor.address,
    Object.entries(wordFacts(language, facts))
      .map(([name, value]) => `${named(fact, name)}: ${value}`)
      .join('\n'),
    changes.map(({ name, before, after }) => `${name}: ${shown(before)} → ${shown(after)}`).join('\n'),
  ]);
}

/** The log as far as it fits, oldest first, as a CSV file; that it was taken away stands in the log itself. */
export async function exportAudit(desk: Desk, caller: Caller, filters: Parsed<'exportAudit'>): Promise<TextFile> {
  const leave = enter();
  try {
    await writeDown(desk, caller, 'audit', { filters });
    const pages = readPages(
      await openSnapshot(desk),
      sql`select ${LOG_COLUMNS} from audit_entries e where ${fitting(caller, filters)} order by e.id`,
      PAGE,
    );
    pages.once('close', leave);
    const head = CSV_START + csvRow(AUDIT_COLUMNS.map((column) => words(caller.language).auditColumn[column]));
    const { mime, stream } = asText<LogRow>(pages, 'text/csv; charset=utf-8', head, (row) =>
      lineOf(toEntry(row), caller.language),
    );
    return { name: `jejak-audit-${toDay(dayNumber(caller.now))}.csv`, mime, stream };
  } catch (error) {
    leave();
    throw error;
  }
}
