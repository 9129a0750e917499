import { BACKUP_NIGHT, isTurn, REHEARSAL_NIGHT, type Nightly } from '../../domain';
import { rowsOf, sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { beside, type Errand } from './beside';

const TURNS: Readonly<Record<Errand, { readonly kind: 'BACKUP' | 'REHEARSAL'; readonly when: Nightly }>> = {
  backup: { kind: 'BACKUP', when: BACKUP_NIGHT },
  rehearsal: { kind: 'REHEARSAL', when: REHEARSAL_NIGHT },
};
/** After a failure it is tried again, but not at once: the disk that was full is full still. */
const PATIENCE_MINUTES = 60;

/** Makes the nightly backup, or the weekly trial of one, if its turn has come and it has not been made, or somebody asks. */
export async function runIfDue(
  desk: Desk,
  errand: Errand,
  now: number,
  isStopping: () => boolean,
  isAsked: boolean,
): Promise<void> {
  if (isAsked) return beside(desk, errand, isStopping);
  if (!desk.strapi.plugin('ticketing').config<boolean>('backupDaily')) return;
  const { kind, when } = TURNS[errand];
  const [row] = await rowsOf<{ last: string | null; since: string | null; is_resting: boolean }>(
    connection(desk.strapi),
    sql`select (select extract(epoch from max(started_at)) * 1000 from backup_runs where kind = ${kind} and is_good)
          as last,
        (select extract(epoch from min(first_at)) * 1000 from applied_sql) as since,
        exists (select 1 from backup_runs where kind = ${kind} and not is_good
          and ended_at > to_timestamp(${now / 1000}) - interval '1 minute' * ${PATIENCE_MINUTES}) as is_resting`,
  );
  if (!row || row.is_resting) return;
  if (!isTurn(now, row.last === null ? null : Number(row.last), Number(row.since ?? now), when)) return;
  await beside(desk, errand, isStopping);
}
