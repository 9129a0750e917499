import { randomUUID } from 'node:crypto';
import { lastRun, nextRun, Refusal, SCHEDULE_LIMITS, type Days, type Rhythm } from '../../../domain';
import type { Parsed, ReportSchedule } from '../../../domain/contract';
import { record } from '../../audit/entries';
import type { Caller } from '../../database/caller';
import { lock } from '../../database/locks';
import { rowsOf, run, sql } from '../../database/sql';
import { connection, inTransaction, type Trx } from '../../database/transaction';
import type { Desk } from '../../desk/desk';
import { workingDays } from './days';
import { checkFilters } from './filters';
import { activeRows, listedRows, PEOPLE, type ListedRow, type ScheduleRow } from './rows';

type Said = Parsed<'createSchedule'>;

export const rhythmOf = ({ cadence, working_day, at_time }: ScheduleRow): Rhythm => ({
  cadence,
  workingDay: working_day,
  time: at_time,
});

function toSchedule(row: ListedRow, now: number, isWorkingDay: (day: string) => boolean): ReportSchedule {
  const { id, name, reports, formats, language, filters, recipients, runs } = row;
  const rhythm = rhythmOf(row);
  const next = row.is_active ? nextRun(rhythm, now, isWorkingDay) : null;
  return {
    ...{ id, name, reports, formats, language, filters, recipients, runs, ...rhythm, isActive: row.is_active },
    next: next && { at: new Date(next.at).toISOString(), ...next.days },
  };
}

export async function listSchedules(desk: Desk, { now }: Caller): Promise<ReportSchedule[]> {
  const isWorkingDay = await workingDays(desk);
  return (await listedRows(connection(desk.strapi))).map((row) => toSchedule(row, now, isWorkingDay));
}

const tell = (trx: Trx, caller: Caller, id: string, event: string, details: object): Promise<void> =>
  record(trx, caller, {
    subjectType: 'report-schedule',
    subjectId: id,
    event,
    payload: { after: details },
  });

/** Recipients in the order they were named; each has an account in use. */
async function keepRecipients(trx: Trx, id: string, recipients: Said['recipients']): Promise<void> {
  const keys = [...new Set(recipients.map(({ door, id: person }) => `${door}-${person}`))];
  await run(trx, sql`delete from report_recipients where schedule_id = ${id}::uuid`);
  const kept = await rowsOf<object>(
    trx,
    sql`insert into report_recipients select ${id}::uuid, p.kind, p.id, k.place from unnest(${keys}::text[]) with
        ordinality k(name, place) join ${PEOPLE} on p.kind || '-' || p.id = k.name where p.is_in_use returning 1`,
  );
  if (kept.length < keys.length) throw new Refusal('invalid', { issues: [{ field: 'recipients', code: 'unknown' }] });
}

export async function createSchedule(desk: Desk, caller: Caller, { recipients, ...said }: Said) {
  await checkFilters(desk, said.filters);
  const id = randomUUID();
  await inTransaction(desk.strapi, async (trx) => {
    await lock(trx, 'small', 'report-schedules');
    const [count] = await rowsOf<{ many: number }>(trx, sql`select count(*)::int as many from report_schedules`);
    if ((count?.many ?? 0) >= SCHEDULE_LIMITS.schedules)
      throw new Refusal('invalid', { issues: [{ field: 'name', code: 'tooMany', limit: SCHEDULE_LIMITS.schedules }] });
    const at = new Date(caller.now);
    const { name, reports, formats, language, filters, cadence, workingDay, time, isActive } = said;
    await run(
      trx,
      sql`insert into report_schedules (id, name, reports, formats, language, cadence, working_day, at_time, is_active,
          created_at, begun_until, filters) values (${id}::uuid, ${name}, ${reports}::text[], ${formats}::text[], ${language},
          ${cadence}, ${workingDay}, ${time}, ${isActive}, ${at}, ${at}, ${JSON.stringify(filters)}::json)`,
    );
    await keepRecipients(trx, id, recipients);
    await tell(trx, caller, id, 'create', { ...said, recipients });
  });
  return listSchedules(desk, caller);
}

/** What begins anew, or at other times, owes nothing for the time before. */
export async function changeSchedule(
  desk: Desk,
  caller: Caller,
  { id, recipients, ...said }: Parsed<'changeSchedule'>,
): Promise<ReportSchedule[]> {
  await checkFilters(desk, said.filters);
  await inTransaction(desk.strapi, async (trx) => {
    const { name, reports, formats, language, filters, cadence, workingDay, time, isActive } = said;
    const changed = await rowsOf<object>(
      trx,
      sql`update report_schedules set begun_until = case when is_active and cadence = ${cadence} and working_day =
            ${workingDay} and at_time = ${time} then begun_until else ${new Date(caller.now)}::timestamp end,
          name = ${name}, reports = ${reports}::text[], formats = ${formats}::text[], language = ${language}, cadence =
          ${cadence}, working_day = ${workingDay}, at_time = ${time}, is_active = ${isActive},
          filters = ${JSON.stringify(filters)}::json
        where id = ${id}::uuid returning 1`,
    );
    if (changed.length === 0) throw new Refusal('notFound', { id });
    await keepRecipients(trx, id, recipients);
    await tell(trx, caller, id, 'update', { ...said, recipients });
  });
  return listSchedules(desk, caller);
}

/** Writes down that a run begins, and for whom; what each is sent is made afterwards, one by one. */
async function begin(trx: Trx, { id }: Pick<ScheduleRow, 'id'>, { from, to }: Days, now: number): Promise<string> {
  const runId = randomUUID();
  await run(
    trx,
    sql`insert into report_runs select ${runId}::uuid, id, name, reports, formats, language, ${from}::date, ${to}::date,
        ${new Date(now)}, filters from report_schedules where id = ${id}::uuid`,
  );
  await run(
    trx,
    sql`insert into report_copies (id, run_id, kind, person_id, name) select gen_random_uuid(), ${runId}::uuid, q.kind,
        q.person_id, p.name from report_recipients q join ${PEOPLE} on p.kind = q.kind and p.id = q.person_id
        where q.schedule_id = ${id}::uuid`,
  );
  return runId;
}

/** Begins what fell due. Of several runs that were missed the latest is made; of two who come at once one begins it. */
export async function beginDue(desk: Desk, now: number): Promise<void> {
  const rows = await activeRows(connection(desk.strapi));
  if (rows.length === 0) return;
  const isWorkingDay = await workingDays(desk);
  for (const row of rows) {
    const due = lastRun(rhythmOf(row), now, isWorkingDay);
    if (due.at <= row.begun_until.getTime()) continue;
    const at = new Date(due.at);
    await inTransaction(desk.strapi, async (trx) => {
      const ours = await rowsOf<object>(
        trx,
        sql`update report_schedules set begun_until = ${at} where id = ${row.id}::uuid and is_active and begun_until < ${at}
            returning 1`,
      );
      if (ours.length > 0) await begin(trx, row, due.days, now);
    });
  }
}

export async function runSchedule(desk: Desk, caller: Caller, id: string): Promise<ReportSchedule[]> {
  const isWorkingDay = await workingDays(desk);
  await inTransaction(desk.strapi, async (trx) => {
    const [row] = await rowsOf<ScheduleRow>(trx, sql`select * from report_schedules where id = ${id}::uuid for update`);
    if (!row) throw new Refusal('notFound', { id });
    const { days } = lastRun(rhythmOf(row), caller.now, isWorkingDay);
    await tell(trx, caller, id, 'run', { run: await begin(trx, row, days, caller.now), ...days });
  });
  return listSchedules(desk, caller);
}
