import type { Core } from '@strapi/strapi';
import { demand, explain, type Explanation } from '../../domain';
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
    return explain(caller.policy, facts, await service(strapi, 'actors')[door](user), caller.now);
  },
});
