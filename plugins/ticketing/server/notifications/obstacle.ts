import { can, Refusal } from '../../domain';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { actorAt } from '../desk/people';
import type { RecipientKind } from '../mail/outbox';
import { findTicket, toFacts, type TicketRow } from '../tickets/rows';

/** Why something is not sent after all; worded where it is shown. */
export const DROPS = [
  'ticketGone',
  'accountClosed',
  'mayNotRead',
  'addressPaused',
  'deviceGone',
  'optedOut',
  'switchedOff',
] as const;
export type Drop = (typeof DROPS)[number];

interface Addressee {
  readonly recipient_kind: RecipientKind;
  readonly recipient_id: number;
}
/** Whether the reader may still read the ticket: what was true when it happened may no longer be. */
async function obstacleTo(desk: Desk, to: Addressee, ticket: TicketRow, now: number): Promise<Drop | null> {
  if (to.recipient_kind === 'contact') return null;
  try {
    const actor = await actorAt(desk, to.recipient_kind, to.recipient_id, now);
    const { policy } = await desk.inForce();
    return can(policy, actor, 'ticket:read', toFacts(ticket), now).allowed ? null : 'mayNotRead';
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unauthenticated') return 'accountClosed';
    throw error;
  }
}

/** A database that went away in the middle of it says nothing of the ticket: then sending is tried again. */
const unlessGone = (error: unknown): null => {
  if (error instanceof Refusal && error.code === 'notFound') return null;
  throw error;
};

/** The ticket as this reader may still be told of it, at the moment of sending; or why not. */
export async function tellableTicket(
  desk: Desk,
  to: Addressee,
  number: string,
  now: number,
): Promise<TicketRow | Drop> {
  const ticket = await findTicket(connection(desk.strapi), number).catch(unlessGone);
  if (!ticket) return 'ticketGone';
  return (await obstacleTo(desk, to, ticket, now)) ?? ticket;
}
