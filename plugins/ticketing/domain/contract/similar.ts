import { z } from 'zod';
import type { SimilarTicket } from '../similar';
import type { Named, TicketDetail } from '../ticket';
import { number, reply, text, type Endpoints } from './shapes';

/** What helps before a request is filed: services people of a unit ask for, tickets that already say it, and joining one of them. */
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
    query: z.strictObject({ title: text(200), category: text(40).optional() }),
    reply: reply<SimilarTicket[]>(),
  },
  joinTicket: {
    method: 'POST',
    path: '/tickets/:number/affected',
    permission: 'ticket:join',
    params: z.strictObject({ number }),
    body: z.strictObject({ note: text(2000).optional() }),
    reply: reply<TicketDetail>(),
  },
} as const satisfies Endpoints;
