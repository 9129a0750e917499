import { demand, isOpen, isRequester, Refusal } from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { inTransaction } from '../database/transaction';
import { joinedOf } from './joined';
import { recordEvent } from './record-event';
import { lockTicket, toFacts } from './rows';
import type { Desk } from '../desk/desk';

/**
 * "It happens to me too": joins a ticket instead of filing it again. The requester is in it already, and whoever
 * joins a
 * second time is answered without a second entry.
 */
export const join = (desk: Desk, caller: Caller, { number, note }: Parsed<'joinTicket'>): Promise<void> =>
  inTransaction(desk.strapi, async (trx) => {
    const ticket = await lockTicket(trx, number);
    const facts = toFacts(ticket);
    const rule = demand(caller.policy, caller.actor, 'ticket:join', facts, caller.now);
    const isIn =
      isRequester(caller.actor, facts) ||
      (await joinedOf(trx, number)).some(
        ({ actor_kind, actor_id }) => actor_kind === caller.actor.kind && actor_id === caller.actor.id,
      );
    if (isIn) return;
    if (!isOpen(facts.status)) throw new Refusal('wrongStatus', { status: facts.status });
    await recordEvent(desk, trx, caller, ticket, {
      event: 'join',
      role: rule.role,
      payload: note ? { text: note } : {},
    });
  });
