import { can } from '../../domain';
import type { Desk } from '../desk/desk';
import { actorAt } from '../desk/people';
import { replyAddress } from '../mail/names';
import type { LetterRow } from '../mail/outbox';
import type { Outgoing } from '../mail/transport';
import { toFacts, type TicketRow } from '../tickets/rows';

/** Where this letter may be answered by mail; null where answers are not read, or its reader may not comment now. */
export async function answeredAt(
  desk: Desk,
  letter: LetterRow,
  ticket: TicketRow,
  now: number,
): Promise<string | null> {
  const { inboundMail, policy } = await desk.inForce();
  if (!inboundMail.isOn || letter.recipient_kind === 'contact') return null;
  const actor = await actorAt(desk, letter.recipient_kind, letter.recipient_id, now);
  if (!can(policy, actor, 'ticket:comment', toFacts(ticket), now).allowed) return null;
  const whose = { ticket: ticket.id, kind: letter.recipient_kind, person: letter.recipient_id };
  return replyAddress(desk.strapi, inboundMail.address, whose, now);
}

/** What the mail server is told where letters that do not arrive come back to the mailbox that is read. */
export async function comingBack(desk: Desk, to: string): Promise<Pick<Outgoing, 'envelope'>> {
  const { isOn, takesBounces, address: from } = (await desk.inForce()).inboundMail;
  return isOn && takesBounces ? { envelope: { from, to } } : {};
}
