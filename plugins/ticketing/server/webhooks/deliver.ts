import { networksFrom } from '../../domain/networks';
import { rowsByKey, run, sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import type { MessageJob } from './outbox';
import { opened } from './secrets';
import type { Attempt } from './call';
import { send } from './send';

interface Row {
  readonly id: string;
  readonly body: string;
  readonly url: string;
  readonly secret: string;
  /** Those that were renewed and sign as well for a while. */
  readonly formers: readonly string[];
  readonly is_active: boolean;
}

/** Addresses inside that an operator allowed; throws a sentence about an entry that is none. */
export const allowedAt = ({ strapi }: Pick<Desk, 'strapi'>) =>
  networksFrom('WEBHOOK_ALLOWED_ADDRESSES', strapi.plugin('ticketing').config<string[]>('webhookAllowed'));

/** One with another key, as after a move without ENCRYPTION_KEY, says so in the log of the message. */
async function attempt(desk: Desk, { id, body, url, secret, formers }: Row, now: number): Promise<Attempt> {
  const key = opened(desk.strapi, secret);
  if (key === null) return { status: null, reason: 'secretUnreadable' };
  const former = formers.map((sealed) => opened(desk.strapi, sealed)).filter((one) => one !== null);
  return send({ id: `msg_${id}`, url, secrets: [key, ...former], body }, allowedAt(desk), now);
}

/**
 * Sends one message to another system. One that does not arrive is thrown, for the queue to come back to it, unless this
 * was the last attempt. Cut off anywhere it is sent again, under the same `webhook-id`: at least once.
 */
export async function deliverMessage(desk: Desk, { message }: MessageJob, isLast: boolean, now: number): Promise<void> {
  const on = connection(desk.strapi);
  const [row] = await rowsByKey<Row>(
    on,
    sql`update webhook_deliveries d set state = 'SENDING', attempts = d.attempts + 1, tried_at = ${new Date(now)}
      from webhooks w where w.id = d.webhook_id and d.id = ${message} and d.state in ('WAITING', 'SENDING')
      returning d.id, d.body, w.url, w.secret, w.is_active, array(select f.secret from webhook_former_secrets f
        where f.webhook_id = w.id and f.until > ${new Date(now)} order by f.id desc) as formers`,
  );
  if (!row) return;
  const begun = performance.now();
  const { status, reason } = row.is_active ? await attempt(desk, row, now) : { status: null, reason: 'switchedOff' };
  const took = Math.round(performance.now() - begun);
  const state = reason === null ? 'SENT' : row.is_active ? (isLast ? 'FAILED' : 'SENDING') : 'DROPPED';
  await run(
    on,
    sql`update webhook_deliveries set state = ${state}, status = ${status}, reason = ${reason}, duration_ms = ${took},
      ended_at = ${state === 'SENDING' ? null : new Date(now + took)} where id = ${message}`,
  );
  if (state === 'SENDING') throw new Error(`message ${message} did not arrive: ${reason} ${status ?? ''}`);
  if (state === 'FAILED') desk.strapi.log.error(`message ${message} to a webhook was given up: ${reason}`);
}
