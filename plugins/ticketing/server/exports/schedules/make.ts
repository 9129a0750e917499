import { can, Refusal, type Actor } from '../../../domain';
import { contract } from '../../../domain/contract';
import type { Caller } from '../../database/caller';
import { rowsOf, run, sql, type Sql } from '../../database/sql';
import { connection, inTransaction, type Trx } from '../../database/transaction';
import type { Desk } from '../../desk/desk';
import { actorAt } from '../../desk/people';
import { keepFile } from '../../mail/files';
import { reportFile, type MadeFile } from '../reports';
import { beginDue } from './keep';
import { sendCopy } from './letter';
import { COPY, COPY_FROM, type CopyRow } from './rows';

/** Without a sign of life for so long, whoever worked on it has died. */
const SILENT_MS = 10 * 60_000;
const MOST_ATTEMPTS = 3;

/** Takes the next one that waits, or that somebody left; of many instances one gets it. */
async function take(desk: Desk, now: number): Promise<CopyRow | null> {
  const on = connection(desk.strapi);
  const [taken] = await rowsOf<{ id: string }>(
    on,
    sql`update report_copies set state = 'WORKING', attempts = attempts + 1, worked_at = ${new Date(now)} where id = (
          select id from report_copies where state = 'WAITING' or (state = 'WORKING' and worked_at <
            ${new Date(now - SILENT_MS)}) order by worked_at nulls first, id limit 1 for update skip locked)
        returning id`,
  );
  if (!taken) return null;
  const [row] = await rowsOf<CopyRow>(on, sql`select ${COPY} from ${COPY_FROM} where c.id = ${taken.id}::uuid`);
  // An account that is gone altogether.
  if (!row) await run(on, sql`update report_copies set state = 'SKIPPED' where id = ${taken.id}::uuid`);
  return row ?? null;
}

/** The recipient with the rights of this very moment; null for whoever may read no reports, or is not here any more. */
export async function readerOf(desk: Desk, row: CopyRow, now: number): Promise<Caller | null> {
  const actor = await actorAt(desk, row.kind, row.person_id, now).catch(asNobody);
  const { policy } = await desk.inForce();
  if (!actor || !can(policy, actor, 'report:read').allowed) return null;
  const requestId = `report-copy:${row.id}`;
  return { actor, policy, now, language: row.language, address: null, requestId, idempotencyKey: null };
}
const asNobody = (error: unknown): Actor | null => {
  if (error instanceof Refusal && error.code === 'unauthenticated') return null;
  throw error;
};

async function filesFor(desk: Desk, reader: Caller, row: CopyRow): Promise<MadeFile[]> {
  // Read again as an address: what was kept is what a page would be asked for.
  const asked = contract.getReport.query.parse({ ...row.filters, from: row.first_day, to: row.last_day });
  const made: MadeFile[] = [];
  for (const report of row.reports)
    for (const format of row.formats) made.push(await reportFile(desk, reader, { ...asked, report, format }));
  return made;
}

const isOurs = (id: string): Sql => sql`id = ${id}::uuid and state = 'WORKING'`;
/** Files, letter and state are there together or not at all; of two who made it the first one counts. */
async function keep(desk: Desk, trx: Trx, reader: Caller, row: CopyRow, made: readonly MadeFile[]): Promise<void> {
  const [held] = await rowsOf<object>(trx, sql`select 1 from report_copies where ${isOurs(row.id)} for update`);
  if (!held) return;
  const files: number[] = [];
  for (const file of made) files.push(await keepFile(trx, file, true));
  const letter = await sendCopy(desk, trx, row, files, reader.now);
  await run(
    trx,
    sql`update report_copies set state = 'READY', files = ${files}::bigint[], letter_id = ${letter} where ${isOurs(row.id)}`,
  );
}

async function make(desk: Desk, row: CopyRow, now: number): Promise<void> {
  const end = (state: 'SKIPPED' | 'FAILED' | 'WAITING') =>
    run(connection(desk.strapi), sql`update report_copies set state = ${state} where ${isOurs(row.id)}`);
  try {
    const reader = await readerOf(desk, row, now);
    if (!reader) return await end('SKIPPED');
    const made = await filesFor(desk, reader, row);
    await inTransaction(desk.strapi, (trx) => keep(desk, trx, reader, row, made));
  } catch (error) {
    desk.strapi.log.error(`a scheduled report for ${row.kind} ${row.person_id} failed: ${String(error)}`);
    await end(row.attempts < MOST_ATTEMPTS ? 'WAITING' : 'FAILED');
  }
}

/** Begins what fell due, and makes what was begun, one recipient after the other. */
export async function makeScheduled(desk: Desk, clock: () => number, isStopping: () => boolean): Promise<void> {
  await beginDue(desk, clock());
  while (!isStopping()) {
    const row = await take(desk, clock());
    if (!row) return;
    await make(desk, row, clock());
  }
}
