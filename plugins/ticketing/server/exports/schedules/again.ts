import { can, Refusal } from '../../../domain';
import type { ReportSchedule } from '../../../domain/contract';
import { record } from '../../audit/entries';
import type { Caller } from '../../database/caller';
import { rowsOf, run, sql } from '../../database/sql';
import { connection, inTransaction } from '../../database/transaction';
import type { Desk } from '../../desk/desk';
import type { LetterFile } from '../../mail/files';
import { writeDown } from '../record';
import { listSchedules } from './keep';
import { sendCopy } from './letter';
import { readerOf } from './make';
import { COPY, COPY_FROM, type CopyRow } from './rows';

/** Sends a run's files once more, as they were, to recipients who may still read reports; what failed is made anew. */
export async function resendRun(desk: Desk, caller: Caller, id: string): Promise<ReportSchedule[]> {
  const on = connection(desk.strapi);
  const rows = await rowsOf<CopyRow & { state: string; schedule_id: string }>(
    on,
    sql`select ${COPY}, c.state, r.schedule_id from ${COPY_FROM} where r.id = ${id}::uuid order by c.id`,
  );
  const [first] = rows;
  if (!first) throw new Refusal('notFound', { id });
  const readers = await Promise.all(rows.map(async (row) => ((await readerOf(desk, row, caller.now)) ? [row] : [])));
  const able = readers.flat();
  await inTransaction(desk.strapi, async (trx) => {
    for (const row of able.filter(({ state }) => state === 'READY')) {
      const letter = await sendCopy(desk, trx, row, row.files.map(Number), caller.now);
      await run(trx, sql`update report_copies set letter_id = ${letter} where id = ${row.id}::uuid`);
    }
    await run(
      trx,
      sql`update report_copies set state = 'WAITING', attempts = 0 where run_id = ${id}::uuid and state = 'FAILED'`,
    );
    await record(trx, caller, {
      ...{ subjectType: 'report-schedule', subjectId: first.schedule_id, event: 'resend' },
      payload: { after: { run: id, to: able.map(({ kind, person_id }) => `${kind}-${person_id}`) } },
    });
  });
  return listSchedules(desk, caller);
}

/** A file that was sent, byte for byte. Who takes it away is written down. */
export async function readSentFile(desk: Desk, caller: Caller, id: number): Promise<LetterFile> {
  if (!can(caller.policy, caller.actor, 'report:read').allowed)
    throw new Refusal('notAllowed', { permission: 'report:read' });
  const [file] = await rowsOf<LetterFile>(
    connection(desk.strapi),
    sql`select f.name, f.mime, f.bytes from letter_files f where f.id = ${id} and exists (select from report_copies c
        where f.id = any(c.files))`,
  );
  if (!file) throw new Refusal('notFound', { id });
  await writeDown(desk, caller, 'schedules', { file: id, name: file.name });
  return file;
}
