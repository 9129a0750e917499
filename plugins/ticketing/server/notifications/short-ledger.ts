import { DAY_MS, deviceOf, PUSH_LIMITS, Refusal } from '../../domain';
import type { Answer, Parsed, ShortMessageInfo } from '../../domain/contract';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { all, rowsOf, run, sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { enqueueShortMessages } from '../short-messages/outbox';

type Row = Omit<ShortMessageInfo, 'id' | 'device' | 'createdAt' | 'dueAt' | 'endedAt'> & {
  readonly id: string;
  readonly user_agent: string | null;
  readonly created_at: Date;
  readonly due_at: Date;
  readonly ended_at: Date | null;
};
/** It did not arrive, and its device, or the number of whoever asked for WhatsApp, is still there. */
const IS_RESENDABLE = sql`m.state in ('FAILED', 'DROPPED') and (m.device_id is not null or m.channel = 'whatsapp')`;
const COLUMNS = sql`m.id, m.channel, m.name, m.ticket_number as number, m.kind, m.why, m.state, m.attempts, m.status,
  m.reason, d.user_agent, m.created_at, m.due_at, m.ended_at, ${IS_RESENDABLE} as "isResendable"`;
const FROM = sql`short_messages m left join push_devices d on d.id = m.device_id`;

const toInfo = ({ id, user_agent, created_at, due_at, ended_at, ...rest }: Row): ShortMessageInfo => ({
  ...rest,
  id: Number(id),
  device: user_agent === null ? null : deviceOf(user_agent),
  createdAt: created_at.toISOString(),
  dueAt: due_at.toISOString(),
  endedAt: ended_at?.toISOString() ?? null,
});

/** The ledger of short messages: what was sent to whom, when, why, and how it ended; the newest first. */
export async function listShortMessages(
  { strapi }: Desk,
  { state, ticket, q, page, pageSize }: Parsed<'listShortMessages'>,
): Promise<Answer<'listShortMessages'>> {
  const on = connection(strapi);
  const where = all([
    ...(state ? [sql`m.state = ${state}`] : []),
    ...(ticket ? [sql`m.ticket_number = ${ticket}`] : []),
    ...(q ? [sql`strpos(lower(m.name || ' ' || m.ticket_number), lower(${q})) > 0`] : []),
  ]);
  const [count] = await rowsOf<{ total: number }>(
    on,
    sql`select count(*)::int as total from short_messages m where ${where}`,
  );
  const rows = await rowsOf<Row>(
    on,
    sql`select ${COLUMNS} from ${FROM} where ${where} order by m.id desc limit ${pageSize} offset
      ${(page - 1) * pageSize}`,
  );
  const total = count?.total ?? 0;
  return {
    rows: rows.map(toInfo),
    pagination: { page, pageSize, total, pageCount: Math.max(1, Math.ceil(total / pageSize)) },
  };
}

/** Puts a message that was given up or held back into the queue again; what it says is what is true then. */
export async function resendShortMessage(desk: Desk, caller: Caller, id: number): Promise<ShortMessageInfo> {
  await inTransaction(desk.strapi, async (trx) => {
    const [message] = await rowsOf<{ name: string; number: string }>(
      trx,
      sql`update short_messages m set state = 'SENDING', status = null, reason = null, ended_at = null, due_at =
        ${new Date(caller.now)} where m.id = ${id} and ${IS_RESENDABLE} returning m.name, m.ticket_number as number`,
    );
    if (!message) throw new Refusal('notFound', { id: String(id) });
    await record(trx, caller, {
      subjectType: 'short-message',
      subjectId: String(id),
      event: 'resend',
      payload: { facts: { to: message.name, number: message.number } },
    });
    await enqueueShortMessages(desk.strapi, trx, [{ id, inSeconds: 0 }]);
  });
  const [row] = await rowsOf<Row>(connection(desk.strapi), sql`select ${COLUMNS} from ${FROM} where m.id = ${id}`);
  if (!row) throw new Refusal('notFound', { id: String(id) });
  return toInfo(row);
}

const LOST = sql`select m.id from short_messages m where m.state in ('WAITING', 'SENDING') and m.due_at <
  timezone('utc', now()) - interval '10 minutes' and not exists (select 1 from pgboss.job j where j.name =
  'short-messages' and j.state < 'completed' and (j.data ->> 'shortMessage')::bigint = m.id) order by m.id limit 500`;

/** Puts messages whose job is gone back into the queue, as after a restore of the data without it. */
export const recoverShortMessages = (desk: Desk): Promise<void> =>
  inTransaction(desk.strapi, async (trx) => {
    const lost = await rowsOf<{ id: string }>(trx, LOST);
    await enqueueShortMessages(
      desk.strapi,
      trx,
      lost.map(({ id }) => ({ id: Number(id), inSeconds: 0 })),
    );
  });

/** The ledger is kept for three months. */
export const forgetShortMessages = ({ strapi }: Desk, now: number): Promise<void> =>
  run(
    connection(strapi),
    sql`delete from short_messages where ended_at < ${new Date(now - PUSH_LIMITS.days * DAY_MS)}`,
  );
