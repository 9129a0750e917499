import type { TicketEvent } from './events';
import { LIMITS } from './limits';
import { noticesOf, type NoticeKind } from './notices';
import type { Issue } from './refusal';
import type { Status } from './status';
import { DAY_MS } from './wib';

/** What other systems may be told of a ticket: the same kinds as people, but for words among officers. */
export const OUTWARD_KINDS = [
  'created',
  'assigned',
  'queued',
  'status',
  'returned',
  'question',
  'comment',
  'approved',
  'changed',
  'willClose',
  'completed',
  'reopened',
  'rejected',
  'cancelRequested',
  'cancelDeclined',
  'cancelled',
  'rated',
  'attached',
  'atRisk',
  'late',
] as const satisfies readonly NoticeKind[];
/** Of a confidential ticket other systems are told that something happened, never what: it is an event of its own. */
export const WEBHOOK_EVENTS = [...OUTWARD_KINDS, 'confidential'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/**
 * Longest texts in characters; how many webhooks the desk keeps, how many days a message is kept, and how many former
 * secrets sign beside the one in force.
 */
export const WEBHOOK_LIMITS = { name: LIMITS.name, url: 500, most: 20, days: 30, formers: 4 } as const;
/** How long a renewed secret goes on signing beside the new one, so that a receiver can change over. */
export const FORMER_SECRET_MS = DAY_MS;

/** What an event of a ticket tells other systems; null where it is none of their business. */
export function webhookEventOf(
  event: TicketEvent,
  { isInternal, isConfidential }: { readonly isInternal: boolean; readonly isConfidential: boolean },
): WebhookEvent | null {
  const kinds = noticesOf(event, isInternal);
  const kind = OUTWARD_KINDS.find((each) => kinds.includes(each));
  if (kind === undefined) return null;
  return isConfidential ? 'confidential' : kind;
}

/** A message as it is sent, as JSON. `at` is ISO 8601 in UTC; of a confidential ticket no status is told. */
export interface WebhookMessage {
  readonly event: WebhookEvent | 'trial';
  readonly at: string;
  readonly number: string | null;
  readonly status: Status | null;
  /** The ticket in the portal, for those who may read it. */
  readonly link: string;
}

/** What is wrong with an address; whether the machine behind it may be reached is asked when it is called. */
export function checkWebhookUrl(given: string): Issue[] {
  const url = URL.canParse(given) ? new URL(given) : null;
  const isSound = url && ['https:', 'http:'].includes(url.protocol) && !url.username && !url.password && !url.hash;
  return isSound ? [] : [{ field: 'url', code: 'wrongFormat' }];
}
