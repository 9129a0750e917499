import { DAY_MS, parseDay, Refusal, toDay, wibDay, wibInstant } from '../../domain';
import type { Parsed, StaffLeave } from '../../domain/contract';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { lock } from '../database/locks';
import { rowsOf, sql } from '../database/sql';
import { connection, inTransaction, type Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { officeClock } from '../desk/office-clock';
import { listOfficers } from '../desk/people';

interface Row {
  readonly id: number;
  readonly staff_id: number;
  readonly name: string;
  readonly first_day: string;
  readonly last_day: string;
}
/** What ended longer ago stays for the reports of its time, and is not listed. */
const LISTED_MS = 365 * DAY_MS;
const MOST = 500;

/** What is to come and what ended within a year, the latest first. */
export async function listLeave(desk: Desk, { now }: Caller): Promise<StaffLeave[]> {
  const clock = await officeClock(desk);
  const rows = await rowsOf<Row>(
    connection(desk.strapi),
    sql`select l.id, l.staff_id, u.name, l.first_day::text, l.last_day::text from staff_leave l join desk_staff() u on
          u.id = l.staff_id where l.last_day >= ${wibDay(now - LISTED_MS)}::date
        order by l.first_day desc, u.name, l.id limit ${MOST}`,
  );
  return rows.map(({ id, staff_id, name, first_day, last_day }) => ({
    id,
    officer: { id: staff_id, name },
    firstDay: first_day,
    lastDay: last_day,
    // From the noon before, so that the first day counts as well.
    workingDays: clock.workingDaysBetween(
      wibInstant(`${toDay(parseDay(first_day) - 1)}T12:00`),
      wibInstant(`${last_day}T12:00`),
    ),
  }));
}

const tell = (trx: Trx, caller: Caller, event: 'create' | 'delete', row: Omit<Row, 'name' | 'id'>): Promise<void> =>
  record(trx, caller, {
    subjectType: 'staff-leave',
    subjectId: String(row.staff_id),
    event,
    payload: { [event === 'create' ? 'after' : 'before']: { firstDay: row.first_day, lastDay: row.last_day } },
  });

/** One more; whoever is away already on one of these days is not counted away twice. */
export async function addLeave(desk: Desk, caller: Caller, { officer, firstDay, lastDay }: Parsed<'addLeave'>) {
  const officers = await listOfficers(desk, caller);
  if (!officers.some(({ id }) => id === officer))
    throw new Refusal('invalid', { issues: [{ field: 'officer', code: 'unknown' }] });
  await inTransaction(desk.strapi, async (trx) => {
    await lock(trx, 'small', `leave:${officer}`);
    const [known] = await rowsOf<object>(
      trx,
      sql`select 1 from staff_leave where staff_id = ${officer} and first_day <= ${lastDay}::date and last_day >=
          ${firstDay}::date`,
    );
    if (known) throw new Refusal('invalid', { issues: [{ field: 'firstDay', code: 'known' }] });
    await trx('staff_leave').insert({
      staff_id: officer,
      first_day: firstDay,
      last_day: lastDay,
      created_at: new Date(caller.now),
    });
    await tell(trx, caller, 'create', { staff_id: officer, first_day: firstDay, last_day: lastDay });
  });
  return listLeave(desk, caller);
}

export async function removeLeave(desk: Desk, caller: Caller, id: number): Promise<StaffLeave[]> {
  await inTransaction(desk.strapi, async (trx) => {
    const [row] = await rowsOf<Omit<Row, 'name' | 'id'>>(
      trx,
      sql`delete from staff_leave where id = ${id} returning staff_id, first_day::text, last_day::text`,
    );
    if (!row) throw new Refusal('notFound', { id });
    await tell(trx, caller, 'delete', row);
  });
  return listLeave(desk, caller);
}
