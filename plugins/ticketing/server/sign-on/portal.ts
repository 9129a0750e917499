import type { SignOnDoor } from '../../domain';
import type { SignOnStart } from '../../domain/contract';
import { actAs } from '../accounts/passwords';
import { beginSession, type Origin } from '../accounts/sessions';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { beginAttempt } from './attempts';
import { addressFor } from './client';
import { comeBack, demandOn, entryOf, type Back } from './come-back';
import { returnTo } from './settings';

/** Begins an attempt at a door: where the browser goes, and what it must bring back. */
export async function begin(desk: Desk, { now }: Caller, door: SignOnDoor): Promise<SignOnStart> {
  const choice = await demandOn(desk, door);
  const ticket = await beginAttempt(desk, door, now);
  return { ticket, address: await addressFor(desk, choice, { ticket, returnTo: returnTo(desk, door), now }) };
}

/** A session of the portal for whoever came back, as a sign-in with a password begins one. */
export async function finishAtPortal(
  desk: Desk,
  caller: Caller,
  back: Back,
  origin: Origin,
): Promise<{ readonly jwt: string }> {
  const arrival = await comeBack(desk, caller, 'portal', back);
  return inTransaction(desk.strapi, async (trx) => {
    const person = await actAs(desk, caller, arrival.id);
    const jwt = await beginSession(desk.strapi, trx, arrival.id, origin, caller.now);
    await record(trx, person, entryOf('portal', arrival));
    return { jwt };
  });
}
