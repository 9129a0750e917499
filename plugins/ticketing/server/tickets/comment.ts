import { demand, statusAfterComment, type Channel } from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { inTransaction, type Trx } from '../database/transaction';
import { once } from './once';
import { mentioned } from './mentions';
import { recordEvent } from './record-event';
import { lockTicket, toFacts } from './rows';
import type { Desk } from '../desk/desk';

async function say(
  desk: Desk,
  trx: Trx,
  caller: Caller,
  { number, body, internal, mentions }: Parsed<'commentOnTicket'>,
  channel: Channel | null,
): Promise<string> {
  const ticket = await lockTicket(trx, number);
  const facts = toFacts(ticket);
  const rule = demand(
    caller.policy,
    caller.actor,
    internal ? 'ticket:commentInternally' : 'ticket:comment',
    facts,
    caller.now,
  );
  const to = statusAfterComment(facts, caller.actor);
  await recordEvent(desk, trx, caller, ticket, {
    event: 'comment',
    role: rule.role,
    payload: {
      text: body,
      isInternal: internal,
      ...(await mentioned(desk, trx, caller, ticket, { text: body, isInternal: internal }, mentions)),
      ...(channel && { facts: { channel } }),
      ...(to !== ticket.status && { from: ticket.status, to }),
    },
  });
  return number;
}

/**
 * Says something on a ticket, once however often it is sent. The requester's answer to a question resumes the work. The
 * history names the channel it came by, unless that is the product itself.
 */
export const commentOn = (
  desk: Desk,
  caller: Caller,
  request: Parsed<'commentOnTicket'>,
  channel: Channel | null = null,
): Promise<string> =>
  inTransaction(desk.strapi, (trx) =>
    once(trx, caller, 'commentOnTicket', request, () => say(desk, trx, caller, request, channel)),
  );
