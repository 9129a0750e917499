import type { Core } from '@strapi/strapi';
import { demand, explain, Refusal, type Actor, type Explanation } from '../../domain';
import type { Caller } from '../caller';
import { connection } from '../database';
import { service } from '.';
import { findTicket, toFacts } from './tickets/rows';

/** *Mengapa tidak boleh?*: the same policy and table that decide, asked for their reasons. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** What the caller may do to a ticket and why. */
  async mine(caller: Caller, number: string): Promise<Explanation[]> {
    const facts = toFacts(await service(strapi, 'tickets').readable(caller, number));
    return explain(caller.policy, facts, caller.actor, caller.now);
  },
  /** The same for somebody else, for whoever keeps the matrix. */
  async of(caller: Caller, { ticket, door, user }: { ticket: string; door: 'portal' | 'staff'; user: number }): Promise<Explanation[]> {
    const facts = toFacts(await findTicket(connection(strapi), ticket));
    demand(caller.policy, caller.actor, 'ticket:read', facts, caller.now);
    // An account that is gone or blocked is not the caller's session that has ended.
    const somebody = await service(strapi, 'actors')[door](user).catch((error: unknown): Actor => { throw error instanceof Refusal ? new Refusal('notFound', { door, user }) : error; });
    return explain(caller.policy, facts, somebody, caller.now);
  },
});
