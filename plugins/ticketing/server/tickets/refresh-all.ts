import type { Knex } from 'knex';
import { connection, inTransaction, type Trx } from '../database/transaction';
import type { AuditRow } from '../audit/entries';
import { refreshDerived, staleColumns } from './refresh-derived';
import { findTicket } from './rows';
import { deskAt, type Desk } from '../desk/desk';
import { groundVersion } from '../desk/ground';
import { rowsOf, run, sql, type Sql } from '../database/sql';

const KEY = 'deadlines';
/** Grows when the columns are derived differently, so that a new release goes over what older ones wrote. */
const DERIVATION = 2;
const BATCH = 100;
/** Each round goes over all; the second finds what was being written, by the old rules, while the first went by. */
const ROUNDS = 2;

interface Mark {
  readonly fingerprint: string;
  readonly position: number;
  readonly rounds: number;
}
type Row = Readonly<Record<string, unknown>> & { readonly id: number; readonly number: string };

const entriesOfAll = (numbers: readonly string[]): Sql => sql`
  select subject_id, id, event, at, actor_kind, payload::json as payload from audit_entries
  where subject_type = 'ticket' and subject_id = any(${numbers}) order by id`;

/** Histories of several tickets at once, by number. */
export async function historiesOf(
  on: Knex,
  rows: readonly { readonly number: string }[],
): Promise<Map<string, AuditRow[]>> {
  const found = await rowsOf<AuditRow & { subject_id: string }>(on, entriesOfAll(rows.map(({ number }) => number)));
  return Map.groupBy(found, ({ subject_id }) => subject_id);
}

/**
 * The columns that lists read are derived, also from calendars, holidays and settings. When any of those change, every
 * ticket is gone over: of many instances one does it, and where it dies another goes on.
 */
async function fingerprint(desk: Desk): Promise<string> {
  const [{ calendarVersion }, { versions }] = [await desk.masterData(), await desk.inForce()];
  return `${DERIVATION}:${versions.lifecycle}:${calendarVersion}`;
}

const lockIfFree = (id: number): Sql => sql`select id from tickets where id = ${id} for update skip locked`;

/**
 * One ticket, on the batch's own connection. It waits for nobody: whoever works on several tickets holds them in an
 * order of their own, and one in somebody's hands is left for another round. What fails undoes itself alone.
 */
async function refreshOne(desk: Desk, trx: Trx, { id, number }: Row, now: number): Promise<'done' | 'inHands'> {
  await run(trx, sql`savepoint one_ticket`);
  try {
    const [free] = await rowsOf<{ id: number }>(trx, lockIfFree(id));
    if (free) await refreshDerived(desk, trx, await findTicket(trx, number), now);
    await run(trx, sql`release savepoint one_ticket`);
    return free ? 'done' : 'inHands';
  } catch (error) {
    await run(trx, sql`rollback to savepoint one_ticket`);
    throw error;
  }
}

/** A batch; tells whether some of it was in somebody's hands. */
async function refreshBatch(desk: Desk, trx: Trx, rows: readonly Row[], now: number): Promise<boolean> {
  const entries = await historiesOf(trx, rows);
  const problems: string[] = [];
  let isLeft = false;
  for (const row of rows) {
    try {
      if (await staleColumns(desk, row, entries.get(row.number) ?? [], now))
        isLeft = (await refreshOne(desk, trx, row, now)) === 'inHands' || isLeft;
    } catch (error) {
      problems.push(`${row.number}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (problems.length > 0)
    desk.strapi.log.error(`deadlines of ${problems.length} tickets could not be derived; the first is ${problems[0]}`);
  return isLeft;
}

/**
 * One batch, while holding the mark, all of it on one connection; false when nothing is left to do now, or another
 * instance is at it.
 */
const advance = (desk: Desk, now: number): Promise<boolean> =>
  inTransaction(desk.strapi, async (trx) => {
    const [mark] = await rowsOf<Mark>(
      trx,
      sql`select fingerprint, position, rounds from desk_marks where key = ${KEY} for update skip locked`,
    );
    if (!mark) return false;
    const fresh = await fingerprint(desk);
    const { position, rounds } = mark.fingerprint === fresh ? mark : { position: 0, rounds: ROUNDS };
    if (rounds === 0) return false;
    const rows = await rowsOf<Row>(trx, sql`select * from tickets where id > ${position} order by id limit ${BATCH}`);
    const isLeft = await refreshBatch(desk, trx, rows, now);
    const last = rows.at(-1);
    await trx('desk_marks')
      .where({ key: KEY })
      .update(
        last
          ? { fingerprint: fresh, position: last.id, rounds: isLeft ? ROUNDS : rounds }
          : { fingerprint: fresh, position: 0, rounds: rounds - 1 },
      );
    return last !== undefined;
  });

/** Goes over all tickets where the rules have changed since the last time; cheap where they have not. */
export async function refreshAll(desk: Desk, now: () => number, isStopping: () => boolean): Promise<void> {
  // Asked first: an insert that conflicts waits for whoever holds the mark.
  await run(
    connection(desk.strapi),
    sql`insert into desk_marks (key, fingerprint, position, rounds) select ${KEY}, '', 0, ${ROUNDS} where not exists
      (select 1 from desk_marks where key = ${KEY}) on conflict do nothing`,
  );
  // The ground of a batch is read before the batch holds a connection: who holds one must not wait for somebody's reading,
  // which may itself be waiting for a connection.
  const current = async () => deskAt(desk.strapi, await groundVersion(desk.strapi));
  while (!isStopping() && (await advance(await current(), now())));
}
