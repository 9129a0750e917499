import { preferencesFrom, type NoticePreferences } from '../../domain';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { rowsByKey, run, sql } from '../database/sql';
import type { Trx } from '../database/transaction';

/** Whose preferences. */
export interface Chooser {
  readonly kind: 'portal' | 'staff';
  readonly id: number;
}

export async function preferencesOf(on: Parameters<typeof rowsByKey>[0], { kind, id }: Chooser) {
  const [row] = await rowsByKey<{ value: unknown }>(
    on,
    sql`select value::json as value from notice_preferences where recipient_kind = ${kind} and recipient_id = ${id}`,
  );
  return preferencesFrom(row?.value);
}

/** Keeps what somebody chose to be told, with its entry. */
export async function keepPreferences(
  trx: Trx,
  caller: Caller,
  { kind, id }: Chooser,
  before: NoticePreferences,
  after: NoticePreferences,
): Promise<void> {
  await run(
    trx,
    sql`insert into notice_preferences (recipient_kind, recipient_id, value, updated_at) values (${kind}, ${id},
      ${JSON.stringify(after)}, ${new Date(caller.now)}) on conflict (recipient_kind, recipient_id) do update set
      value = excluded.value, updated_at = excluded.updated_at`,
  );
  await record(trx, caller, {
    subjectType: kind === 'staff' ? 'staff-account' : 'portal-account',
    subjectId: String(id),
    event: 'chooseNotices',
    payload: { before, after },
  });
}
