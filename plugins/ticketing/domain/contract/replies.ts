import { z } from 'zod';
import { PRIORITIES } from '../priority';
import { REPLY_ENDING_NAMES, REPLY_LIMITS, type ReadyReply } from '../replies';
import { byId, maybe, reply, text, type Endpoints } from './shapes';

const said = {
  name: text(REPLY_LIMITS.name),
  body: text(REPLY_LIMITS.body),
  ending: z.enum(REPLY_ENDING_NAMES).nullable().default(null),
  priority: z.enum(PRIORITIES).nullable().default(null),
  team: maybe(text(60)),
};

/** Replies that are ready: used by whoever answers at the desk, kept by coordinators and administrators. */
export const replies = {
  listReplies: {
    method: 'GET',
    path: '/replies',
    permission: 'reply:read',
    reply: reply<ReadyReply[]>(),
  },
  createReply: {
    method: 'POST',
    path: '/replies',
    permission: 'reply:manage',
    status: 201,
    body: z.strictObject(said),
    reply: reply<ReadyReply[]>(),
  },
  changeReply: {
    method: 'PUT',
    path: '/replies/:id',
    permission: 'reply:manage',
    params: byId,
    body: z.strictObject(said),
    reply: reply<ReadyReply[]>(),
  },
  removeReply: {
    method: 'DELETE',
    path: '/replies/:id',
    permission: 'reply:manage',
    params: byId,
    reply: reply<ReadyReply[]>(),
  },
} as const satisfies Endpoints;
