import { demand, type Contact } from '../../domain';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { readableTicket } from './read';
import { toFacts, type TicketRow } from './rows';

export const contactOf = (row: TicketRow): Contact => ({
  name: row.contact_name,
  phone: row.contact_phone,
  email: row.contact_email,
});

/** The whole contact of a ticket, for somebody who does not handle it; that they saw it is written down first. */
export async function revealContact(desk: Desk, caller: Caller, number: string): Promise<Contact> {
  const row = await readableTicket(desk, caller, number);
  const rule = demand(caller.policy, caller.actor, 'ticket:revealContact', toFacts(row), caller.now);
  await inTransaction(desk.strapi, (trx) =>
    record(trx, caller, {
      subjectType: 'ticket',
      subjectId: row.number,
      event: 'revealContact',
      role: rule.role,
      payload: {},
    }),
  );
  return contactOf(row);
}
