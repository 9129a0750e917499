import { demand } from '../../domain';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import { findTicket, toFacts, type TicketRow } from './rows';
import type { Desk } from '../desk/desk';

/** The ticket, if this caller may read it. Refuses with `notFound` otherwise, so that numbers reveal nothing. */
export async function readableTicket(desk: Desk, caller: Caller, number: string): Promise<TicketRow> {
  const row = await findTicket(connection(desk.strapi), number);
  demand(caller.policy, caller.actor, 'ticket:read', toFacts(row), caller.now);
  return row;
}
