import { DAY_MS, Refusal, WEBHOOK_LIMITS, type WebhookMessage } from '../../domain';
import type { Answer, Parsed, WebhookDelivery } from '../../domain/contract';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { rowsOf, run, sql } from '../database/sql';
import { connection, inTransaction, type Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { portalAddress } from '../desk/sender';
import { enqueueMessages } from './outbox';

type Row = Omit<WebhookDelivery, 'id' | 'createdAt' | 'triedAt' | 'endedAt'> & {
  readonly id: string;
  readonly created_at: Date;
  readonly tried_at: Date | null;
  readonly ended_at: Date | null;
};
const COLUMNS = sql`id, event, ticket_number as number, state, attempts, status, duration_ms as "durationMs", reason,
  created_at, tried_at, ended_at`;

const toDelivery = ({ id, created_at, tried_at, ended_at, ...rest }: Row): WebhookDelivery => ({
  ...rest,
  id: Number(id),
  createdAt: created_at.toISOString(),
  triedAt: tried_at?.toISOString() ?? null,
  endedAt: ended_at?.toISOString() ?? null,
});

/** What was sent to one webhook and how it ended, the newest first. */
export async function listDeliveries(
  { strapi }: Desk,
  { id, page, pageSize }: Parsed<'listDeliveries'>,
): Promise<Answer<'listDeliveries'>> {
  const on = connection(strapi);
  const [webhook] = await rowsOf<{ total: number }>(
    on,
    sql`select (select count(*)::int from webhook_deliveries where webhook_id = ${id}) as total from webhooks
      where id = ${id}`,
  );
  if (!webhook) throw new Refusal('notFound');
  const rows = await rowsOf<Row>(
    on,
    sql`select ${COLUMNS} from webhook_deliveries where webhook_id = ${id} order by id desc limit ${pageSize}
      offset ${(page - 1) * pageSize}`,
  );
  const { total } = webhook;
  return {
    rows: rows.map(toDelivery),
    pagination: { page, pageSize, total, pageCount: Math.max(1, Math.ceil(total / pageSize)) },
  };
}

/** Puts what a statement wrote into the queue, and answers with it. */
async function leave(desk: Desk, trx: Trx, rows: readonly Row[]): Promise<WebhookDelivery> {
  const [row] = rows;
  if (!row) throw new Refusal('notFound');
  await enqueueMessages(desk.strapi, trx, [Number(row.id)]);
  return toDelivery(row);
}

/** Sends again what was given up or held back, the same message under the same id. */
export const resendDelivery = (desk: Desk, caller: Caller, id: number): Promise<WebhookDelivery> =>
  inTransaction(desk.strapi, async (trx) => {
    const rows = await rowsOf<Row>(
      trx,
      sql`update webhook_deliveries set state = 'WAITING', reason = null, ended_at = null where id = ${id} and state in
        ('SENT', 'FAILED', 'DROPPED') returning ${COLUMNS}`,
    );
    const delivery = await leave(desk, trx, rows);
    await record(trx, caller, {
      subjectType: 'webhook-delivery',
      subjectId: String(id),
      event: 'resend',
      payload: { facts: { ...(delivery.number && { number: delivery.number }) } },
    });
    return delivery;
  });

/** Sends a message about no ticket. */
export const tryWebhook = (desk: Desk, caller: Caller, id: number): Promise<WebhookDelivery> =>
  inTransaction(desk.strapi, async (trx) => {
    const at = new Date(caller.now);
    const body: WebhookMessage = {
      event: 'trial',
      at: at.toISOString(),
      number: null,
      status: null,
      link: portalAddress(desk),
    };
    const rows = await rowsOf<Row>(
      trx,
      sql`insert into webhook_deliveries (webhook_id, event, body, state, created_at) select id, 'trial',
        ${JSON.stringify(body)}, 'WAITING', ${at} from webhooks where id = ${id} returning ${COLUMNS}`,
    );
    return leave(desk, trx, rows);
  });

const LOST = sql`select d.id from webhook_deliveries d where d.state in ('WAITING', 'SENDING') and d.created_at <
  timezone('utc', now()) - interval '10 minutes' and not exists (select 1 from pgboss.job j where j.name = 'webhooks' and
  j.state < 'completed' and (j.data ->> 'message')::bigint = d.id) order by d.id limit 500`;

/** Puts messages whose job is gone back into the queue, as after a restore of the data without it. */
export const recoverDeliveries = (desk: Desk): Promise<void> =>
  inTransaction(desk.strapi, async (trx) => {
    const lost = await rowsOf<{ id: string }>(trx, LOST);
    await enqueueMessages(
      desk.strapi,
      trx,
      lost.map(({ id }) => Number(id)),
    );
  });

/** The log of messages is kept for a month. */
export const forgetDeliveries = ({ strapi }: Desk, now: number): Promise<void> =>
  run(
    connection(strapi),
    sql`delete from webhook_deliveries where ended_at < ${new Date(now - WEBHOOK_LIMITS.days * DAY_MS)}`,
  );
