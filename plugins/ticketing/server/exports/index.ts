import type { Readable } from 'node:stream';
import { dayNumber, Refusal, SHOWN_COLUMNS, toDay } from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { inTransaction } from '../database/transaction';
import { filterClauses } from '../tickets/filters';
import { orderOf } from '../tickets/list';
import { TICKET_COLUMNS, TICKET_FROM } from '../tickets/rows';
import { scopeClause } from '../tickets/scope';
import { linesOf, type ExportRow } from './columns';
import { openSnapshot, streamRows } from './cursor';
import { record } from '../audit/entries';
import type { Desk } from '../desk/desk';
import { rowsOf, sql, all } from '../database/sql';

/** Exports one instance serves at a time: each holds a connection for as long as its reader takes. */
const MOST = 4;

export interface TextFile {
  readonly name: string;
  readonly mime: string;
  readonly stream: Readable;
}

let running = 0;

/** Who took what away is written down before the first byte leaves. */
const writeDown = (desk: Desk, caller: Caller, details: object): Promise<void> =>
  inTransaction(desk.strapi, (trx) =>
    record(trx, caller, {
      subjectType: 'export',
      subjectId: 'tickets',
      event: 'export',
      payload: { after: details },
    }),
  );

/** All tickets that fit, as this caller may take them away. */
export async function exportTickets(
  desk: Desk,
  caller: Caller,
  { format, columns = [...SHOWN_COLUMNS], sort, ...filters }: Parsed<'exportTickets'>,
): Promise<TextFile> {
  const where = all([
    scopeClause(caller.policy, caller.actor, 'ticket:export', caller.now),
    scopeClause(caller.policy, caller.actor, 'ticket:read', caller.now),
    ...filterClauses(filters, caller),
  ]);
  if (running >= MOST) throw new Refusal('tooManyRequests', { seconds: 30 });
  running += 1;
  const release = () => {
    running -= 1;
  };
  try {
    const snapshot = await openSnapshot(desk);
    try {
      const [counted] = await rowsOf<{ total: string }>(
        snapshot.trx,
        sql`select count(*) as total ${TICKET_FROM} where ${where}`,
      );
      await writeDown(desk, caller, {
        format,
        columns,
        filters: { ...filters, sort },
        rows: Number(counted?.total ?? 0),
      });
    } catch (error) {
      await snapshot.trx.rollback();
      throw error;
    }
    const { mime, head, line } = linesOf(format, columns, caller.language, caller.now);
    const readable = scopeClause(caller.policy, caller.actor, 'ticket:readContact', caller.now);
    const query = sql`select ${TICKET_COLUMNS}, ${readable} as may_read_contact ${TICKET_FROM} where ${where} order by ${orderOf(sort)}`;
    const stream = streamRows<ExportRow>(desk, snapshot, query, head, line);
    stream.once('close', release);
    return { name: `tiket-${toDay(dayNumber(caller.now))}.${format}`, mime, stream };
  } catch (error) {
    release();
    throw error;
  }
}
