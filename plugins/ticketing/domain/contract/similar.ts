import { z } from 'zod';
import { LIMITS } from '../limits';
import type { Named } from '../named';
import type { SimilarTicket } from '../similar';
import type { TicketDetail } from '../views';
import { number, reply, text, type Endpoints } from './shapes';

/** Somebody of a unit who may be on the phone. */
export interface KnownCaller {
  /** The account's; null for somebody without one who called before. */
  readonly id: number | null;
  readonly name: string;
  /** Masked where it comes from a ticket in other hands, unless all of it was typed. */
  readonly phone: string;
  readonly email: string | null;
  /** Whether something of the contact is held back. */
  readonly isMasked: boolean;
  readonly skpd: Named;
  /** When they called last, where nothing but their calls tells of them. */
  readonly calledAt: string | null;
}

/**
 * What helps before a request is filed: services people of a unit ask for, tickets that already say it, and joining one
 * of them.
 */
export const similar = {
  listFrequentServices: {
    method: 'GET',
    path: '/catalog/frequent',
    permission: 'ticket:create',
    reply: reply<Named[]>(),
  },
  findSimilar: {
    method: 'GET',
    path: '/similar-tickets',
    permission: 'ticket:create',
    query: z.strictObject({ title: text(LIMITS.search), category: text(LIMITS.code).optional() }),
    reply: reply<SimilarTicket[]>(),
  },
  /**
   * People with an account, and those who called within a year, by a part of their name, unit or number, for whoever files
   * on their behalf.
   */
  findCallers: {
    method: 'GET',
    path: '/callers',
    permission: 'ticket:createOnBehalf',
    limit: 60,
    query: z.strictObject({ q: z.string().trim().min(2).max(LIMITS.search) }),
    reply: reply<KnownCaller[]>(),
  },
  joinTicket: {
    method: 'POST',
    path: '/tickets/:number/affected',
    permission: 'ticket:join',
    params: z.strictObject({ number }),
    body: z.strictObject({ note: text(LIMITS.note).optional() }),
    reply: reply<TicketDetail>(),
  },
} as const satisfies Endpoints;
