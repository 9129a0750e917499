import { Refusal } from '../../../domain';
import { checkLink, linkRow, openChildren, otherTicket, SEEN_FROM_AFAR, type Kind } from '../ticket-links';
import { record } from '../record-event';
import { together, type Deed, type Effect, type EffectOf } from './effect';

/** Ties two tickets together; both histories tell of it. */
async function tie({ strapi, trx, caller, ticket }: Deed, number: string, kind: Kind): Promise<Effect> {
  const other = await otherTicket(trx, caller, number);
  await checkLink(trx, ticket, other, kind);
  return {
    facts: { ticket: other.number, relation: kind },
    afterwards: async () => {
      await trx('ticket_links').insert(linkRow(ticket, other, kind, caller.now));
      await record(strapi, trx, caller, other, 'link', undefined, {
        facts: { ticket: ticket.number, relation: SEEN_FROM_AFAR[kind] },
      });
    },
  };
}

/** The parent's result is the answer to every open child, and closes it; an officer who takes nothing over stays who they were. */
async function closeChildren({ strapi, trx, caller, ticket, given }: Deed): Promise<Effect> {
  const children = await openChildren(trx, ticket);
  if (children.length === 0) return {};
  return {
    facts: { children: children.map(({ number }) => number).join(', ') },
    afterwards: async () => {
      for (const child of children) {
        await record(
          strapi,
          trx,
          caller,
          child,
          'resolveWithParent',
          undefined,
          {
            from: child.status,
            to: 'RESOLVED',
            facts: { parent: ticket.number },
            ...(given.resolutionSummary && { text: given.resolutionSummary }),
          },
          {
            resolution_summary: given.resolutionSummary ?? null,
            rating: null,
            rating_comment: null,
            cancel_requested_at: null,
            ...(child.verified_at ? {} : { verified_at: new Date(caller.now) }),
            ...(child.assignee_id ? {} : { assignee_id: ticket.assignee_id }),
          },
        );
      }
    },
  };
}

/** How tickets hang together. */
export const LINKS = {
  link: async (deed) =>
    together(await tie(deed, deed.given.ticket ?? '', deed.given.relation ?? 'RELATED'), { text: deed.given.reason }),
  unlink: async ({ strapi, trx, caller, ticket, given }) => {
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
      afterwards: () => record(strapi, trx, caller, other, 'unlink', undefined, { facts: { ticket: ticket.number } }),
    };
  },
  reject: async (deed) =>
    together(
      { text: deed.given.reason, changes: { cancel_requested_at: null } },
      deed.given.duplicateOf ? await tie(deed, deed.given.duplicateOf, 'DUPLICATE_OF') : {},
    ),
  resolve: async (deed) => {
    const { ticket, given } = deed;
    return together(
      {
        changes: {
          resolution_summary: given.resolutionSummary ?? null,
          work_done: given.workDone ?? null,
          effort_minutes: given.effortMinutes ?? ticket.effort_minutes,
          rating: null,
          rating_comment: null,
          cancel_requested_at: null,
        },
        facts: {
          ...(given.workDone && { workDone: given.workDone }),
          ...(given.effortMinutes !== undefined && { effortMinutes: String(given.effortMinutes) }),
        },
        text: given.resolutionSummary,
      },
      await closeChildren(deed),
    );
  },
} as const satisfies Record<string, EffectOf>;
