import { z } from 'zod';
import { LIMITS } from '../limits';
import type { Named, Person } from '../named';
import type { SimilarTicket } from '../similar';
import type { TicketDetail } from '../views';
import { number, reply, text, type Endpoints } from './shapes';

/** Somebody of a unit who may be on the phone. */
export interface RegisteredCaller extends Person {
  readonly phone: string;
  readonly email: string;
  readonly skpd: Named;
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
  /** People with an account, by a part of their name, unit or number, for whoever files on their behalf. */
  findCallers: {
    method: 'GET',
    path: '/callers',
    permission: 'ticket:createOnBehalf',
    limit: 60,
    query: z.strictObject({ q: z.string().trim().min(2).max(LIMITS.search) }),
    reply: reply<RegisteredCaller[]>(),
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
