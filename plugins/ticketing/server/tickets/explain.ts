import { demand, explain, Refusal, type Actor, type Explanation } from '../../domain';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import { actorAt } from '../desk/people';
import { findTicket, toFacts } from './rows';
import { readableTicket } from './read';
import type { Desk } from '../desk/desk';

/** Whoever has no account any more may do nothing; that is no reason to end the session of whoever asks. */
const holder = (desk: Desk, door: 'portal' | 'staff', user: number, now: number): Promise<Actor> =>
  actorAt(desk, door, user, now).catch((error: unknown) => {
    throw error instanceof Refusal ? new Refusal('notFound', { door, user }) : error;
  });

/** What the caller may do to a ticket and why: the same policy and table that decide, asked for their reasons. */
export async function explainTicket(desk: Desk, caller: Caller, number: string): Promise<Explanation[]> {
  const facts = toFacts(await readableTicket(desk, caller, number));
  return explain(caller.policy, facts, caller.actor, caller.now);
}

/** The same for somebody else, for whoever keeps the matrix. */
export async function explainAuthority(
  desk: Desk,
  caller: Caller,
  { ticket, door, user }: { ticket: string; door: 'portal' | 'staff'; user: number },
): Promise<Explanation[]> {
  const facts = toFacts(await findTicket(connection(desk.strapi), ticket));
  demand(caller.policy, caller.actor, 'ticket:read', facts, caller.now);
  return explain(caller.policy, facts, await holder(desk, door, user, caller.now), caller.now);
}
