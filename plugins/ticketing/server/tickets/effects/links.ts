import { Refusal } from '../../../domain';
import { checkLink, linkRow, openChildren, otherTicket, SEEN_FROM_AFAR, type Kind } from '../ticket-links';
import { recordEvent } from '../record-event';
import { together, type ActionContext, type Effect, type EffectOf } from './effect';

/** Ties two tickets together; both histories tell of it. */
async function tie({ desk, trx, caller, ticket }: ActionContext, number: string, kind: Kind): Promise<Effect> {
  const other = await otherTicket(trx, caller, number);
  await checkLink(trx, ticket, other, kind);
  return {
    facts: { ticket: other.number, relation: kind },
    afterwards: async () => {
      await trx('ticket_links').insert(linkRow(ticket, other, kind, caller.now));
      await recordEvent(desk, trx, caller, other, 'link', undefined, {
        facts: { ticket: ticket.number, relation: SEEN_FROM_AFAR[kind] },
      });
    },
  };
}

/** The parent's result is the answer to every open child, and closes it; an officer who takes nothing over stays who they were. */
async function closeChildren({ desk, trx, caller, ticket, given }: ActionContext): Promise<Effect> {
  const children = await openChildren(trx, ticket);
  if (children.length === 0) return {};
  return {
    facts: { children: children.map(({ number }) => number).join(', ') },
    afterwards: async () => {
      for (const child of children) {
        await recordEvent(
          desk,
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
        recordEvent(desk, trx, caller, other, 'unlink', undefined, { facts: { ticket: ticket.number } }),
    };
  },
  reject: async (context) =>
    together(
      { text: context.given.reason, changes: { cancel_requested_at: null } },
      context.given.duplicateOf ? await tie(context, context.given.duplicateOf, 'DUPLICATE_OF') : {},
    ),
  resolve: async (context) => {
    const { ticket, given } = context;
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
      await closeChildren(context),
    );
  },
} as const satisfies Record<string, EffectOf>;
