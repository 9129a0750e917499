import { Refusal } from '../../../domain';
import { checkLink, linkRow, otherTicket, SEEN_FROM_AFAR, type Kind } from '../ticket-links';
import { recordEvent } from '../record-event';
import { together, type ActionContext, type Effect, type EffectOf } from './effect';

/** Ties two tickets together; both histories tell of it. */
export async function tie({ desk, trx, caller, ticket }: ActionContext, number: string, kind: Kind): Promise<Effect> {
  const other = await otherTicket(trx, caller, number);
  await checkLink(trx, ticket, other, kind);
  return {
    facts: { ticket: other.number, relation: kind },
    afterwards: async () => {
      await trx('ticket_links').insert(linkRow(ticket, other, kind, caller.now));
      await recordEvent(desk, trx, caller, other, {
        event: 'link',
        payload: {
          facts: { ticket: ticket.number, relation: SEEN_FROM_AFAR[kind] },
        },
      });
    },
  };
}

/** How tickets hang together. */
export const LINKING = {
  link: async (context) =>
    together(await tie(context, context.given.ticket ?? '', context.given.relation ?? 'RELATED'), {
      text: context.given.reason,
    }),
  unlink: async ({ desk, trx, caller, ticket, given }) => {
    const other = await otherTicket(trx, caller, given.ticket ?? '');
    const [gone] = (await trx('ticket_links')
      .where({ from_id: ticket.id, to_id: other.id })
      .orWhere({ from_id: other.id, to_id: ticket.id })
      .delete()
      .returning('kind')) as { kind: Kind }[];
    if (!gone) throw new Refusal('wrongLink', { problem: 'missing', ticket: other.number });
    return {
      facts: { ticket: other.number },
      text: given.reason,
      afterwards: () =>
        recordEvent(desk, trx, caller, other, { event: 'unlink', payload: { facts: { ticket: ticket.number } } }),
    };
  },
} as const satisfies Record<string, EffectOf>;
