import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { staffActor } from '../desk/people';
import { comeBack, entryOf, type Back } from './come-back';

/** A session of the panel for whoever came back; how one is begun is Strapi's matter, and handed in. */
export async function finishAtPanel<Session>(
  desk: Desk,
  caller: Caller,
  back: Back,
  beginSession: (id: number) => Promise<Session>,
): Promise<Session> {
  const arrival = await comeBack(desk, caller, 'staff', back);
  return inTransaction(desk.strapi, async (trx) => {
    const actor = await staffActor(desk, arrival.id);
    const session = await beginSession(arrival.id);
    await record(trx, { ...caller, actor }, entryOf('staff', arrival));
    return session;
  });
}
