import type { Core } from '@strapi/strapi';
import { webhookEventOf, type Status, type TicketEvent, type WebhookMessage } from '../../domain';
import { putInto, taking } from '../database/queue';
import { sql, type Sql } from '../database/sql';
import type { Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { portalAddress } from '../desk/sender';

export const WEBHOOKS_QUEUE = 'webhooks';

/** What a job of the queue carries. */
export interface MessageJob {
  readonly message: number;
}
/** What happened to a ticket, as far as other systems may hear of it. */
export interface Outward {
  readonly number: string;
  readonly event: TicketEvent;
  readonly payload: { readonly isInternal?: boolean };
  readonly facts: { readonly status: Status; readonly isConfidential: boolean };
}

/**
 * One message for each webhook that listens, as parts of the statement that writes the change: rolled back, there is
 * none. Nothing where no webhook may hear of it.
 */
export function messagesOf(
  desk: Desk,
  now: number,
  { number, event: happened, payload, facts: { status, isConfidential } }: Outward,
): Sql[] {
  const event = webhookEventOf(happened, { isInternal: payload.isInternal === true, isConfidential });
  if (!event) return [];
  const at = new Date(now);
  const body: WebhookMessage = {
    event,
    at: at.toISOString(),
    number,
    status: isConfidential ? null : status,
    link: `${portalAddress(desk)}/tiket/${number}`,
  };
  return [
    sql`messaged as (
      insert into webhook_deliveries (webhook_id, event, ticket_number, body, state, created_at)
      select id, ${event}, ${number}, ${JSON.stringify(body)}, 'WAITING', ${at} from webhooks
        where is_active and ${event} = any(events) returning id)`,
    sql`messages_leave as (${taking(
      desk.strapi,
      WEBHOOKS_QUEUE,
      sql`select json_build_object('message', id) as data, 0 as in_seconds from messaged`,
    )})`,
  ];
}

/** Messages to be sent once this transaction is committed. */
export const enqueueMessages = (strapi: Core.Strapi, trx: Trx, ids: readonly number[]): Promise<void> =>
  putInto(
    strapi,
    trx,
    WEBHOOKS_QUEUE,
    ids.map((id) => ({ data: { message: id } satisfies MessageJob, inSeconds: 0 })),
  );
