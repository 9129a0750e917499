import type { Readable } from 'node:stream';
import { dayNumber, Refusal, SHOWN_COLUMNS, toDay } from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { filterClauses } from '../tickets/filters';
import { orderOf } from '../tickets/list';
import { TICKET_COLUMNS, TICKET_FROM } from '../tickets/rows';
import { scopeClause } from '../tickets/scope';
import { openSnapshot, readPages } from './cursor';
import { fileOf } from './files';
import { enter } from './gate';
import { progressColumn } from './progress';
import { writeDown } from './record';
import type { Desk } from '../desk/desk';
import { rowsOf, sql, all } from '../database/sql';

export interface TextFile {
  readonly name: string;
  readonly mime: string;
  readonly stream: Readable;
}

/** Rows fetched at a time: an export of any size needs no more memory than these. Histories weigh more than rows. */
const PAGE = { rows: 500, histories: 50 };

/** All tickets that fit, as this caller may take them away. */
export async function exportTickets(
  desk: Desk,
  caller: Caller,
  { format, columns = [...SHOWN_COLUMNS], progress = [], separator, sort, ...filters }: Parsed<'exportTickets'>,
): Promise<TextFile> {
  if (separator && format !== 'csv')
    throw new Refusal('unknownParameter', { issues: [{ field: 'separator', code: 'unknown' }] });
  const where = all([
    scopeClause(caller.policy, caller.actor, 'ticket:export', caller.now),
    scopeClause(caller.policy, caller.actor, 'ticket:read', caller.now),
    ...filterClauses(filters, caller),
  ]);
  const release = enter();
  try {
    const snapshot = await openSnapshot(desk);
    let total: number;
    try {
      const [counted] = await rowsOf<{ total: string }>(
        snapshot.trx,
        sql`select count(*) as total ${TICKET_FROM} where ${where}`,
      );
      total = Number(counted?.total ?? 0);
      await writeDown(desk, caller, 'tickets', {
        format,
        columns,
        ...(progress.length > 0 && { progress }),
        filters: { ...filters, sort },
        rows: total,
      });
    } catch (error) {
      await snapshot.trx.rollback();
      throw error;
    }
    const readable = scopeClause(caller.policy, caller.actor, 'ticket:readContact', caller.now);
    const history = progress.length > 0 ? sql`, ${progressColumn(caller, progress)}` : sql``;
    const query = sql`select ${TICKET_COLUMNS}, ${readable} as may_read_contact ${history} ${TICKET_FROM} where ${where} order by ${orderOf(sort)}`;
    const pages = readPages(snapshot, query, progress.length > 0 ? PAGE.histories : PAGE.rows);
    pages.once('close', release);
    try {
      const { mime, stream } = await fileOf(pages, {
        format,
        columns,
        hasProgress: progress.length > 0,
        separator: separator ?? 'semicolon',
        language: caller.language,
        now: caller.now,
        total,
      });
      return { name: `tiket-${toDay(dayNumber(caller.now))}.${format}`, mime, stream };
    } catch (error) {
      pages.destroy();
      throw error;
    }
  } catch (error) {
    release();
    throw error;
  }
}
