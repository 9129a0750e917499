import { recordEvent } from '../record-event';
import { openChildren } from '../ticket-links';
import { together, type ActionContext, type Effect, type EffectOf } from './effect';
import { tie } from './linking';

/** What an officer writes when nobody answered; the requester reads it, so it is in their language. */
const UNANSWERED = 'Ditutup karena tidak ada tanggapan dari pemohon.';
/** A result clears what belonged to the work before it. */
const CLEARED = { rating: null, rating_comment: null, rated_at: null, cancel_requested_at: null } as const;

/**
 * The parent's result is the answer to every open child, and closes it; an officer who takes nothing over stays who
 * they were.
 */
async function closeChildren({ desk, trx, caller, ticket, given }: ActionContext): Promise<Effect> {
  const children = await openChildren(trx, ticket);
  if (children.length === 0) return {};
  return {
    facts: { children: children.map(({ number }) => number).join(', ') },
    afterwards: async () => {
      for (const child of children) {
        await recordEvent(desk, trx, caller, child, {
          event: 'resolveWithParent',
          payload: {
            from: child.status,
            to: 'RESOLVED',
            facts: { parent: ticket.number },
            after: { rating: null, ...(child.assignee_id ? {} : { assignee_id: ticket.assignee_id }) },
            ...(given.resolutionSummary && { text: given.resolutionSummary }),
          },
          changes: {
            resolution_summary: given.resolutionSummary ?? null,
            ...CLEARED,
            ...(child.verified_at ? {} : { verified_at: new Date(caller.now) }),
            ...(child.assignee_id ? {} : { assignee_id: ticket.assignee_id }),
          },
        });
      }
    },
  };
}

/** How work ends, begins again, and is thought of afterwards. */
export const CLOSING = {
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
          // Work after a reopening comes on top of the work before it.
          effort_minutes:
            given.effortMinutes === undefined
              ? ticket.effort_minutes
              : (ticket.effort_minutes ?? 0) + given.effortMinutes,
          ...CLEARED,
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
  // What is left blank stays as it was; the paper that rested on it is replaced.
  correctResult: ({ ticket, given }) => ({
    changes: {
      resolution_summary: given.resolutionSummary ?? null,
      work_done: given.workDone ?? ticket.work_done,
    },
    facts: { ...(given.workDone && { workDone: given.workDone }) },
    text: given.resolutionSummary,
  }),
  closeUnanswered: ({ given }) => ({
    changes: {
      resolution_summary: given.resolutionSummary ?? UNANSWERED,
      ...CLEARED,
    },
    text: given.resolutionSummary ?? UNANSWERED,
  }),
  requestCancel: ({ caller, given }) => ({
    changes: { cancel_requested_at: new Date(caller.now) },
    text: given.reason,
  }),
  declineCancel: ({ given }) => ({ changes: { cancel_requested_at: null }, text: given.reason }),
  cancel: ({ given }) => ({ changes: { cancel_requested_at: null }, text: given.reason }),
  reopen: ({ ticket, given }) => ({
    changes: { reopen_count: ticket.reopen_count + 1, rating: null, rating_comment: null, rated_at: null },
    text: given.reason,
  }),
  // A fresh start: whoever had it, and what had been waved through, is asked again; an approval once given stays.
  restore: ({ given }) => ({
    changes: { assignee_id: null, verified_at: null, cancel_requested_at: null },
    text: given.reason,
  }),
  // Changed within its hour it keeps the words that came with it, and the hour does not begin anew.
  rate: ({ ticket, caller, given }) => ({
    changes: {
      rating: given.rating ?? null,
      rating_comment: given.ratingComment ?? ticket.rating_comment,
      rated_at: ticket.rated_at ?? new Date(caller.now),
    },
    facts: { rating: String(given.rating) },
    text: given.ratingComment,
  }),
  explainRating: ({ given }) => ({
    changes: { rating_comment: given.ratingComment ?? null },
    text: given.ratingComment,
  }),
} as const satisfies Record<string, EffectOf>;
