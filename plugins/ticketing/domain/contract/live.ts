import { z } from 'zod';
import type { Person } from '../named';
import { number, reply, whole, type Endpoints } from './shapes';

/** Far enough ahead for an instant in epoch milliseconds. */
const LATEST = 99_999_999_999_999;

/**
 * Server-sent events: `ticket` with a `LiveEvent` as its data, `reset` when some may have been missed. `since` (epoch
 * ms), or the `Last-Event-ID` a browser sends by itself, asks for what happened from then on.
 */
export const live = {
  watchEvents: {
    method: 'GET',
    path: '/events',
    permission: 'ticket:read',
    stream: true,
    query: z.strictObject({ since: whole(0, LATEST).optional() }),
    reply: reply<Response>(),
  },
  /** Says that the caller has this ticket open, and answers which colleagues have it open too. Forgotten in a minute. */
  lookAtTicket: {
    method: 'POST',
    path: '/tickets/:number/presence',
    permission: 'ticket:readInternal',
    limit: 60,
    params: z.strictObject({ number }),
    reply: reply<Person[]>(),
  },
} as const satisfies Endpoints;
