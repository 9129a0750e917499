import { z } from 'zod';
import { VIEW_LIMITS, VIEW_QUERY, type QueueView } from '../queue-views';
import { byId, type Endpoints, reply, text } from './shapes';

const said = {
  name: text(VIEW_LIMITS.name),
  query: z.string().max(VIEW_LIMITS.query).regex(VIEW_QUERY),
  isShared: z.boolean(),
};

/** Places in the queue that officers keep, for themselves or for all; whoever reads notes of the desk has a queue. */
export const queueViews = {
  listViews: {
    method: 'GET',
    path: '/queue-views',
    permission: 'ticket:readInternal',
    reply: reply<QueueView[]>(),
  },
  createView: {
    method: 'POST',
    path: '/queue-views',
    permission: 'ticket:readInternal',
    status: 201,
    body: z.strictObject(said),
    reply: reply<QueueView[]>(),
  },
  changeView: {
    method: 'PUT',
    path: '/queue-views/:id',
    permission: 'ticket:readInternal',
    params: byId,
    body: z.strictObject(said),
    reply: reply<QueueView[]>(),
  },
  removeView: {
    method: 'DELETE',
    path: '/queue-views/:id',
    permission: 'ticket:readInternal',
    params: byId,
    reply: reply<QueueView[]>(),
  },
} as const satisfies Endpoints;
