import { z } from 'zod';
import { WEBHOOK_EVENTS, WEBHOOK_LIMITS, type WebhookEvent } from '../webhooks';
import { byId, type Endpoints, pages, reply, text, whole } from './shapes';

/** Another system that is told of tickets. Its secret is shown when it is made, and never again. */
export interface Webhook {
  readonly id: number;
  readonly name: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly isActive: boolean;
  /** Messages on their way, and messages that were given up. */
  readonly waiting: number;
  readonly failed: number;
  /** Until when a renewed secret signs as well (ISO 8601, UTC); null where only the one in force does. */
  readonly formerUntil: string | null;
}
export interface NewWebhookSecret {
  readonly secret: string;
  readonly webhooks: readonly Webhook[];
}
export const DELIVERY_STATES = ['WAITING', 'SENDING', 'SENT', 'FAILED', 'DROPPED'] as const;
/**
 * One message to another system; status (HTTP), duration (ms) and reason are those of the last attempt. Times are ISO
 * 8601 in UTC.
 */
export interface WebhookDelivery {
  readonly id: number;
  readonly event: WebhookEvent | 'trial';
  readonly number: string | null;
  readonly state: (typeof DELIVERY_STATES)[number];
  readonly attempts: number;
  readonly status: number | null;
  readonly durationMs: number | null;
  readonly reason: string | null;
  readonly createdAt: string;
  readonly triedAt: string | null;
  readonly endedAt: string | null;
}

const said = {
  name: text(WEBHOOK_LIMITS.name),
  url: text(WEBHOOK_LIMITS.url),
  events: z.array(z.enum(WEBHOOK_EVENTS)).min(1).max(WEBHOOK_EVENTS.length),
  isActive: z.boolean(),
};

/** Other systems that are told what happens to tickets: kept by administrators. */
export const webhooks = {
  listWebhooks: { method: 'GET', path: '/webhooks', permission: 'webhook:manage', reply: reply<Webhook[]>() },
  createWebhook: {
    method: 'POST',
    path: '/webhooks',
    permission: 'webhook:manage',
    status: 201,
    body: z.strictObject(said),
    reply: reply<NewWebhookSecret>(),
  },
  changeWebhook: {
    method: 'PUT',
    path: '/webhooks/:id',
    permission: 'webhook:manage',
    params: byId,
    body: z.strictObject(said),
    reply: reply<Webhook[]>(),
  },
  removeWebhook: {
    method: 'DELETE',
    path: '/webhooks/:id',
    permission: 'webhook:manage',
    params: byId,
    reply: reply<Webhook[]>(),
  },
  /** Makes another secret; for 24 hours messages are signed with the former one as well. */
  renewWebhookSecret: {
    method: 'POST',
    path: '/webhooks/:id/secret',
    permission: 'webhook:manage',
    params: byId,
    reply: reply<NewWebhookSecret>(),
  },
  /** From now on only the secret in force signs. */
  endFormerSecrets: {
    method: 'DELETE',
    path: '/webhooks/:id/former-secrets',
    permission: 'webhook:manage',
    params: byId,
    reply: reply<Webhook[]>(),
  },
  /** Sends a message about no ticket, to see whether it arrives. */
  tryWebhook: {
    method: 'POST',
    path: '/webhooks/:id/trial',
    permission: 'webhook:manage',
    limit: 10,
    params: byId,
    reply: reply<WebhookDelivery>(),
  },
  listDeliveries: {
    method: 'GET',
    path: '/webhooks/:id/deliveries',
    permission: 'webhook:manage',
    params: byId,
    query: z.strictObject(pages),
    paged: true,
    reply: reply<WebhookDelivery[]>(),
  },
  resendDelivery: {
    method: 'POST',
    path: '/webhook-deliveries/:id/resend',
    permission: 'webhook:manage',
    params: z.strictObject({ id: whole(1, Number.MAX_SAFE_INTEGER) }),
    reply: reply<WebhookDelivery>(),
  },
} as const satisfies Endpoints;
