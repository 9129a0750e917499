import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';

/** Who took what away is written down before the first byte leaves. */
export const writeDown = (
  desk: Desk,
  caller: Caller,
  what: 'tickets' | 'reports' | 'performance' | 'schedules' | 'audit',
  details: object,
): Promise<void> =>
  inTransaction(desk.strapi, (trx) =>
    record(trx, caller, {
      subjectType: 'export',
      subjectId: what,
      event: 'export',
      payload: { after: details },
    }),
  );
