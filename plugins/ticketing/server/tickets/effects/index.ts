import type { Action } from '../../../domain';
import type { EffectOf } from './effect';
import { HANDLING } from './handling';
import { LINKS } from './links';
import { ROUTING } from './routing';

/** What an officer writes when nobody answered; the requester reads it, so it is in their language. */
const UNANSWERED = 'Ditutup karena tidak ada tanggapan dari pemohon.';
const saying: EffectOf = ({ given }) => ({ text: given.reason });

/** What each action changes beyond the status; the lifecycle has already said it may. A new action does not compile without its line. */
export const EFFECTS: Record<Action, EffectOf> = {
  ...HANDLING,
  ...ROUTING,
  ...LINKS,
  returnForCompletion: ({ given }) => ({ text: given.question }),
  askRequester: ({ given }) => ({ text: given.question }),
  waitThirdParty: ({ given }) => ({ facts: { party: given.party ?? '' }, text: given.reason }),
  takeBack: saying,
  resume: saying,
  remind: saying,
  confirmReady: saying,
  closeUnanswered: ({ given }) => ({
    changes: {
      resolution_summary: given.resolutionSummary ?? UNANSWERED,
      rating: null,
      rating_comment: null,
      cancel_requested_at: null,
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
    changes: { reopen_count: ticket.reopen_count + 1, rating: null, rating_comment: null },
    text: given.reason,
  }),
  // A fresh start: whoever had it, and what had been waved through, is asked again; an approval once given stays.
  restore: ({ given }) => ({
    changes: { assignee_id: null, verified_at: null, cancel_requested_at: null },
    text: given.reason,
  }),
  rate: ({ given }) => ({
    changes: { rating: given.rating ?? null, rating_comment: given.ratingComment ?? null },
    facts: { rating: String(given.rating) },
    text: given.ratingComment,
  }),
  explainRating: ({ given }) => ({
    changes: { rating_comment: given.ratingComment ?? null },
    text: given.ratingComment,
  }),
};
