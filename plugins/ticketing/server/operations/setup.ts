import { SETUP_STEPS, STALE_MS, wibYear, type SetupState, type SetupStep } from '../../domain';
import type { Caller } from '../database/caller';
import { rowsOf, sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';

/**
 * Which first steps are done, by what is there, not by what was pressed: whoever signs has a name, a letter really left,
 * somebody may file and somebody may answer, next year's holidays are known, and a good backup is not old.
 */
export async function readSetup(desk: Desk, { now }: Caller): Promise<SetupState[]> {
  const { signatories } = await desk.identity();
  const [found] = await rowsOf<Record<Exclude<SetupStep, 'identity'>, boolean>>(
    connection(desk.strapi),
    sql`select
      exists (select 1 from letters where state = 'SENT') as mail,
      exists (select 1 from desk_staff() u join desk_staff_roles() r on r.staff_id = u.id
        where u.is_in_use and r.role in ('ticketing-officer', 'ticketing-coordinator'))
      and exists (select 1 from desk_accounts() a join desk_account_roles() r on r.account_id = a.id
        where not a.blocked and r.role = 'requester') as people,
      exists (select 1 from holidays where extract(year from date) = ${wibYear(now) + 1}) as calendar,
      exists (select 1 from backup_runs where kind = 'BACKUP' and is_good
        and started_at > ${new Date(now - STALE_MS)}) as backup`,
  );
  const isDone = { ...found, identity: signatories.some(({ name }) => name !== null) };
  return SETUP_STEPS.map((step) => ({ step, isDone: isDone[step] === true }));
}
